"""How near an answer comes to what a set says about a point, and how likely that makes it.

Only meaning carries over to questions that nothing was fitted on; cues (negation, "I would", talk
in general) that helped on known answers collapsed on others. So three numbers are all there is.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.judge import Judge
from simulator.questions import TalkingPoint

Rows = NDArray[np.float32]
"""Texts as a judge places them: one row each, of length 1."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Cosine similarities, -1 to 1: each text with the window nearest to it.

    `examples` and `counter_examples` are means over the texts of their kind: an answer that comes
    near to many ways of saying a point says it more surely than one that hits a single wording.
    """

    examples: float
    counter_examples: float
    description: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over the three."""

    bias: float
    examples: float
    counter_examples: float
    description: float

    def probability(self, nearness: Nearness) -> float:
        """That the point is made, 0 to 1."""
        logit = (
            self.bias
            + self.examples * nearness.examples
            + self.counter_examples * nearness.counter_examples
            + self.description * nearness.description
        )
        return 1 / (1 + math.exp(-logit))


FITTED = Curve(bias=-4.0, examples=21.6, counter_examples=-5.0, description=-5.3)
"""For all-MiniLM-L6-v2; how it was fitted is told in docs/measures.md. The description counts
against: answers stuffed with the words of the question come nearest to it."""

USUAL_COUNTER = 0.30
"""How near answers come to near misses on average: taken where a set has none for a point."""


def nearness(point: TalkingPoint, seen: Rows, judge: Judge) -> Nearness:
    """Of the windows of an answer, as the judge places them (at least one), to the point."""
    description = judge.embed((point.description,))
    return Nearness(
        examples=_nearest(seen, judge.embed(point.examples) if point.examples else description),
        counter_examples=(
            _nearest(seen, judge.embed(point.counter_examples))
            if point.counter_examples
            else USUAL_COUNTER
        ),
        description=_nearest(seen, description),
    )


def by_example(point: TalkingPoint, seen: Rows, judge: Judge) -> Rows:
    """For each window, how near it is to the examples (less the near misses): best for evidence."""
    near = (seen @ judge.embed(point.examples or (point.description,)).T).mean(axis=1)
    if point.counter_examples:
        near = near - (seen @ judge.embed(point.counter_examples).T).max(axis=1) / 4
    best: Rows = near.astype(np.float32)
    return best


def _nearest(seen: Rows, texts: Rows) -> float:
    return float((seen @ texts.T).max(axis=0).mean())
