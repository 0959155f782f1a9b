"""What terminal and page say in the same words. Pure; whoever shows it makes it harmless."""

from collections.abc import Mapping

from simulator.questions.library import DEFAULT
from simulator.situations.model import OwnPoint, Readiness, Topics
from simulator.suggesting import Suggest, command

READINESS: Mapping[Readiness, str] = {
    "ready": "ready",
    "nearly": "nearly ready",
    "not-yet": "not yet",
    "not-practised": "not practised",
}


def brought_in(point: OwnPoint) -> str:
    """Whether it was."""
    if point.answer is None:
        return "not said"
    return "brought in" if point.sure else "perhaps"


def passed(point: OwnPoint) -> str:
    """Where a point that was not brought in would have had its place."""
    if point.place is None:
        return "no question of today was the place for it"
    return f"the moment passed: question {point.place} would have been the place"


def asked_about(topics: Topics) -> str:
    """How many questions, and their topics."""
    noun = "question" if topics.questions == 1 else "questions"
    covered = ", ".join(topics.covered) or "none of the usual topics"
    return f"{topics.questions} {noun}, about: {covered}"


def to_type(question: str, set_id: str, suggest: Suggest = command) -> str:
    """The command that practises a question. A set that is not the usual one has to be named."""
    named = () if set_id == DEFAULT else ("--set", set_id)
    return suggest("run", "--question", question, *named)
