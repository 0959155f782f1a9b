"""The contract of a judge of meaning: how near does a sentence come to a talking point?"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from simulator.errors import MockviewError


class JudgeError(MockviewError):
    """There is no model of meaning, or it is broken."""


@runtime_checkable
class Judge(Protocol):
    """Places texts in a space where nearness is nearness of meaning.

    `embed` returns an array of shape (len(texts), dimensions), float32, rows of length 1: the dot
    product of two rows is their cosine similarity. The same text gives the same row, whatever the
    other texts of the call. No texts give an array of shape (0, dimensions).
    """

    @property
    def model(self) -> str: ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]: ...
