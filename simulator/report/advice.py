"""What went well, and what to practise next: at most three of each, each with its moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.archive import Answer, Session
from simulator.report.readiness import PartOfGuide, score_of
from simulator.scoring import Finding, Part

MOST = 3
HABIT_POINTS = 2.0
"""Points of an answer that a habit costs on average before it is worth a word (convention)."""
_HABITS: dict[Part, str] = {
    "fillers": "Fillers",
    "delivery": "How you say it",
    "length": "Length",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to know. `number` is the answer that shows it, None for none; `command` is what
    to type to practise it, "" for nothing in particular."""

    title: str
    why: str
    number: int | None = None
    at_s: float | None = None
    command: str = ""


def practise_next(session: Session, parts: Sequence[PartOfGuide]) -> tuple[Advice, ...]:
    """The weakest answer, the dearest habit, and the part of the guide that needs it most."""
    found = [_weakest(session), _habit(session.standing), _part(session, parts)]
    return tuple(advice for advice in found if advice is not None)[:MOST]


def went_well(session: Session) -> tuple[Advice, ...]:
    """Praise from the best answers, one for each part of the score."""
    told: dict[Part, Advice] = {}
    ranked = sorted(session.planned, key=lambda answer: -(score_of(answer) or 0))
    for answer in ranked:
        for finding in _findings(answer):
            if finding.points >= 0 and not finding.neutral:
                at_s = finding.at_s[0] if finding.at_s else None
                told.setdefault(finding.part, Advice(finding.reason, "", answer.number, at_s))
    return tuple(told.values())[:MOST]


def _weakest(session: Session) -> Advice | None:
    scored = [(score_of(answer), answer) for answer in session.standing]
    weak = min(
        ((total, answer) for total, answer in scored if total is not None),
        key=lambda entry: entry[0],
        default=None,
    )
    if weak is None:
        return None
    worst = _worst(weak[1])
    if worst is None:
        return None
    question = weak[1].question
    return Advice(
        "Take this question again: " + question.ask,
        worst.reason,
        weak[1].number,
        worst.at_s[0] if worst.at_s else None,
        f"mockview retake {session.id} {question.id}",
    )


def _habit(answers: Iterable[Answer]) -> Advice | None:
    """The part of how something is said that costs most over all answers, by its worst moment."""
    costs: dict[Part, list[tuple[float, Answer, Finding]]] = {part: [] for part in _HABITS}
    scored = [answer for answer in answers if score_of(answer) is not None]
    for answer in scored:
        for finding in _findings(answer):
            if finding.part in costs and finding.points < 0:
                costs[finding.part].append((finding.points, answer, finding))
    part = min(costs, key=lambda part: sum(points for points, _, _ in costs[part]))
    cost = -sum(points for points, _, _ in costs[part])
    if not cost or cost < HABIT_POINTS * len(scored):
        return None
    _, answer, worst = min(costs[part], key=lambda one: one[0])
    at_s = worst.at_s[0] if worst.at_s else None
    return Advice(_HABITS[part], worst.reason, answer.number, at_s)


def _part(session: Session, parts: Sequence[PartOfGuide]) -> Advice | None:
    """The part of the guide that is least ready; what was never practised goes first. The part
    that the weakest answer belongs to has been named already."""
    weakest = _weakest(session)
    left = [
        part
        for part in parts
        if part.readiness != "ready" and (weakest is None or weakest.number not in part.here)
    ]
    part = min(left, key=lambda part: -1 if part.points is None else part.points, default=None)
    if part is None:
        return None
    why = (
        "You have not practised this part of the guide yet."
        if part.points is None
        else "Of the other parts of the guide this one needs practice most."
    )
    return Advice(part.title, why, part.here[-1] if part.here else None)


def _findings(answer: Answer) -> tuple[Finding, ...]:
    return () if answer.assessment is None else answer.assessment.score.findings


def _worst(answer: Answer) -> Finding | None:
    return min(
        (finding for finding in _findings(answer) if finding.points < 0),
        key=lambda finding: finding.points,
        default=None,
    )
