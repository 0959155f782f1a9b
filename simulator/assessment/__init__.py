"""One answer, from sound to score: the way every answer takes, live or from a file."""

from simulator.assessment.assessing import Assessment, assess_sound, assess_text
from simulator.assessment.base import Assessor, Job, Pending, ProcessDiedError
from simulator.assessment.marks import (
    Mark,
    MarkKind,
    by_own_word,
    corrected_text,
    marked_points,
    own_note,
)
from simulator.assessment.replies import Reply, as_reply, judged_alone, with_replies, with_reply
from simulator.assessment.standards import USUAL, Standards

__all__ = [
    "USUAL",
    "Assessment",
    "Assessor",
    "Job",
    "Mark",
    "MarkKind",
    "Pending",
    "ProcessDiedError",
    "Reply",
    "Standards",
    "as_reply",
    "assess_sound",
    "assess_text",
    "by_own_word",
    "corrected_text",
    "judged_alone",
    "marked_points",
    "own_note",
    "with_replies",
    "with_reply",
]
