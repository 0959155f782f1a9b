"""How ready each of the six parts is, and the one thing to practise next. Pure."""

from simulator.archive import Answer, Session
from simulator.questions import Situation, situation_of
from simulator.situations.model import NextStep, PartReadiness, Readiness
from simulator.situations.parts import TITLES, answers_in

READY_FROM = 75
NEARLY_FROM = 55
"""Conventions: an answer that makes two thirds of its points and is well told scores about 75."""


def readiness(session: Session) -> tuple[PartReadiness, ...]:
    """The six parts in the order of an interview, those that were not practised too."""
    parts = []
    for situation, title in TITLES.items():
        answers = list(answers_in(session, situation))
        scores = [score for answer in answers if (score := _total(answer)) is not None]
        mean = round(sum(scores) / len(scores)) if scores else None
        numbers = tuple(answer.number for answer in answers)
        parts.append(PartReadiness(situation, title, _word(mean, answers), mean, numbers))
    return tuple(parts)


def next_step(session: Session) -> NextStep | None:
    """The lowest part's lowest answer, and what cost most in it; None where nothing is scored.

    A question that was skipped comes before all others: nothing is less ready than that. Where no
    question belongs to one of the six parts, it is the lowest answer of all.
    """
    rated = []
    for answer in session.standing:
        score = 0 if answer.state == "skipped" else _total(answer)
        if score is not None:
            rated.append((score, answer.number, situation_of(answer.question), answer))
    rated = [one for one in rated if one[2] is not None] or rated
    if not rated:
        return None
    means: dict[Situation | None, int] = {
        part.situation: part.score or 0 for part in readiness(session)
    }
    _, _, situation, answer = min(rated, key=lambda one: (means.get(one[2], 0), one[0], one[1]))
    findings = () if answer.assessment is None else answer.assessment.score.findings
    lost = sorted((f for f in findings if f.points < 0), key=lambda finding: finding.points)
    return NextStep(
        situation,
        "" if situation is None else TITLES[situation],
        answer.question.id,
        answer.number,
        lost[0] if lost else None,
    )


def _word(score: int | None, answers: list[Answer]) -> Readiness:
    if not answers:
        return "not-practised"
    if score is None:
        passed = any(answer.state == "skipped" for answer in answers)
        return "not-yet" if passed else "not-practised"
    return "ready" if score >= READY_FROM else "nearly" if score >= NEARLY_FROM else "not-yet"


def _total(answer: Answer) -> int | None:
    return None if answer.assessment is None else answer.assessment.score.total
