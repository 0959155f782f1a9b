"""What an interview is to ask, whole: `plan.json`, so that it can go on without its question set.

Written once, when the interview begins. A set may have been changed or thrown away by the time an
interrupted interview goes on; its questions are then still asked as they were meant.
"""

from dataclasses import dataclass
from pathlib import Path

from simulator.archive.documents import as_text
from simulator.archive.names import PLAN_FILE
from simulator.archive.question_document import question_document
from simulator.archive.reading import damaged, read_bytes
from simulator.archive.writing import write_whole
from simulator.questions import Question

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """The questions in order, and how they are to be answered."""

    questions: tuple[Question, ...]
    language: str = "en"
    typed: bool = False
    feedback_each: bool = False
    follow_ups: bool = False
    """Whether interviewers follow up on answers."""


def write_plan(folder: Path, plan: Plan) -> None:
    """Raises `ArchiveError` where it cannot be written."""
    document = {
        "schema": SCHEMA,
        "language": plan.language,
        "typed": plan.typed,
        "feedback_each": plan.feedback_each,
        "follow_ups": plan.follow_ups,
        "questions": [
            {"question": question.id, **question_document(question)} for question in plan.questions
        ],
    }
    write_whole(folder / PLAN_FILE, as_text(document))


def read_plan(folder: Path) -> Plan | None:
    """The plan of the session in a folder; None for one from before there were plans.

    Raises `ArchiveError` for one that is damaged or from a newer mockview.
    """
    file = folder / PLAN_FILE
    if not file.exists() and not file.is_symlink():
        return None
    content = read_bytes(file)
    # Imported late: lists of sessions need no pydantic, which is slow to start.
    from pydantic import ValidationError

    from simulator.archive.plan_schema import StoredPlan

    try:
        return StoredPlan.model_validate_json(content).live()
    except ValidationError as error:
        raise damaged(file, "it does not hold the plan of an interview") from error
