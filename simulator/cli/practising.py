"""How a question of an interview is practised: the command to type."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.archive import Session
from simulator.cli.surroundings import Surroundings
from simulator.errors import MockviewError
from simulator.questions import QuestionSet
from simulator.suggesting import Suggest

if TYPE_CHECKING:
    from simulator.coaching import Practise


def practising(
    session: Session, asked: Callable[[], QuestionSet | None], suggest: Suggest
) -> "Practise":
    """An interview of that question, where the set that was asked (`set_of`) still has it; else a
    further take (the set was a file, or is gone or changed): a session knows its questions."""
    from simulator.situations.wording import to_type

    def practise(question: str) -> str:
        known = asked()
        if known is None or known.question(question) is None:
            return suggest("retake", session.id, question)
        return to_type(question, session.set_id, suggest)

    return practise


def set_of(around: Surroundings, session: Session) -> QuestionSet | None:
    """The set that was asked; None where its name finds none, or another now."""
    shelf = around.question_sets()
    try:
        found = shelf.load(session.set_id)
    except MockviewError:
        return None
    return found if found.id == session.set_id else None
