"""Several answers to one question side by side: what got better, and what not."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.archive import Answer, Session
from simulator.coaching.figures import figures
from simulator.coaching.yardsticks import YARDSTICKS, Change
from simulator.measures import Verdict
from simulator.scoring import Targets

MOST_TAKES = 4
VERDICTS: dict[Verdict, str] = {
    "covered": "covered",
    "unsure": "unsure",
    "not_found": "not heard",
}
_RANK: dict[Verdict, int] = {"covered": 2, "unsure": 1, "not_found": 0}


@dataclass(frozen=True, slots=True)
class Take:
    """One answer. `number` is its number in this interview, None for one of an earlier interview:
    its sound is not in the page."""

    title: str
    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One number or talking point over the takes; `change` is the last against the one before."""

    name: str
    cells: tuple[str, ...]
    change: Change
    kind: str
    """`scored`, `measured` or `point`."""


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


def _measured(answers: Sequence[Answer], targets: Targets) -> list[Line]:
    of_each = [figures([answer], targets) for answer in answers]
    lines = []
    for stick in YARDSTICKS:
        if stick.name == "Talking points made":
            continue  # each stands in a line of its own
        values = [stick.value(one) for one in of_each]
        if all(value is None for value in values):
            continue
        before, after = values[-2:]
        change: Change = "same"
        if before is not None and after is not None:
            change = stick.change(before, after, targets)
        cells = tuple("\u2013" if value is None else stick.show(value) for value in values)
        lines.append(Line(stick.name, cells, change, "scored" if stick.scored else "measured"))
    return lines


def _points(answers: Sequence[Answer]) -> list[Line]:
    verdicts = [
        {point.point: point.verdict for point in answer.assessment.coverage}
        for answer in answers
        if answer.assessment is not None
    ]
    lines = []
    for point in answers[-1].question.talking_points:
        each = [of_one.get(point.id) for of_one in verdicts]
        before, after = each[-2:]
        change: Change = "same"
        if before is not None and after is not None and _RANK[before] != _RANK[after]:
            change = "better" if _RANK[after] > _RANK[before] else "worse"
        cells = tuple("\u2013" if verdict is None else VERDICTS[verdict] for verdict in each)
        lines.append(Line(point.label, cells, change, "point"))
    return lines
