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
    0 where the set has no near misses.
    """

    examples: float
    counter_examples: float
    description: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over the three.

    Nearness to near misses and to the description counts only above `usual`, what answers to the
    question come to on average: being far from them proves nothing.
    """

    bias: float
    examples: float
    counter_examples: float
    description: float
    usual: float

    def probability(self, nearness: Nearness) -> float:
        """That the point is made, 0 to 1."""
        logit = (
            self.bias
            + self.examples * nearness.examples
            + self.counter_examples * max(nearness.counter_examples, self.usual)
            + self.description * max(nearness.description, self.usual)
        )
        return 1 / (1 + math.exp(-logit))


FITTED = Curve(bias=0.6, examples=20.6, counter_examples=-12.0, description=-10.1, usual=0.3)
"""For all-MiniLM-L6-v2; how it was fitted is told in docs/measures.md. The description counts
against: answers stuffed with the words of the question come nearest to it."""


def nearness(point: TalkingPoint, seen: Rows, judge: Judge) -> Nearness:
    """Of the windows of an answer, as the judge places them (at least one), to the point."""
    description = judge.embed((point.description,))
    return Nearness(
        examples=_nearest(seen, judge.embed(point.examples) if point.examples else description),
        counter_examples=(
            _nearest(seen, judge.embed(point.counter_examples)) if point.counter_examples else 0.0
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
