"""One answer, from sound to score: the way every answer takes, live or from a file."""

from simulator.assessment.assessing import Assessment, assess_sound, assess_text
from simulator.assessment.base import Assessor, Job, Pending

__all__ = ["Assessment", "Assessor", "Job", "Pending", "assess_sound", "assess_text"]
