"""The contract of a judge of meaning: does an answer make a talking point, and how near is it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from simulator.errors import MockviewError


class JudgeError(MockviewError):
    """There is no model of meaning, or it is broken."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How surely a claim is made: log-odds, not calibrated; above 0 is rather yes.

    `whole` is for everything that was said, `sentences` for each sentence as a part of it.
    """

    whole: float
    sentences: tuple[float, ...]


Deed = Literal["blames", "raises-pay", "ends"]
"""Speaks harshly of somebody; brings up the speaker's own pay; tells how a story came out."""

Topic = Literal[
    "culture",
    "team",
    "daily-work",
    "expectations",
    "advancement",
    "business-goals",
    "pay",
    "logistics",
    "none",
]
"""What candidates ask about. "none" is a question about something else, and no question at all."""

PayAnswer = Literal["range", "figure", "asks", "refuses", "other"]
"""What is answered when pay is asked for: a lower and an upper amount, one amount, a question back,
no amount, something else."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a text does and is about, by what was learnt from labelled ones.

    `deeds` are log-odds, above 0 rather yes. `topics` and `pay` are probabilities of every kind, of
    the text as a candidate's question and as an answer about pay: 1 together.
    """

    deeds: Mapping[Deed, float]
    topics: Mapping[str, float]
    pay: Mapping[PayAnswer, float]


@runtime_checkable
class Judge(Protocol):
    """Reads English. The same texts give the same numbers, whatever was asked before."""

    @property
    def model(self) -> str:
        """Which weights these are, for whoever keeps the result."""
        ...

    def weigh(self, claim: str, sentences: Sequence[str]) -> Weighed:
        """How surely an answer, given sentence by sentence (at least one), makes `claim`.

        The claim is a talking point as `claim` writes it. Sentences are read together, so that
        what takes something back or makes it somebody else's deed is seen.
        """
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Places texts in a space where nearness is nearness of meaning.

        An array of shape (len(texts), dimensions), rows of length 1: the dot product of two rows is
        their cosine similarity. No texts give an array of shape (0, dimensions).
        """
        ...

    def tell(self, text: str) -> Told:
        """What was learnt of sentences, applied to one (or two or three: a short story)."""
        ...


def claim(label: str, description: str) -> str:
    """A talking point as a judge reads it."""
    return f"{label}. {description}"
