"""What speaks for a point being made, and how likely that makes it.

Only meaning carries over to questions that nothing was fitted on; cues (negation, "I would", talk
in general) that helped on known answers collapsed on others. So these numbers are all there is: how
the judge reads the answer beside the point, and how near it comes to what the set's author wrote.
"""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from simulator.judge import Claim, Standard, Weighed
from simulator.questions import TalkingPoint

USUAL = 0.3
"""Cosine similarity that answers come to on average: to be farther from near misses and from the
description proves nothing."""
EXAMPLES_READ = -1.2
"""Log-odds of an author's own examples, in the mean of those of `training/answers`."""
ANOTHER_READ = -2.0
"""Log-odds of `Grounds.another_point` in the mean of `training/answers`: for a question that has
one point only."""
SURELY_NOT = -5.0
"""Log-odds below which it no longer matters how surely a sentence does not make another point."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for and against a point.

    `reading` is the judge's log-odds for the whole answer. `proof` and `examples` are cosine
    similarities with the set's examples (their mean), -1 to 1: of the sentences as far as they were
    read as proof, and of the nearest one; `counter_examples` and `description` of the sentence
    nearest to those, `USUAL` at least. `own_examples` is the judge's log-odds for the author's own
    examples, in the mean: where it is strict with them, less is proof. `another_point` is its
    log-odds (`SURELY_NOT` at least) that the sentences that were read as proof make another point
    of the question: the judge knows better whether something is proved than what.
    """

    reading: float
    proof: float
    examples: float
    counter_examples: float
    description: float
    own_examples: float
    another_point: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve: what each of the grounds weighs."""

    bias: float
    weights: Grounds

    def probability(self, grounds: Grounds) -> float:
        """That the point is made, between 0 and 1 and never quite either."""
        weighed = zip(astuple(self.weights), astuple(grounds), strict=True)
        logit = self.bias + sum(weight * ground for weight, ground in weighed)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


FITTED = Curve(
    bias=0.96,
    weights=Grounds(
        reading=0.89,
        proof=6.53,
        examples=4.40,
        counter_examples=-5.02,
        description=-5.79,
        own_examples=-0.16,
        another_point=-0.30,
    ),
)
"""For the weights in simulator/judge; how it was fitted is told in docs/judge.md. Nearness to the
description counts against a point: answers stuffed with the words of the question come nearest."""
NEAR, NEAR_A_MISS, ANOTHERS = 8.0, 2.0, 0.5
"""What counts beside the reading (log-odds) of a sentence as proof: nearness (cosine) to the
examples; against it nearness to near misses, and the log-odds above `ANOTHERS_FROM` that it makes
another point. Chosen on `training/answers`."""
ANOTHERS_FROM = -3.0


def as_proof(weighed: Weighed, another_point: Sequence[float]) -> list[float]:
    """How well each sentence proves the point, to be compared within the answer alone.

    `another_point` are the log-odds that it makes another one, see `of_another_point`.
    """
    return [
        logit
        + NEAR * near.examples
        - NEAR_A_MISS * near.counter_examples
        - ANOTHERS * max(0.0, other - ANOTHERS_FROM)
        for logit, near, other in zip(weighed.sentences, weighed.alike, another_point, strict=True)
    ]


def claim(point: TalkingPoint) -> Claim:
    """A point as a judge reads it."""
    return Claim(point.label, point.description, point.examples, point.counter_examples)


def of_another_point(read: Sequence[Weighed]) -> list[list[float]]:
    """For each point and sentence the log-odds that the sentence makes another of the question's
    points, at best; `SURELY_NOT` at least, and `ANOTHER_READ` where there is no other."""
    if len(read) == 1:
        return [[ANOTHER_READ] * len(read[0].sentences)]
    found = []
    for point in range(len(read)):
        others = (one.sentences for at, one in enumerate(read) if at != point)
        found.append([max(SURELY_NOT, *logits) for logits in zip(*others, strict=True)])
    return found


def grounds(weighed: Weighed, another_point: Sequence[float], standard: Standard) -> Grounds:
    """Of what a judge read of an answer (at least one sentence), and how strict it is.

    `another_point` is by sentence, see `of_another_point`.
    """
    best = max(weighed.sentences)
    shares = [math.exp(logit - best) for logit in weighed.sentences]

    def as_far_as_proof(numbers: Sequence[float]) -> float:
        return sum(s * one for s, one in zip(shares, numbers, strict=True)) / sum(shares)

    near = [one.examples for one in weighed.alike]
    own = standard.examples
    return Grounds(
        reading=weighed.whole,
        proof=as_far_as_proof(near),
        examples=max(near),
        counter_examples=max(USUAL, *(one.counter_examples for one in weighed.alike)),
        description=max(USUAL, *(one.description for one in weighed.alike)),
        own_examples=sum(own) / len(own) if own else EXAMPLES_READ,
        another_point=as_far_as_proof(another_point),
    )
