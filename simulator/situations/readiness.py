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

    A question that was skipped comes before all others, however good the rest of its part is:
    nothing is less ready than that. What belongs to none of the six parts comes last, the lowest
    answer first.
    """
    means: dict[Situation | None, int] = {
        part.situation: part.score or 0 for part in readiness(session)
    }

    def last(answer: Answer) -> tuple[bool, bool, int, int, int]:
        situation = situation_of(answer.question)
        mean, score = means.get(situation, 0), _total(answer) or 0
        return not _skipped(answer), situation is None, mean, score, answer.number

    rated = [a for a in session.standing if _skipped(a) or _total(a) is not None]
    if not rated:
        return None
    answer = min(rated, key=last)
    situation = situation_of(answer.question)
    findings = () if answer.assessment is None else answer.assessment.score.findings
    lost = sorted((f for f in findings if f.points < 0), key=lambda finding: finding.points)
    return NextStep(
        situation,
        "" if situation is None else TITLES[situation],
        answer.question.id,
        answer.number,
        lost[0] if lost else None,
    )


def _skipped(answer: Answer) -> bool:
    """Whether the question was passed on; who skips a retake has an answer to it."""
    return answer.state == "skipped" and answer.take == 1


def _word(score: int | None, answers: list[Answer]) -> Readiness:
    if not answers:
        return "not-practised"
    if score is None:
        passed = any(answer.state == "skipped" for answer in answers)
        return "not-yet" if passed else "not-practised"
    return "ready" if score >= READY_FROM else "nearly" if score >= NEARLY_FROM else "not-yet"


def _total(answer: Answer) -> int | None:
    return None if answer.assessment is None else answer.assessment.score.total
