"""What was said to the follow-ups of an answer, as it counts with that answer. Pure."""

from simulator.archive.model import Answer, Session
from simulator.assessment import Reply


def replies_to(session: Session, main: Answer) -> tuple[Reply, ...]:
    """In the order they were given; those that have not been assessed bring nothing yet."""
    return tuple(
        Reply(answer.number, answer.assessment, not main.question.invites(answer.question.ask))
        for answer in session.following(main.number)
        if answer.assessment is not None
    )
