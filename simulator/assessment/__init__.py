"""One answer, from sound to score: the way every answer takes, live or from a file."""

from simulator.assessment.assessing import Assessment, assess_sound, assess_text
from simulator.assessment.base import Assessor, Job, Pending
from simulator.assessment.replies import as_reply, with_reply
from simulator.assessment.standards import USUAL, Standards

__all__ = [
    "USUAL",
    "Assessment",
    "Assessor",
    "Job",
    "Pending",
    "Standards",
    "as_reply",
    "assess_sound",
    "assess_text",
    "with_reply",
]
