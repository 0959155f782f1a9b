"""Which of the six parts of a second interview a question practises."""

from collections.abc import Mapping

from simulator.questions.model import Question, Situation

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
    """The one that it names, else the one of its section; None where neither says."""
    return question.situation or SECTIONS.get(question.section)


def is_last_impression(question: Question | None) -> bool:
    """Whether it asks for the last impression, where hedges cost and flatness is told."""
    return question is not None and situation_of(question) == "last-impression"
