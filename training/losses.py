"""What training makes small: how wrong each reading is, and how ill points are told apart.

Right or wrong by itself (cross entropy) teaches whether something is proved at all; which point it
is comes out only where the readings of one sentence, or of one answer, are set against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from sampling import Example
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as binary_cross_entropy

from simulator.judge.packing import Passage

MADE_COUNTS = 2.0
"""Sentences that make a point are the fewer: they count more."""
AGAINST_OTHERS = 0.5
"""What it counts to tell points or sentences apart, beside each reading by itself."""
NEVER = -1e4
"""A logit of no weight in any softmax."""


@dataclass(frozen=True)
class Wanted:
    """Whether it is made (0 or 1) and how much that counts, by passage, point and sentence, or by
    passage and point; what is not there counts nothing."""

    made: Tensor
    counts: Tensor

    @property
    def yes(self) -> Tensor:
        return (self.made > 0) & (self.counts > 0)

    @property
    def no(self) -> Tensor:
        return (self.made == 0) & (self.counts > 0)


def loss(
    sentences: Tensor, passages: Tensor, examples: Sequence[Example], packed: Sequence[Passage]
) -> Tensor:
    """In nats, without a shape. `sentences` and `passages` are what `Network.forward` returns."""
    here, whole = what_is_wanted(sentences, passages, examples, packed)
    told_apart = (
        against(sentences, here, over=2)  # where a point is made
        + against(sentences, here, over=1)  # what a sentence makes
        + against(passages, whole, over=1)  # which points an answer makes
    )
    by_itself = alone(sentences, here, made_counts=MADE_COUNTS) + alone(passages, whole)
    return by_itself + AGAINST_OTHERS * told_apart


def what_is_wanted(
    sentences: Tensor, passages: Tensor, examples: Sequence[Example], packed: Sequence[Passage]
) -> tuple[Wanted, Wanted]:
    """Of every sentence and of every passage, in the shape of their readings."""
    made, counts = torch.zeros_like(sentences), torch.zeros_like(sentences)
    made_at_all, counts_at_all = torch.zeros_like(passages), torch.zeros_like(passages)
    for row, (example, one) in enumerate(zip(examples, packed, strict=True)):
        for column, (said, (first, last)) in enumerate(
            zip(example.sentences, one.spans, strict=True)
        ):
            if last > first:
                for point, weight in enumerate(said.weights):
                    made[row, point, column] = float(point in said.makes)
                    counts[row, point, column] = weight
        for point, (is_made, weight) in enumerate(zip(example.made, example.weights, strict=True)):
            made_at_all[row, point] = float(is_made)
            counts_at_all[row, point] = weight
    return Wanted(made, counts), Wanted(made_at_all, counts_at_all)


def alone(logits: Tensor, wanted: Wanted, *, made_counts: float = 1.0) -> Tensor:
    """Cross entropy of each reading by itself; of what is made it counts `made_counts` times."""
    weights = torch.where(wanted.yes, made_counts * wanted.counts, wanted.counts)
    wrong = binary_cross_entropy(logits, wanted.made, weights, reduction="sum")
    return wrong / weights.sum().clamp(min=1)


def against(logits: Tensor, wanted: Wanted, *, over: int) -> Tensor:
    """Each that is made against all that are not, as far as they count, along the dimension `over`:
    the negative log of its share in their softmax, in the mean of those that have something to be
    set against (as InfoNCE, van den Oord et al. 2018, with several that are wanted)."""
    doubted = logits + wanted.counts.clamp(min=1e-6).log()
    others = doubted.masked_fill(~wanted.no, NEVER).logsumexp(over, keepdim=True)
    weights = wanted.counts * wanted.yes * wanted.no.any(over, keepdim=True)
    wrong = weights * (torch.logaddexp(logits, others) - logits)
    return wrong.sum() / weights.sum().clamp(min=1)
