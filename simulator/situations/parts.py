"""The six parts of a second interview, and the answers of each."""

from collections.abc import Iterator, Mapping

from simulator.archive import Answer, Session
from simulator.questions import Question, Situation, situation_of

TITLES: Mapping[Situation, str] = {
    "unsaid": "What was left unsaid",
    "depth": "Depth and behaviour",
    "pay": "Pay",
    "your-questions": "Your own questions",
    "big-picture": "The big picture",
    "last-impression": "The last impression",
}
"""In the order of an interview."""


def asks_about_pay(question: Question) -> bool:
    """Whether pay belongs into the answer, so that nobody brings it up too early there."""
    return situation_of(question) == "pay" or question.is_about_pay


def answers_in(session: Session, situation: Situation) -> Iterator[Answer]:
    """The answers that stand and practise it; replies to follow-ups left out."""
    return (one for one in session.standing if situation_of(one.question) == situation)
