"""Fits the lines of `simulator/judge/learnt.py` to the labelled sentences in `lines/`.

    python training/linear.py

`lines/NAME.txt` holds `label | text`, a sentence (or a short story) a line. Logistic regression
with weights shrunk, on where the untrained MiniLM places them. To the labelled ones come ordinary
sentences from the answers in `lessons/` and `further/`, which count as not doing it, so that a
rare thing is not heard everywhere. The same sentences give the same weights. Prints of how many
sentences in `answers/` each would be told, with and without the ordinary ones; how good it is, the
tests of the measures tell, on lines by other authors.
"""

import random
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import material

from simulator.judge import minilm
from simulator.judge.learnt import WEIGHTS, Deed
from simulator.measures.blame import HARSH_FROM
from simulator.measures.pay_raised import PAY_FROM
from simulator.measures.windows import sentences
from simulator.transcription import Word

ROUNDS = 1500
STEP, MOMENTUM = 4.0, 0.9
SEED = 3

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Task:
    """`label` is what does it; `shrink` was chosen on lines by another author."""

    file: str
    label: str
    shrink: float
    told_from: float | None
    """The log-odds from which it is told of a sentence; None for what is asked of whole stories, to
    which no ordinary sentences come."""
    ordinary: int = 0
    """How many ordinary sentences come to the lines: chosen like `shrink`."""


TASKS: dict[Deed, Task] = {
    "blames": Task("blame", "blame", 0.1, HARSH_FROM, 6000),
    "raises-pay": Task("pay_raised", "raises", 0.3, PAY_FROM, 3000),
    "ends": Task("results", "result", 0.1, None),
}


def main() -> None:
    judge = minilm.load()
    usual = judge.embed(ordinary()).astype(float)
    others = judge.embed(said_in("answers")).astype(float)
    stored: dict[str, NDArray[np.float32]] = {}
    for deed, task in TASKS.items():
        lines = labelled(HERE / "lines" / f"{task.file}.txt")
        rows = judge.embed([text for _, text in lines]).astype(float)
        does = np.array([label == task.label for label, _ in lines], float)
        weights, bias = fit(rows, does, task.shrink)
        print(f"{deed}: {len(lines)} lines")
        if task.told_from is not None:
            without = told(others, weights, bias, task.told_from)
            rows = np.r_[rows, usual[: task.ordinary]]
            does = np.r_[does, np.zeros(task.ordinary)]
            weights, bias = fit(rows, does, task.shrink)
            beside = told(others, weights, bias, task.told_from)
            print(f"  told of {len(others)} sentences: {beside}; without ordinary ones {without}")
        stored[f"{deed}.weights"] = weights.astype(np.float32)
        stored[f"{deed}.bias"] = np.array(bias, np.float32)
    np.savez(WEIGHTS, **stored)  # type: ignore[arg-type]


def ordinary() -> list[str]:
    """Sentences as people say them in interviews; a few of them may do it all the same."""
    said = [*said_in("lessons"), *said_in("further")]
    return random.Random(SEED).sample(said, max(task.ordinary for task in TASKS.values()))


def said_in(folder: str) -> list[str]:
    """All sentences of the whole answers there."""
    answers = [answer.text for one in material.answers(HERE / folder) for answer in one.answers]
    return [
        sentence.text
        for text in answers
        for sentence in sentences([Word(word) for word in text.split()])
    ]


def told(rows: Numbers, weights: Numbers, bias: float, at_least: float) -> int:
    """Of how many rows it would be told."""
    return int((rows @ weights + bias >= at_least).sum())


def labelled(file: Path) -> list[tuple[str, str]]:
    """Label and text of each line; comments left out."""
    lines = file.read_text(encoding="utf-8").splitlines()
    parted = [line.split("|", 1) for line in lines if line.strip() and not line.startswith("#")]
    return [(label.strip(), text.strip()) for label, text in parted]


def fit(rows: Numbers, does: Numbers, shrink: float) -> tuple[Numbers, float]:
    """Logistic regression by gradient descent with momentum."""
    weights, bias = np.zeros(rows.shape[1]), 0.0
    speed, bias_speed = np.zeros_like(weights), 0.0
    for _ in range(ROUNDS):
        wrong = (1 / (1 + np.exp(-(rows @ weights + bias))) - does) / len(rows)
        speed = MOMENTUM * speed - STEP * (rows.T @ wrong + shrink / len(rows) * weights)
        bias_speed = MOMENTUM * bias_speed - STEP * float(wrong.sum())
        weights, bias = weights + speed, bias + bias_speed
    return weights, bias


if __name__ == "__main__":
    main()
