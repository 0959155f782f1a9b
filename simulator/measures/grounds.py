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
EXAMPLES_READ = -1.5
"""Log-odds of an author's own examples, in the mean of those of `training/answers`."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for and against a point.

    `reading` is the judge's log-odds for the whole answer. `proof` and `examples` are cosine
    similarities with the set's examples (their mean), -1 to 1: of the sentences as far as they were
    read as proof, and of the nearest one; `counter_examples` and `description` of the sentence
    nearest to those, `USUAL` at least. `own_examples` is the judge's log-odds for the author's own
    examples, in the mean: where it is strict with them, less is proof.
    """

    reading: float
    proof: float
    examples: float
    counter_examples: float
    description: float
    own_examples: float


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
    bias=0.98,
    weights=Grounds(
        reading=0.55,
        proof=7.09,
        examples=2.53,
        counter_examples=-4.22,
        description=-5.21,
        own_examples=-0.10,
    ),
)
"""For the weights in simulator/judge; how it was fitted is told in docs/judge.md. Nearness to the
description counts against a point: answers stuffed with the words of the question come nearest."""
NEAR, NEAR_A_MISS, ANOTHERS = 8.0, 2.0, 0.2
"""What counts beside the reading (log-odds) of a sentence as proof: nearness (cosine) to the
examples; against it nearness to near misses, and the log-odds that it makes another point. Chosen
on `training/answers`."""
ANOTHERS_FROM = -3.0
"""Log-odds below which it does not matter how surely a sentence does not make another point."""


def as_proof(weighed: Weighed, another_point: Sequence[float]) -> list[float]:
    """How well each sentence proves the point, to be compared within the answer alone.

    `another_point` are the log-odds that it makes another one, see `of_another_point`.
    """
    return [
        logit + NEAR * near.examples - NEAR_A_MISS * near.counter_examples - ANOTHERS * other
        for logit, near, other in zip(weighed.sentences, weighed.alike, another_point, strict=True)
    ]


def claim(point: TalkingPoint) -> Claim:
    """A point as a judge reads it."""
    return Claim(point.label, point.description, point.examples, point.counter_examples)


def of_another_point(read: Sequence[Weighed]) -> list[list[float]]:
    """For each point and sentence the log-odds that the sentence makes another of the question's
    points, at best; `ANOTHERS_FROM` at least."""
    found = []
    for point, one in enumerate(read):
        others = (other.sentences for at, other in enumerate(read) if at != point)
        floor = [ANOTHERS_FROM] * len(one.sentences)
        found.append([max(logits) for logits in zip(floor, *others, strict=True)])
    return found


def grounds(weighed: Weighed, standard: Standard) -> Grounds:
    """Of what a judge read of an answer (at least one sentence), and how strict it is."""
    best = max(weighed.sentences)
    shares = [math.exp(logit - best) for logit in weighed.sentences]
    near = [one.examples for one in weighed.alike]
    own = standard.examples
    return Grounds(
        reading=weighed.whole,
        proof=sum(s * one for s, one in zip(shares, near, strict=True)) / sum(shares),
        examples=max(near),
        counter_examples=max(USUAL, *(one.counter_examples for one in weighed.alike)),
        description=max(USUAL, *(one.description for one in weighed.alike)),
        own_examples=sum(own) / len(own) if own else EXAMPLES_READ,
    )
