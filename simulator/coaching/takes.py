"""Several answers to one question side by side: what got better, and what not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from simulator.archive import Answer, Session
from simulator.coaching.figures import figures
from simulator.coaching.verdicts import POINTS
from simulator.coaching.yardsticks import POINTS_MADE, SCORE, YARDSTICKS, Change, Yardstick
from simulator.measures import Verdict
from simulator.scoring import PARTS, Targets

Kind = Literal["score", "part", "measure", "point"]
_TOLD: tuple[Kind, ...] = ("score", "part", "measure", "point")
"""In this order."""

MOST_TAKES = 4
LACKING = "\u2013"
"""In a cell without a value."""
_WORTH: dict[Verdict, float] = {"covered": 100.0, "unsure": 50.0, "not_found": 0.0}


@dataclass(frozen=True, slots=True)
class Take:
    """One answer. `number` is its number in this interview, None for one of an earlier interview:
    its sound is not in the page."""

    title: str
    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One number or talking point over the takes.

    `what` is its name in JSON. `values` are what the cells tell: of a talking point 100 for
    covered, 50 for unsure, 0 for not heard; None where a take has none. `change` is the last
    against the one before: None where one of them has no value, or where nothing is judged.
    """

    name: str
    what: str
    kind: Kind
    values: tuple[float | None, ...]
    cells: tuple[str, ...]
    change: Change | None


@dataclass(frozen=True, slots=True)
class Comparison:
    takes: tuple[Take, ...]
    lines: tuple[Line, ...]

    @property
    def better(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.change == "better")

    @property
    def worse(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.change == "worse")


def comparison(
    session: Session, number: int, earlier: Sequence[Session], targets: Targets
) -> Comparison | None:
    """The answer beside those before it to the same question, oldest first.

    Takes of this interview, and of `earlier` ones (newest first) with the same set. None where the
    answer has none before it, or is not the last take of its question.
    """
    takes = _of_earlier(session, number, earlier) + _of_this(session, number)
    if len(takes) < 2 or takes[-1][1].number != number:  # noqa: PLR2004 (two sides)
        return None
    takes = takes[-MOST_TAKES:]
    answers = [answer for _, answer in takes]
    return Comparison(
        tuple(take for take, _ in takes),
        (*_measured(answers, targets), *_points(answers)),
    )


def beside(before: Answer, after: Answer, targets: Targets) -> tuple[Line, ...]:
    """Two takes of one question: all that `comparison` tells of its last two, and the parts of
    the score, which are judged as it is."""
    answers = (before, after)
    lines = (*_measured(answers, targets), *_parts(answers, targets), *_points(answers))
    return tuple(sorted(lines, key=lambda line: _TOLD.index(line.kind)))


def _of_this(session: Session, number: int) -> list[tuple[Take, Answer]]:
    question = next(a.question.id for a in session.answers if a.number == number)
    takes = [a for a in session.answers if a.question.id == question and a.assessment is not None]
    return [
        (Take(f"Take {a.take}" if len(takes) > 1 else "This interview", a.number, _text(a)), a)
        for a in takes
    ]


def _of_earlier(
    session: Session, number: int, earlier: Sequence[Session]
) -> list[tuple[Take, Answer]]:
    question = next(a.question.id for a in session.answers if a.number == number)
    return [
        (Take(f"{one.started_at:%d %b %Y}", None, _text(answer)), answer)
        for one in reversed(earlier)
        if one.set_id == session.set_id
        for answer in one.answers
        if answer.question.id == question and answer.assessment is not None
    ]


def _text(answer: Answer) -> str:
    return "" if answer.assessment is None else answer.assessment.transcript.text


def _measured(answers: Sequence[Answer], targets: Targets) -> Iterator[Line]:
    of_each = [figures([answer], targets) for answer in answers]
    for stick in YARDSTICKS:
        if stick is POINTS_MADE:
            continue  # each stands in a line of its own
        values = tuple(stick.value(one) for one in of_each)
        if any(value is not None for value in values):
            yield _number(stick, "score" if stick.scored else "measure", values, targets)


def _parts(answers: Sequence[Answer], targets: Targets) -> Iterator[Line]:
    scores = [answer.assessment.score for answer in answers if answer.assessment is not None]
    for part in PARTS:
        stick = replace(SCORE, name=f"{part.capitalize()}, of 100", what=part)
        values = tuple(score.parts.get(part) for score in scores)
        if any(value is not None for value in values):
            yield _number(stick, "part", values, targets)


def _number(
    stick: Yardstick, kind: Kind, values: tuple[float | None, ...], targets: Targets
) -> Line:
    cells = tuple(LACKING if value is None else stick.show(value) for value in values)
    before, after = values[-2:]
    change = stick.change(before, after, targets)
    return Line(stick.name, stick.what, kind, values, cells, change)


def _points(answers: Sequence[Answer]) -> Iterator[Line]:
    verdicts = [
        {point.point: point.verdict for point in answer.assessment.coverage}
        for answer in answers
        if answer.assessment is not None
    ]
    for point in answers[-1].question.talking_points:
        each = [of_one.get(point.id) for of_one in verdicts]
        values = tuple(None if verdict is None else _WORTH[verdict] for verdict in each)
        cells = tuple(LACKING if verdict is None else POINTS[verdict] for verdict in each)
        yield Line(point.label, point.label, "point", values, cells, _became(*values[-2:]))


def _became(before: float | None, after: float | None) -> Change | None:
    if before is None or after is None:
        return None
    if before == after:
        return "same"
    return "better" if after > before else "worse"
