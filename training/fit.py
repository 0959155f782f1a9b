"""Fits the curve that makes probabilities of what the judge reads: the end of `make judge`.

    python training/fit.py [--weights FILE] [--besides FOLDER]

On the whole answers in `answers/`, which nothing was trained on, each once as written and once as a
recogniser writes it. FOLDER may hold others: a question set `set.yaml`, and `answers.jsonl` with a
line for each answer (question, style, text, text_asr, points: {id: covered or missed}). Figures are
for questions left out of the fit, one at a time; those of `further/`, on which nothing is fitted,
by the curve that is printed: coefficients for `simulator/measures/nearness.py`.
"""

import argparse
import functools
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import material
from sampling import recognised

from simulator.judge import claim, reader
from simulator.measures.coverage import COVERED_FROM, UNSURE_FROM
from simulator.measures.nearness import grounds
from simulator.measures.windows import sentences, windows
from simulator.questions import TalkingPoint
from simulator.questions import reading as set_reading
from simulator.transcription import Word

SHRINK = 1.0
USUAL = 0.3
TRAPS = ("stuffed", "negated", "hypothetical", "evasive", "other-person")

Numbers = NDArray[np.float64]
Four = tuple[float, float, float, float]


@dataclass(frozen=True)
class Verdict:
    question: str
    style: str
    as_recognised: bool
    made: bool
    numbers: Four
    mixed: bool
    """Whether the answer makes some of its points and not others."""


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("--weights", type=Path, default=reader.WEIGHTS)
    told.add_argument("--besides", type=Path, metavar="FOLDER")
    flags = told.parse_args()
    judge = reader.of(flags.weights.read_bytes())
    draw = random.Random(1)
    own = [
        *read_all(judge, as_recognised=False),
        *read_all(judge, as_recognised=True, written=lambda text: recognised(text, draw)),
    ]
    besides = [] if flags.besides is None else read_besides(judge, flags.besides)
    verdicts = [*own, *besides]
    made = np.array([verdict.made for verdict in verdicts])
    numbers = np.array([verdict.numbers for verdict in verdicts])
    chances = left_out(verdicts, numbers, made)
    for title, first, last in (
        ("answers/", 0, len(own)),
        (str(flags.besides), len(own), len(verdicts)),
    ):
        for text in (False, True):
            here = [i for i in range(first, last) if verdicts[i].as_recognised == text]
            if here:
                print(f"\n{title} {'as recognised' if text else 'as written'}")
                report([verdicts[i] for i in here], chances[here], made[here])
    alone = left_out(verdicts[: len(own)], numbers[: len(own), 1:], made[: len(own)])
    right = ((alone >= COVERED_FROM) == made[: len(own)]).mean()
    print(f"\nby nearness alone  accuracy {right:.3f}  AUC {auc(alone, made[: len(own)]):.3f}")
    bias, *weights = fit(numbers, made)
    further = [
        replace(asked, answers=asked.answers[::2]) for asked in material.answers(HERE / "further")
    ]
    seen = read_all(judge, as_recognised=False, questions=further)
    print("\nfurther/, every other answer, as written, by the curve below")
    found = _logistic(bias + np.array([one.numbers for one in seen]) @ np.array(weights))
    report(seen, found, np.array([one.made for one in seen]))
    names = ("reading", "examples", "counter_examples", "description")
    curve = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(names, weights, strict=True))
    print(f"\nCurve(bias={bias:.2f}, {curve}, usual={USUAL})")


def read_all(
    judge: reader.Reader,
    *,
    as_recognised: bool,
    written: Callable[[str], str] = str,
    questions: Sequence[material.AnswerQuestion] | None = None,
) -> list[Verdict]:
    """Every verdict of `answers/` (or of `questions`), with what the judge makes of it.

    `written` makes of an answer's text what the judge gets to read.
    """
    found = []
    for asked in material.answers() if questions is None else questions:
        points = [
            TalkingPoint(
                point.key,
                point.label,
                point.description,
                examples=tuple(point.examples),
                counter_examples=tuple(point.counter_examples),
            )
            for point in asked.points
        ]
        for answer in asked.answers:
            read = _read(judge, points, written(answer.text))
            found += [
                Verdict(
                    asked.question,
                    answer.style,
                    as_recognised,
                    answer.made[point.id],
                    numbers,
                    len(set(answer.made.values())) > 1,
                )
                for point, numbers in zip(points, read, strict=True)
            ]
    return found


def read_besides(judge: reader.Reader, folder: Path) -> list[Verdict]:
    """The same for a folder of others."""
    questions = set_reading.read(folder / "set.yaml")
    found = []
    for line in (folder / "answers.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        question = questions.question(row["question"])
        if question is None:
            sys.exit(f"{folder / 'answers.jsonl'} names a question that the set does not have.")
        for key in ("text", "text_asr"):
            read = _read(judge, question.talking_points, row[key])
            made = {point: told == "covered" for point, told in row["points"].items()}
            found += [
                Verdict(
                    question.id,
                    row["style"],
                    key == "text_asr",
                    made[point.id],
                    numbers,
                    len(set(made.values())) > 1,
                )
                for point, numbers in zip(question.talking_points, read, strict=True)
            ]
    return found


def _read(judge: reader.Reader, points: Sequence[TalkingPoint], text: str) -> list[Four]:
    """The four numbers for each point, as the curve takes them."""
    words = tuple(Word(word) for word in text.split())
    seen = judge.embed([window.text for window in windows(words)])
    said = [sentence.text for sentence in sentences(words)]
    found = []
    for point in points:
        reading = judge.weigh(claim(point.label, point.description), said).whole
        on = grounds(reading, point, seen, judge)
        against = max(on.counter_examples, USUAL), max(on.description, USUAL)
        found.append((on.reading, on.examples, *against))
    return found


def left_out(verdicts: Sequence[Verdict], numbers: Numbers, made: NDArray[np.bool_]) -> Numbers:
    """Each verdict's probability by a curve that was fitted on the other questions."""
    questions = np.array([verdict.question for verdict in verdicts])
    chances = np.zeros(len(made))
    for question in np.unique(questions):
        here = questions == question
        bias, *weights = fit(numbers[~here], made[~here])
        chances[here] = _logistic(bias + numbers[here] @ np.array(weights))
    return chances


def by_others(verdicts: Sequence[Verdict], known: Sequence[Verdict]) -> Numbers:
    """Probabilities by curves that were fitted on `known`, but for the question itself."""
    chances = np.zeros(len(verdicts))
    for at, verdict in enumerate(verdicts):
        others = [one for one in known if one.question != verdict.question]
        bias, *weights = _fitted(tuple(others))
        chances[at] = _logistic(np.array([bias + np.array(verdict.numbers) @ np.array(weights)]))[0]
    return chances


@functools.lru_cache(maxsize=64)
def _fitted(verdicts: tuple[Verdict, ...]) -> tuple[float, ...]:
    numbers = np.array([verdict.numbers for verdict in verdicts])
    return tuple(fit(numbers, np.array([verdict.made for verdict in verdicts])).tolist())


def fit(numbers: Numbers, made: NDArray[np.bool_]) -> Numbers:
    """Logistic regression by Newton's method, weights shrunk on the scale of their numbers."""
    middle, spread = numbers.mean(axis=0), numbers.std(axis=0)
    rows = np.c_[np.ones(len(numbers)), (numbers - middle) / spread]
    weights = np.zeros(rows.shape[1])
    shrink = SHRINK * np.diag([0.0, *[1.0] * numbers.shape[1]])
    for _ in range(30):
        chance = _logistic(rows @ weights)
        slope = rows.T @ (chance - made) + shrink @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + shrink
        weights -= np.linalg.solve(curve, slope)
    plain = weights[1:] / spread
    return np.array([weights[0] - plain @ middle, *plain])


def report(verdicts: Sequence[Verdict], chances: Numbers, made: NDArray[np.bool_]) -> None:
    """Accuracy counts `covered` against the other two verdicts."""
    covered = chances >= COVERED_FROM
    right = covered == made
    unsure = (chances >= UNSURE_FROM) & ~covered
    trap = np.array([verdict.style in TRAPS for verdict in verdicts]) & ~made
    mixed = np.array([verdict.mixed for verdict in verdicts])
    print(
        f"verdicts {len(made)}  made {made.mean():.2f}  accuracy {right.mean():.3f}"
        f"  AUC {auc(chances, made):.3f}  unsure {unsure.mean():.2f}"
        f"  traps taken for covered {covered[trap].mean():.3f}"
        f"  mixed answers {right[mixed].mean():.3f}"
        f"  calibration error {calibration_error(chances, made):.3f}"
    )
    by_style: dict[str, list[bool]] = defaultdict(list)
    for verdict, is_right in zip(verdicts, right, strict=True):
        by_style[verdict.style].append(bool(is_right))
    for style, rights in sorted(by_style.items()):
        print(f"  {style:16} {np.mean(rights):.3f}  of {len(rights)}")


def auc(chances: Numbers, made: NDArray[np.bool_]) -> float:
    """How often a point that was made has the higher probability of two."""
    ranks = np.empty(len(chances))
    ranks[chances.argsort(kind="stable")] = np.arange(len(chances))
    yes, no = int(made.sum()), int((~made).sum())
    return float((ranks[made].sum() - yes * (yes - 1) / 2) / (yes * no))


def calibration_error(chances: Numbers, made: NDArray[np.bool_], bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015): ten bins of equal width."""
    which = np.minimum((chances * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(chances[which == one].mean() - made[which == one].mean()) * (which == one).mean()
            for one in np.unique(which)
        )
    )


def _logistic(logits: Numbers) -> Numbers:
    odds: Numbers = 1 / (1 + np.exp(-logits))
    return odds


if __name__ == "__main__":
    main()
