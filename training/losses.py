"""What training makes small: how wrong each reading is, and how ill points are told apart.

Right or wrong by itself (cross entropy) teaches whether something is proved at all; which point it
is comes out only where the readings of one sentence, or of one answer, are set against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from sampling import Example
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

from simulator.judge.packing import Passage

MADE_COUNTS = 2.0
"""Sentences that make a point are the fewer: they count more."""
AGAINST_OTHERS = 0.5
"""What it counts to tell points or sentences apart, beside each reading by itself."""
NEVER = -1e4


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
    """`sentences` and `passages` are what `Network.forward` returns."""
    here, whole = wanted(sentences, passages, examples, packed)
    told_apart = (
        against(sentences, here, over=2)  # where a point is made
        + against(sentences, here, over=1)  # what a sentence makes
        + against(passages, whole, over=1)  # which points an answer makes
    )
    return alone(sentences, here) + alone(passages, whole) + AGAINST_OTHERS * told_apart


def wanted(
    sentences: Tensor, passages: Tensor, examples: Sequence[Example], packed: Sequence[Passage]
) -> tuple[Wanted, Wanted]:
    """Of every sentence and of every passage, in the shape of their readings."""
    here = Wanted(torch.zeros_like(sentences), torch.zeros_like(sentences))
    whole = Wanted(torch.zeros_like(passages), torch.zeros_like(passages))
    for row, (example, one) in enumerate(zip(examples, packed, strict=True)):
        for column, (said, (first, last)) in enumerate(
            zip(example.sentences, one.spans, strict=True)
        ):
            if last > first:
                for point, weight in enumerate(said.weights):
                    here.made[row, point, column] = float(point in said.makes)
                    here.counts[row, point, column] = weight
        for point, (is_made, weight) in enumerate(zip(example.made, example.weights, strict=True)):
            whole.made[row, point] = float(is_made)
            whole.counts[row, point] = weight
    return here, whole


def alone(logits: Tensor, wanted: Wanted) -> Tensor:
    """Cross entropy of each reading by itself."""
    weights = wanted.counts
    if logits.dim() > 2:
        weights = torch.where(wanted.yes, MADE_COUNTS * weights, weights)
    wrong = cross_entropy(logits, wanted.made, weights, reduction="sum")
    return wrong / weights.sum().clamp(min=1)


def against(logits: Tensor, wanted: Wanted, *, over: int) -> Tensor:
    """Each that is made against all that are not, along the dimension `over`: the negative log of
    its share in their softmax, in the mean of those that have something to be set against."""
    others = logits.masked_fill(~wanted.no, NEVER).logsumexp(over, keepdim=True)
    weights = wanted.counts * wanted.yes * wanted.no.any(over, keepdim=True)
    wrong = weights * (torch.logaddexp(logits, others) - logits)
    return wrong.sum() / weights.sum().clamp(min=1)
