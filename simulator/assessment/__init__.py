"""One answer, from sound to score: the way every answer takes, live or from a file."""

from simulator.assessment.assessing import Assessment, assess_sound, assess_text
from simulator.assessment.base import Assessor, Job, Pending, ProcessDiedError
from simulator.assessment.standards import USUAL, Standards

__all__ = [
    "USUAL",
    "Assessment",
    "Assessor",
    "Job",
    "Pending",
    "ProcessDiedError",
    "Standards",
    "assess_sound",
    "assess_text",
]
