"""What speaks for a point being made, and how likely that makes it.

Only meaning carries over to questions that nothing was fitted on; cues (negation, "I would", talk
in general) that helped on known answers collapsed on others. So four numbers are all there is: how
the judge reads the whole answer beside the point, and how near the answer comes to each kind of
text that the set's author wrote.
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
class Grounds:
    """What speaks for and against a point.

    `reading` is the judge's log-odds for the whole answer. The others are cosine similarities, -1
    to 1, each text with the window nearest to it: `examples` and `counter_examples` are means over
    the texts of their kind, since an answer that comes near to many ways of saying a point says it
    more surely than one that hits a single wording. 0 where the set has no near misses.
    """

    reading: float
    examples: float
    counter_examples: float
    description: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over the four.

    Nearness to near misses and to the description counts only above `usual`, what answers to the
    question come to on average: being far from them proves nothing.
    """

    bias: float
    reading: float
    examples: float
    counter_examples: float
    description: float
    usual: float

    def probability(self, grounds: Grounds) -> float:
        """That the point is made, 0 to 1."""
        logit = (
            self.bias
            + self.reading * grounds.reading
            + self.examples * grounds.examples
            + self.counter_examples * max(grounds.counter_examples, self.usual)
            + self.description * max(grounds.description, self.usual)
        )
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


FITTED = Curve(
    bias=0.32, reading=0.75, examples=11.35, counter_examples=-8.23, description=-2.87, usual=0.3
)
"""For the weights in simulator/judge; how it was fitted is told in docs/judge.md. Nearness to the
description counts against a point: answers stuffed with the words of the question come nearest."""


def grounds(reading: float, point: TalkingPoint, seen: Rows, judge: Judge) -> Grounds:
    """Of the windows of an answer, as the judge places them (at least one), for the point."""
    description = judge.embed((point.description,))
    return Grounds(
        reading=reading,
        examples=_nearest(seen, judge.embed(point.examples) if point.examples else description),
        counter_examples=(
            _nearest(seen, judge.embed(point.counter_examples)) if point.counter_examples else 0.0
        ),
        description=_nearest(seen, description),
    )


def by_example(point: TalkingPoint, seen: Rows, judge: Judge) -> Rows:
    """For each window, how near it is to the examples, less the near misses."""
    near = (seen @ judge.embed(point.examples or (point.description,)).T).mean(axis=1)
    if point.counter_examples:
        near = near - (seen @ judge.embed(point.counter_examples).T).max(axis=1) / 4
    best: Rows = near.astype(np.float32)
    return best


def _nearest(seen: Rows, texts: Rows) -> float:
    return float((seen @ texts.T).max(axis=0).mean())
