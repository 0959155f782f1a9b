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
NO_OTHER = -5.0
"""Log-odds at which a sentence makes no other point of the question, at the least."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for and against a point.

    `reading` is the judge's log-odds for the whole answer. `proof` and `examples` are cosine
    similarities with the set's examples (their mean), -1 to 1: of the sentences as far as they were
    read as proof, and of the nearest one; `counter_examples` and `description` of the sentence
    nearest to those, `USUAL` at least. `own_examples` is the judge's log-odds for the author's own
    examples, in the mean: where it is strict with them, less is proof. `others` is its log-odds
    (`NO_OTHER` at least) that the sentences that were read as proof make another point of the
    question: the judge knows better whether something is proved than what.
    """

    reading: float
    proof: float
    examples: float
    counter_examples: float
    description: float
    own_examples: float
    others: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve: what each of the grounds weighs."""

    bias: float
    weights: Grounds

    def probability(self, grounds: Grounds) -> float:
        """That the point is made, 0 to 1."""
        weighed = zip(astuple(self.weights), astuple(grounds), strict=True)
        logit = self.bias + sum(weight * ground for weight, ground in weighed)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


FITTED = Curve(
    bias=0.96,
    weights=Grounds(
        reading=0.89,
        proof=6.53,
        examples=4.40,
        counter_examples=-5.02,
        description=-5.79,
        own_examples=-0.16,
        others=-0.30,
    ),
)
"""For the weights in simulator/judge; how it was fitted is told in docs/judge.md. Nearness to the
description counts against a point: answers stuffed with the words of the question come nearest."""
NEAR, NEAR_A_MISS, ANOTHERS = 8.0, 2.0, 0.5
"""What counts beside the reading (log-odds) of a sentence as proof: nearness (cosine) to the
examples, against it nearness to near misses and what it makes of another point (log-odds above
`ANOTHERS_FROM`). Chosen on `training/answers`."""
ANOTHERS_FROM = -3.0


def as_proof(weighed: Weighed, others: Sequence[float]) -> list[float]:
    """How well each sentence proves the point, against the other sentences."""
    return [
        logit
        + NEAR * near.examples
        - NEAR_A_MISS * near.counter_examples
        - ANOTHERS * max(0.0, other - ANOTHERS_FROM)
        for logit, near, other in zip(weighed.sentences, weighed.alike, others, strict=True)
    ]


def claim(point: TalkingPoint) -> Claim:
    """A point as a judge reads it."""
    return Claim(point.label, point.description, point.examples, point.counter_examples)


def of_others(read: Sequence[Weighed], point: int) -> list[float]:
    """For each sentence the log-odds that it makes another of the question's points than that of
    this number, at best; `NO_OTHER` at least."""
    others = [one.sentences for at, one in enumerate(read) if at != point]
    floor = [NO_OTHER] * len(read[point].sentences)
    return [max(logits) for logits in zip(floor, *others, strict=True)]


def grounds(weighed: Weighed, others: Sequence[float], standard: Standard) -> Grounds:
    """Of what a judge read of an answer (at least one sentence), and how strict it is."""
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
        others=as_far_as_proof(others),
    )
