"""The six parts of a second interview, and which of them a question practises."""

from collections.abc import Iterator, Mapping

from simulator.archive import Answer, Session
from simulator.questions import Question, Situation

TITLES: Mapping[Situation, str] = {
    "unsaid": "What was left unsaid",
    "depth": "Depth and behaviour",
    "pay": "Pay",
    "your-questions": "Your own questions",
    "big-picture": "The big picture",
    "last-impression": "The last impression",
}
"""In the order of an interview."""

SECTIONS: Mapping[str, Situation] = {
    "first-interview": "unsaid",
    "technical-behavioural": "depth",
    "salary": "pay",
    "your-questions": "your-questions",
    "big-picture": "big-picture",
    "last-impression": "last-impression",
}
"""For questions that do not name their situation, as in sessions of earlier versions."""


def situation_of(question: Question) -> Situation | None:
    return question.situation or SECTIONS.get(question.section)


def asks_about_pay(question: Question) -> bool:
    return situation_of(question) == "pay" or question.is_about_pay


def answers_in(session: Session, situation: Situation) -> Iterator[Answer]:
    """The answers that stand and practise it; replies to follow-ups left out."""
    return (one for one in session.standing if situation_of(one.question) == situation)
