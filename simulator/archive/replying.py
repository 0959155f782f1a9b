"""The answers to the follow-ups of an answer: what they are asked, and how they count. Pure."""

from dataclasses import replace

from simulator.archive.model import Answer, Session
from simulator.assessment import Reply
from simulator.questions import Question, Target

REPLY_S = (5.0, 45.0)
"""How long a reply should be, in seconds (convention)."""


def replies_to(session: Session, main: Answer) -> tuple[Reply, ...]:
    """In the order they were given; those that have not been assessed bring nothing yet."""
    return tuple(
        Reply(answer.number, answer.assessment, not main.question.invites(answer.question.ask))
        for answer in session.following(main.number)
        if answer.assessment is not None
    )


def reply_id(session: Session, main: Answer) -> str:
    """The id of the question that the next reply to `main` answers: `own-failure.1`."""
    return f"{main.question.id}.{len(session.following(main.number)) + 1}"


def reply_question(session: Session, main: Answer, ask: str) -> Question:
    """The question that the next reply to `main` answers: the points still missing, asked anew."""
    made = () if main.assessment is None else main.assessment.coverage
    covered = {point.point for point in made if point.verdict == "covered"}
    question = main.question
    return replace(
        question,
        id=reply_id(session, main),
        ask=ask,
        target=Target(REPLY_S),
        talking_points=tuple(p for p in question.talking_points if p.id not in covered),
        follow_ups=(),
        recalls=(),
        follows=question.id,
    )
