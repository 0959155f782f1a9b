"""The judge as PyTorch trains it: MiniLM reads a point and a passage together.

Where an embedding looks at both apart, here each word of the one sees each word of the other, and a
sentence sees its neighbours: "I would", "no, that was my colleague" and "it. They did" can only be
understood so. Two heads: one for each sentence (which of them makes the point: the evidence), one
for the whole passage (is it made: the verdict).
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from simulator.judge.packing import Passage

DROPOUT = 0.1


class Network(nn.Module):  # type: ignore[misc]  # torch is not there when types are checked
    """Gives logits: one for each sentence, one for each passage."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="eager")
        size = self.encoder.config.hidden_size
        self.sentence = _head(2 * size, size)
        self.passage = _head(2 * size, size)

    def forward(
        self, ids: Tensor, mask: Tensor, sides: Tensor, spans: Tensor
    ) -> tuple[Tensor, Tensor]:
        """`ids`, `mask`, `sides`: (passages, tokens). `spans`: (passages, sentences, tokens), each
        row the share of every token in a sentence, or zeros. Returns (passages, sentences) and
        (passages,)."""
        states = self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=sides
        ).last_hidden_state.float()
        first = states[:, 0]
        sentences = torch.bmm(spans, states)
        beside = first.unsqueeze(1).expand(-1, sentences.shape[1], -1)
        told = self.sentence(torch.cat([sentences, beside], 2)).squeeze(-1)
        shares = mask.unsqueeze(-1).float()
        mean = (states * shares).sum(1) / shares.sum(1)
        return told, self.passage(torch.cat([mean, first], 1)).squeeze(-1)


def _head(wide: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(wide, size), nn.GELU(), nn.Linear(size, 1))


def batch(packed: Sequence[Passage]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Passages side by side, padded: what `Network.forward` takes."""
    tokens = max(len(one.ids) for one in packed)
    sentences = max(len(one.spans) for one in packed)
    ids = torch.zeros(len(packed), tokens, dtype=torch.long)
    mask, sides = torch.zeros_like(ids), torch.zeros_like(ids)
    spans = torch.zeros(len(packed), sentences, tokens)
    for row, one in enumerate(packed):
        length = len(one.ids)
        ids[row, :length] = torch.tensor(one.ids)
        sides[row, :length] = torch.tensor(one.sides)
        mask[row, :length] = 1
        for column, (first, last) in enumerate(one.spans):
            if last > first:
                spans[row, column, first:last] = 1 / (last - first)
    return ids, mask, sides, spans
