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
class Claim:
    """A talking point as a judge reads it; examples and near misses are whole sentences."""

    label: str
    description: str
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return f"{self.label}. {self.description}"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Cosine similarities of a sentence with what stands in a claim, -1 to 1: with the examples in
    the mean and at best, with the nearest near miss (0 where there is none), with the description,
    and with the label."""

    examples: float
    nearest_example: float
    counter_examples: float
    description: float
    label: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """How surely a claim is made: log-odds, not calibrated; above 0 is rather yes.

    `whole` is for everything that was said, `sentences` for each sentence as a part of it; `alike`
    tells how like each sentence is to what stands in the claim.
    """

    whole: float
    sentences: tuple[float, ...]
    alike: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """How strict a judge is with a claim: how surely it reads the claim's own examples and near
    misses as making it, each as if it were all that is said, and did not stand in the claim.

    Log-odds, in the claim's order. Authors differ in what they let count; their examples show it.
    """

    examples: tuple[float, ...]
    counter_examples: tuple[float, ...]


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

    def weigh(self, claims: Sequence[Claim], sentences: Sequence[str]) -> tuple[Weighed, ...]:
        """How surely an answer, given sentence by sentence (at least one), makes each of `claims`.

        The claims of a question are read together: to which of them a sentence belongs is seen
        beside the others. Sentences are read together too, so that what takes something back or
        makes it somebody else's deed is seen.
        """
        ...

    def standard(self, claim: Claim) -> Standard:
        """How strict the judge is with a claim. Remembered: it comes with every answer."""
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
