"""The judge as PyTorch trains it: MiniLM reads the points of a question and a passage together.

Where an embedding looks at both apart, here each word of the one sees each word of the other, and a
sentence sees its neighbours: "I would", "no, that was my colleague" and "it. They did" can only be
understood so. All points of a question stand before the passage, so that one reading tells which
sentence makes which of them (as GLiNER finds names of any kind that stand before the text,
Zaratiana et al. 2024). For each point there is a reading of every sentence (the evidence) and of
the whole passage (the verdict).
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from simulator.judge.likeness import NUMBERS, Rows
from simulator.judge.packing import Passage

DROPOUT = 0.1
ALIKE_COUNTS = 4.0
"""Similarities are small numbers beside the encoder's."""


class Network(nn.Module):  # type: ignore[misc]  # torch is not there when types are checked
    """Gives logits: for each point and sentence, and for each point."""

    def __init__(self, base: Path, attention: str = "sdpa") -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            base, attn_implementation=attention, add_pooling_layer=False
        )
        size = self.encoder.config.hidden_size
        self.sentence = _head(3 * size + NUMBERS, size)
        self.passage = _head(3 * size + NUMBERS + 1, size)

    def forward(  # noqa: PLR0917 (the inputs of a graph)
        self, ids: Tensor, mask: Tensor, sides: Tensor, claims: Tensor, spans: Tensor, alike: Tensor
    ) -> tuple[Tensor, Tensor]:
        """`ids`, `mask`, `sides`: (passages, tokens). `claims`: (passages, points, tokens) and
        `spans`: (passages, sentences, tokens), each row the share of every token in a point or a
        sentence, or zeros. `alike`: (passages, points, sentences, `NUMBERS`), see `likeness`.
        Returns (passages, points, sentences) and (passages, points)."""
        states = self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=sides
        ).last_hidden_state.float()
        points, sentences = torch.bmm(claims, states), torch.bmm(spans, states)
        many, said = points.shape[1], sentences.shape[1]
        one = points.unsqueeze(2).expand(-1, -1, said, -1)
        other = sentences.unsqueeze(1).expand(-1, many, -1, -1)
        alike = ALIKE_COUNTS * alike
        told = self.sentence(torch.cat([one, other, one * other, alike], 3)).squeeze(-1)
        there = spans.sum(2) > 0
        kept = told.masked_fill(~there.unsqueeze(1), -1e4)
        seen = torch.bmm(kept.softmax(2), sentences)
        best = kept.amax(2, keepdim=True).clamp(min=-20.0)
        nearest = alike.amax(2)
        told_of_all = torch.cat([points, seen, points * seen, nearest, best], 2)
        whole = self.passage(told_of_all).squeeze(-1)
        return told, whole + best.squeeze(-1)


def _head(wide: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(wide, size), nn.GELU(), nn.Linear(size, 1))


def batch(packed: Sequence[Passage], alike: Sequence[Rows]) -> tuple[Tensor, ...]:
    """Passages side by side, padded: what `Network.forward` takes."""
    tokens = max(len(one.ids) for one in packed)
    ids = torch.zeros(len(packed), tokens, dtype=torch.long)
    mask, sides = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, one in enumerate(packed):
        length = len(one.ids)
        ids[row, :length] = torch.tensor(one.ids)
        sides[row, :length] = torch.tensor(one.sides)
        mask[row, :length] = 1
    claims = _shares([one.claims for one in packed], tokens)
    spans = _shares([one.spans for one in packed], tokens)
    near = torch.zeros(len(packed), claims.shape[1], spans.shape[1], NUMBERS)
    for row, numbers in enumerate(alike):
        near[row, : numbers.shape[0], : numbers.shape[1]] = torch.from_numpy(numbers)
    return ids, mask, sides, claims, spans, near


def _shares(spans: Sequence[Sequence[tuple[int, int]]], tokens: int) -> Tensor:
    shares = torch.zeros(len(spans), max(map(len, spans)), tokens)
    for row, one in enumerate(spans):
        for column, (first, last) in enumerate(one):
            if last > first:
                shares[row, column, first:last] = 1 / (last - first)
    return shares
