"""How well verdicts on talking points are told, beside simpler ways, and in spoken answers.

    python benchmarks/verdicts.py [--spoken N]

The whole answers of `training/answers`, on which nothing was trained. Every way has one number for
each point of an answer; the threshold or curve for a question is fitted on the other questions.
With --spoken, N of the answers (in turn of all questions and styles; 0 for none) are said by the
neural voice, a woman's and a man's in turn, and recognised by the default model, which takes about
ten seconds each. Prints Markdown tables.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pay_spoken import SPEAKERS, default_recogniser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))

import fit
import known
import material

from simulator.audio.resampling import resampled
from simulator.judge import reader
from simulator.measures.coverage import COVERED_FROM
from simulator.measures.weak_points import SMALL_WORDS
from simulator.voice import Utterance, neural

STEM = 5
"""Letters of a word that count: "delegate" and "delegating" are one."""

NEARNESS = slice(2, 5)
"""Those of the grounds that no training had a part in."""

Numbers = NDArray[np.float64]


def stems(text: str) -> set[str]:
    words = re.findall(r"[a-z']+", text.lower())
    return {word[:STEM] for word in words if word not in SMALL_WORDS}


def keywords(questions: Sequence[material.AnswerQuestion]) -> Numbers:
    """For each verdict the share of the point's words that the answer has."""
    shares = []
    for asked in questions:
        for answer in asked.answers:
            said = stems(answer.text)
            for point in asked.points:
                wanted = stems(" ".join((point.label, point.description, *point.examples)))
                shares.append(len(wanted & said) / max(1, len(wanted)))
    return np.array(shares)


def row(name: str, chances: Numbers, made: NDArray[np.bool_], mixed: NDArray[np.bool_]) -> str:
    right = (chances >= COVERED_FROM) == made
    told = (right.mean(), fit.auc(chances, made), right[mixed].mean())
    return f"| {name} | " + " | ".join(f"{figure:.2f}" for figure in told) + " |"


def spoken(judge: reader.Reader, number: int) -> list[known.Verdict]:
    """Verdicts on `number` answers as the default model hears them."""
    voice, recogniser = neural.load(), default_recogniser()
    turn = 0

    def heard(text: str) -> str:
        nonlocal turn
        turn += 1
        sound = resampled(voice.synthesise(Utterance(text, SPEAKERS[turn % 2])))
        return " ".join(word.text for word in recogniser.transcribe(sound).words)

    questions = material.answers()
    chosen = [
        replace(questions[at % len(questions)], answers=[_answer(questions, at)])
        for at in range(number)
    ]
    return known.read_all(judge, chosen, as_recognised=True, written=heard)


def _answer(questions: Sequence[material.AnswerQuestion], at: int) -> material.WholeAnswer:
    asked = questions[at % len(questions)]
    return asked.answers[(at + at // len(questions)) % len(asked.answers)]


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("--spoken", type=int, default=40, metavar="N")
    number = told.parse_args().spoken
    judge = reader.load()
    verdicts = known.read_all(judge, material.answers())
    made = np.array([verdict.made for verdict in verdicts])
    mixed = np.array([verdict.mixed for verdict in verdicts])
    numbers = np.array([verdict.numbers for verdict in verdicts])
    words = keywords(material.answers())[:, None]
    print(f"{len(verdicts)} verdicts, {made.mean():.2f} of them made\n")
    print("| | accuracy | AUC | answers with both verdicts |\n|---|---|---|---|")
    print(row('always "not found"', np.zeros(len(made)), made, mixed))
    print(row("stemmed keywords", fit.left_out(verdicts, words, made), made, mixed))
    near = fit.left_out(verdicts, numbers[:, NEARNESS], made)
    print(row("untrained MiniLM, nearness", near, made, mixed))
    print(row("the judge, its reading", fit.left_out(verdicts, numbers[:, :1], made), made, mixed))
    print(row("reading and nearness", fit.left_out(verdicts, numbers, made), made, mixed))
    if number:
        said = spoken(judge, number)
        print(f"\n{number} answers spoken and recognised")
        fit.report(said, fit.by_others(said, verdicts))


if __name__ == "__main__":
    main()
