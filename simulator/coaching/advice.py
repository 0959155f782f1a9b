"""What went well, the one thing to practise next, and the habit that costs most."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from simulator.archive import Answer, Session
from simulator.scoring import Finding, Part
from simulator.situations import NextStep
from simulator.situations.wording import to_type

MOST_PRAISE = 3
HABIT_POINTS = 2.0
"""Points of an answer that a habit costs on average before it is worth a word (convention)."""
_HABITS: dict[Part, str] = {
    "fillers": "Fillers",
    "delivery": "How you say it",
    "length": "Length",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to know. `number` is the answer or the reply that shows it, `at_s` seconds into its
    recording; `command` is what to type to practise it, "" for nothing in particular."""

    title: str
    why: str
    number: int
    at_s: float | None = None
    command: str = ""


Practise = Callable[[str], str]
"""From the id of a question to the command that practises it."""


def practise_next(
    session: Session, step: NextStep | None, practise: Practise | None = None
) -> Advice | None:
    """The step that the terminal names too, with its question and its moment."""
    if step is None:
        return None
    practise = practise or partial(to_type, set_id=session.set_id)
    asked = next(a.question.ask for a in session.answers if a.number == step.answer)
    return Advice(
        f"{step.title}: {asked}" if step.title else asked,
        "" if step.finding is None else step.finding.reason,
        *_place(step.answer, step.finding),
        practise(step.question),
    )


def habit(answers: Iterable[Answer]) -> Advice | None:
    """The part of how something is said that costs most over all answers, by its worst moment."""
    costs: dict[Part, list[tuple[float, Answer, Finding]]] = {part: [] for part in _HABITS}
    scored = [answer for answer in answers if _score(answer) is not None]
    for answer in scored:
        for finding in _findings(answer):
            if finding.part in costs and finding.points < 0:
                costs[finding.part].append((finding.points, answer, finding))
    part = min(costs, key=lambda part: sum(points for points, _, _ in costs[part]))
    cost = -sum(points for points, _, _ in costs[part])
    if not cost or cost < HABIT_POINTS * len(scored):
        return None
    _, answer, worst = min(costs[part], key=lambda one: one[0])
    return Advice(_HABITS[part], worst.reason, *_place(answer.number, worst))


def went_well(session: Session) -> tuple[Advice, ...]:
    """Praise from the best answers, one for each part of the score."""
    told: dict[Part, Advice] = {}
    ranked = sorted(session.planned, key=lambda answer: -(_score(answer) or 0))
    for answer in ranked:
        for finding in _findings(answer):
            if finding.points >= 0 and not finding.neutral:
                praise = Advice(finding.reason, "", *_place(answer.number, finding))
                told.setdefault(finding.part, praise)
    return tuple(told.values())[:MOST_PRAISE]


def _score(answer: Answer) -> int | None:
    return None if answer.assessment is None else answer.assessment.score.total


def _findings(answer: Answer) -> tuple[Finding, ...]:
    return () if answer.assessment is None else answer.assessment.score.findings


def _place(number: int, finding: Finding | None) -> tuple[int, float | None]:
    """Where to listen: the answer's own first moment, else that of a reply to it, else no time."""
    if finding is None:
        return number, None
    if not finding.at_s and finding.in_replies:
        first = finding.in_replies[0]
        return first.answer, first.at_s
    return number, finding.at_s[0] if finding.at_s else None
