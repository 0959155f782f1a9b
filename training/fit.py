"""Fits the curve that makes probabilities of what the judge reads: the end of `make judge`.

    python training/fit.py [--weights FILE] [--besides FOLDER]

On the whole answers in `answers/`, which nothing was trained on, each once as written and once as a
recogniser writes it. FOLDER may hold others, which count as much in all: a question set `set.yaml`,
and `answers.jsonl` with a line for each answer (question, style, text, text_asr, points: {id:
covered or missed}). Figures on what is fitted are for questions left out, one at a time; those of
`kept/` and of two authors of `further/` and three of `paired/`, on which nothing is fitted, are by
the curve that is printed: coefficients for `simulator/measures/grounds.py`.
"""

import argparse
import functools
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import material
from known import Verdict, read_all, read_besides
from sampling import recognised

from simulator.judge import reader
from simulator.measures.coverage import COVERED_FROM, UNSURE_FROM
from simulator.measures.grounds import Grounds

SHRINK = 1.0
TRAPS = ("stuffed", "negated", "hypothetical", "evasive", "other-person", "wrong-person")

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]
"""Whether a point was made, one for each verdict; a row of grounds or a chance stands for each."""


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    told.add_argument("--weights", type=Path, default=reader.WEIGHTS)
    told.add_argument("--besides", type=Path, metavar="FOLDER")
    flags = told.parse_args()
    judge = reader.of(flags.weights.read_bytes())
    own = both_ways(judge, material.answers())
    besides = [] if flags.besides is None else read_besides(judge, flags.besides)
    verdicts = [*own, *besides]
    made, numbers = truths(verdicts), grounds_of(verdicts)
    counts = np.ones(len(verdicts))
    if besides:
        counts[len(own) :] = len(own) / len(besides)
    chances = left_out(verdicts, numbers, made, counts)
    report_both("answers/", own, chances[: len(own)])
    if besides:
        report_both(str(flags.besides), besides, chances[len(own) :])
    bias, *weights = fit(numbers, made, counts)
    for title, questions in (
        ("kept/", material.answers(HERE / "kept")),
        ("further/, two authors", material.kept_of_further()),
        ("paired/, three authors", material.kept_of_paired()),
    ):
        seen = both_ways(judge, questions)
        report_both(title, seen, logistic(bias + grounds_of(seen) @ np.array(weights)))
    names = (field.name for field in fields(Grounds))
    curve = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(names, weights, strict=True))
    print(f"\nCurve(bias={bias:.2f}, weights=Grounds({curve}))")


def both_ways(judge: reader.Reader, questions: Sequence[material.AnswerQuestion]) -> list[Verdict]:
    """As written, and as a recogniser writes."""
    draw = random.Random(1)
    return [
        *read_all(judge, questions),
        *read_all(
            judge, questions, as_recognised=True, written=lambda text: recognised(text, draw)
        ),
    ]


def truths(verdicts: Sequence[Verdict]) -> Truths:
    return np.array([verdict.made for verdict in verdicts])


def grounds_of(verdicts: Sequence[Verdict]) -> Numbers:
    """Verdicts by grounds."""
    return np.array([verdict.numbers for verdict in verdicts])


def left_out(
    verdicts: Sequence[Verdict], numbers: Numbers, made: Truths, counts: Numbers | None = None
) -> Numbers:
    """Each verdict's probability by a curve that was fitted on the other questions."""
    questions = np.array([verdict.question for verdict in verdicts])
    counts = np.ones(len(made)) if counts is None else counts
    chances = np.zeros(len(made))
    for question in np.unique(questions):
        here = questions == question
        bias, *weights = fit(numbers[~here], made[~here], counts[~here])
        chances[here] = logistic(bias + numbers[here] @ np.array(weights))
    return chances


def by_others(verdicts: Sequence[Verdict], known: Sequence[Verdict]) -> Numbers:
    """Probabilities by curves that were fitted on `known`, but for the question itself."""
    chances = np.zeros(len(verdicts))
    for at, verdict in enumerate(verdicts):
        others = [one for one in known if one.question != verdict.question]
        bias, *weights = _fitted(tuple(others))
        chances[at] = logistic(np.array([bias + np.array(verdict.numbers) @ np.array(weights)]))[0]
    return chances


@functools.lru_cache(maxsize=64)
def _fitted(verdicts: tuple[Verdict, ...]) -> tuple[float, ...]:
    return tuple(fit(grounds_of(verdicts), truths(verdicts)).tolist())


def fit(numbers: Numbers, made: Truths, counts: Numbers | None = None) -> Numbers:
    """The bias and a weight for each of the grounds: logistic regression by Newton's method.

    `numbers` are verdicts by grounds, `counts` what each verdict counts (one, if nothing is said).
    Weights are shrunk on the scale of their numbers, so that they stay finite where a line parts
    what was made from what was not.
    """
    counts = np.ones(len(made)) if counts is None else counts
    middle, spread = numbers.mean(axis=0), numbers.std(axis=0)
    rows = np.c_[np.ones(len(numbers)), (numbers - middle) / spread]
    weights = np.zeros(rows.shape[1])
    shrink = SHRINK * np.diag([0.0, *[1.0] * numbers.shape[1]])
    for _ in range(30):
        chance = logistic(rows @ weights)
        slope = rows.T @ (counts * (chance - made)) + shrink @ weights
        curve = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + shrink
        weights -= np.linalg.solve(curve, slope)
    plain = weights[1:] / spread
    return np.array([weights[0] - plain @ middle, *plain])


def report_both(title: str, verdicts: Sequence[Verdict], chances: Numbers) -> None:
    for as_recognised in (False, True):
        here = [i for i, verdict in enumerate(verdicts) if verdict.as_recognised == as_recognised]
        print(f"\n{title} {'as recognised' if as_recognised else 'as written'}")
        report([verdicts[i] for i in here], chances[here])


def report(verdicts: Sequence[Verdict], chances: Numbers) -> None:
    """Accuracy counts `covered` against the other two verdicts; the proof is looked at where a
    point that is made is not told as not found."""
    made, covered = truths(verdicts), chances >= COVERED_FROM
    right = covered == made
    unsure = (chances >= UNSURE_FROM) & ~covered
    trap = np.array([verdict.style.endswith(TRAPS) for verdict in verdicts]) & ~made
    mixed = np.array([verdict.mixed for verdict in verdicts])
    proved = [
        verdict.proved
        for verdict, chance in zip(verdicts, chances, strict=True)
        if verdict.proved is not None and chance >= UNSURE_FROM
    ]
    proof = f"  proof {np.mean(proved):.3f} of {len(proved)}" if proved else ""
    print(
        f"verdicts {len(made)}  made {made.mean():.2f}  accuracy {right.mean():.3f}"
        f"  AUC {auc(chances, made):.3f}  unsure {unsure.mean():.2f}"
        f"  traps taken for covered {covered[trap].mean():.3f}"
        f"  mixed answers {right[mixed].mean():.3f}"
        f"  calibration error {calibration_error(chances, made):.3f}{proof}"
    )
    by_style: dict[str, list[bool]] = defaultdict(list)
    for verdict, is_right in zip(verdicts, right, strict=True):
        by_style[verdict.style].append(bool(is_right))
    styles = (
        f"{style} {np.mean(rights):.2f} of {len(rights)}"
        for style, rights in sorted(by_style.items())
    )
    print(f"  {', '.join(styles)}")


def auc(chances: Numbers, made: Truths) -> float:
    """How often a point that was made has the higher probability of two; equal ones count half.

    `chances` and `made` are as long as there are verdicts (Mann & Whitney 1947).
    """
    _, which, often = np.unique(chances, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(often) - (often + 1) / 2)[which]
    yes, no = int(made.sum()), int((~made).sum())
    return float((ranks[made].sum() - yes * (yes - 1) / 2) / (yes * no))


def calibration_error(chances: Numbers, made: Truths, bins: int = 10) -> float:
    """Expected calibration error, 0 to 1 (Naeini et al. 2015), over `bins` of equal width.

    `chances` (0 to 1) and `made` are as long as there are verdicts.
    """
    which = np.minimum((chances * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(chances[which == one].mean() - made[which == one].mean()) * (which == one).mean()
            for one in np.unique(which)
        )
    )


def logistic(logits: Numbers) -> Numbers:
    odds: Numbers = 1 / (1 + np.exp(-logits))
    return odds


if __name__ == "__main__":
    main()
