"""Trains the small network of `simulator/judge/learnt.py` on the labelled texts in `lines/`.

    .judge/bin/python training/learnt.py

`lines/NAME.txt` holds `label | text`, a sentence (a question, a short story) a line, each as
written and once more as a recogniser writes. To those come ordinary sentences from the answers in
`lessons/` and `further/`, which count as doing nothing, so that a rare thing is not heard
everywhere. Prints of how many sentences in `answers/` each deed would be told; how good it is, the
tests of the measures tell, on lines by other authors. The same lines and seeds give the same
weights, on one machine.
"""

import argparse
import math
import random
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import material

from simulator.judge import learnt, minilm
from simulator.measures.blame import HARSH_FROM
from simulator.measures.pay_raised import PAY_FROM
from simulator.measures.sentences import sentences
from simulator.transcription import Word

WIDTH, HEADS = 256, 4
SEEDS = (1, 2, 3)
"""As many networks are trained, and their mean is told: each errs elsewhere."""
EPOCHS = 5
DROPOUT = 0.2
MIXED = 64
"""Lines in a step, of all kinds."""
RATE, DECAY = 7e-4, 0.05
SOFT = 0.05
"""Of each label's certainty that is shared among the others (Szegedy et al. 2016)."""
ORDINARY = 6000
OPSET = 17
MADE_FOR_RULES = Path("tests", "measures", "pay_answers_4.txt")
"""Lines that the rules for pay were made on."""
LABELS = {"blames": "blame", "raises-pay": "raises", "ends": "result"}
FILES = {"blames": "blame", "raises-pay": "pay_raised", "ends": "results"}

States = NDArray[np.float16]


@dataclass(frozen=True)
class Item:
    """A text and what is known of it: `deeds` 1, 0 or None (nothing), and the number of its topic
    or answer."""

    text: str
    deeds: tuple[float | None, ...] = (None,) * len(learnt.DEEDS)
    topic: int | None = None
    pay: int | None = None


class Attention(nn.Module):  # type: ignore[misc]  # torch is not there when types are checked
    """A layer of self-attention, norms first, written so that ONNX takes any number of tokens."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.asked, self.known, self.held, self.together = (
            nn.Linear(WIDTH, WIDTH) for _ in range(4)
        )
        self.wide = nn.Sequential(
            nn.Linear(WIDTH, 2 * WIDTH), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(2 * WIDTH, WIDTH)
        )
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, there: Tensor) -> Tensor:
        inner = self.before(states)
        asked, known, held = (
            part(inner).unflatten(-1, (HEADS, -1)).transpose(1, 2)
            for part in (self.asked, self.known, self.held)
        )
        near = asked @ known.transpose(-1, -2) / math.sqrt(WIDTH / HEADS)
        shares = near.masked_fill(~there[:, None, None, :], -1e9).softmax(-1)
        seen = (self.dropout(shares) @ held).transpose(1, 2).flatten(2)
        states = states + self.dropout(self.together(seen))
        return states + self.dropout(self.wide(self.after(states)))


class Network(nn.Module):  # type: ignore[misc]  # as above
    """Reads the vectors of a text's tokens: one layer of self-attention, then a weighted mean that
    stands beside the plain one, which is what nearness goes by."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(minilm.DIMENSIONS, WIDTH))
        self.layer = Attention()
        self.norm = nn.LayerNorm(WIDTH)
        self.weight = nn.Linear(WIDTH, 1)
        self.dropout = nn.Dropout(DROPOUT)
        told = WIDTH + minilm.DIMENSIONS
        self.deeds = nn.Linear(told, len(learnt.DEEDS))
        self.topics = nn.Linear(told, len(learnt.TOPICS))
        self.pay = nn.Linear(told, len(learnt.PAY))

    def forward(self, states: Tensor, there: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`states` (texts, tokens, dimensions); `there` (texts, tokens) is false where a text is
        over. Log-odds of deeds, logits of topics and of answers about pay."""
        shares = there.unsqueeze(-1).float()
        mean = (states * shares).sum(1) / shares.sum(1)
        mean = 4 * nn.functional.normalize(mean, dim=-1)
        read = self.norm(self.layer(self.narrow(states), there))
        weights = self.weight(read).squeeze(-1).masked_fill(~there, -1e9).softmax(-1)
        told = torch.cat([(read * weights.unsqueeze(-1)).sum(1), mean], -1)
        told = self.dropout(told)
        return self.deeds(told), self.topics(told), self.pay(told)


class Placed:
    """MiniLM's vectors of texts, each made once."""

    def __init__(self) -> None:
        self._minilm = minilm.load()
        self._known: dict[str, States] = {}

    def __call__(self, text: str) -> States:
        if text not in self._known:
            self._known[text] = self._minilm.states(text).astype(np.float16)
        return self._known[text]


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("--out", type=Path, default=learnt.WEIGHTS)
    flags = told.parse_args()
    placed = Placed()
    items = known_lines()
    items += [Item(recognised(item.text), item.deeds, item.topic, item.pay) for item in items]
    items += ordinary()
    print(f"{len(items)} texts", flush=True)
    export([train(items, placed, seed) for seed in SEEDS], flags.out)
    told_of(said_in("answers"), placed, learnt.of(flags.out.read_bytes()))


def known_lines() -> list[Item]:
    found: list[Item] = []
    for place, deed in enumerate(learnt.DEEDS):
        for label, text in labelled(FILES[deed]):
            does: list[float | None] = [None] * len(learnt.DEEDS)
            does[place] = float(label == LABELS[deed])
            found.append(Item(text, tuple(does)))
    found += [Item(text, topic=learnt.TOPICS.index(label)) for label, text in labelled("topics")]
    found += [
        Item(text, pay=learnt.PAY.index(label.split("+")[0]))
        for label, text in [*labelled("pay"), *read(HERE.parent / MADE_FOR_RULES)]
    ]
    return found


def ordinary() -> list[Item]:
    """Sentences as people say them in interviews; a few of them may do it all the same."""
    said = [*said_in("lessons"), *said_in("further")]
    return [Item(text, (0.0, 0.0, None)) for text in random.Random(3).sample(said, ORDINARY)]


def said_in(folder: str) -> list[str]:
    """All sentences of the whole answers there."""
    answers = [answer.text for one in material.answers(HERE / folder) for answer in one.answers]
    return [
        sentence.text
        for text in answers
        for sentence in sentences([Word(word) for word in text.split()])
    ]


def labelled(name: str) -> list[tuple[str, str]]:
    return read(HERE / "lines" / f"{name}.txt")


def read(file: Path) -> list[tuple[str, str]]:
    """Label and text of each line; comments left out."""
    lines = file.read_text(encoding="utf-8").splitlines()
    parted = [line.split("|", 1) for line in lines if line.strip() and not line.startswith("#")]
    return [(label.strip(), text.strip()) for label, text in parted]


def recognised(text: str) -> str:
    """As a recogniser may write it: no marks, no capitals."""
    return " ".join(re.sub(r"[^\w\s']", " ", text.lower()).split())


def train(items: Sequence[Item], placed: Placed, seed: int) -> Network:
    items = list(items)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    draw = random.Random(seed)
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(items) // MIXED)
    plan = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps + 1, pct_start=0.1
    )
    for epoch in range(EPOCHS):
        draw.shuffle(items)
        total = 0.0
        for first in range(0, len(items) - MIXED + 1, MIXED):
            loss = wrong(network, items[first : first + MIXED], placed)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            plan.step()
            total += loss.item()
        print(f"{seed}, {epoch + 1}: {total * EPOCHS / steps:.3f}", flush=True)
    network.eval()
    return network


def wrong(network: Network, items: list[Item], placed: Placed) -> Tensor:
    deeds, topics, pay = network(*padded([placed(item.text) for item in items]))
    known = [
        (row, place, does)
        for row, item in enumerate(items)
        for place, does in enumerate(item.deeds)
        if does is not None
    ]
    loss = torch.zeros(())
    if known:
        rows, places, does = zip(*known, strict=True)
        loss = loss + nn.functional.binary_cross_entropy_with_logits(
            deeds[list(rows), list(places)], torch.tensor(does), reduction="sum"
        )
    for logits, numbers in (
        (topics, [item.topic for item in items]),
        (pay, [item.pay for item in items]),
    ):
        rows_ = [row for row, number in enumerate(numbers) if number is not None]
        if rows_:
            loss = loss + nn.functional.cross_entropy(
                logits[rows_], torch.tensor([numbers[row] for row in rows_]),
                label_smoothing=SOFT, reduction="sum",
            )  # fmt: skip
    return loss * 2 / MIXED


def padded(texts: list[States]) -> tuple[Tensor, Tensor]:
    states = torch.zeros(len(texts), max(map(len, texts)), minilm.DIMENSIONS)
    there = torch.zeros(states.shape[:2], dtype=torch.bool)
    for row, one in enumerate(texts):
        states[row, : len(one)] = torch.from_numpy(one.astype(np.float32))
        there[row, : len(one)] = True
    return states, there


class Together(nn.Module):  # type: ignore[misc]  # as above
    """All networks on one text at a time, as the program reads them."""

    def __init__(self, networks: Sequence[Network]) -> None:
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, states: Tensor) -> tuple[Tensor, ...]:
        there = torch.ones(states.shape[:2], dtype=torch.bool)
        told = zip(*(network(states, there) for network in self.networks), strict=True)
        return tuple(torch.stack(each).mean(0) for each in told)


def export(networks: Sequence[Network], file: Path) -> None:
    """ONNX with weights in eight bits for each channel: two million of them."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        torch.onnx.export(
            Together(networks).eval(), (torch.zeros(1, 8, minilm.DIMENSIONS),), str(whole),
            input_names=["states"], output_names=["deeds", "topics", "pay"],
            dynamic_axes={"states": {1: "tokens"}}, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, file, per_channel=True, weight_type=QuantType.QInt8)


def told_of(texts: list[str], placed: Placed, network: learnt.Learnt) -> None:
    told = [network.tell(placed(text).astype(np.float32)) for text in texts]
    for deed, at_least in (("blames", HARSH_FROM), ("raises-pay", PAY_FROM)):
        count = sum(one.deeds[deed] >= at_least for one in told)  # type: ignore[index]
        print(f"{deed}: told of {count} in {len(texts)} ordinary sentences")


if __name__ == "__main__":
    main()
