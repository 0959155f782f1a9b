"""What an interview is to be: the questions, who asks them, and how."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.archive import Session
from simulator.assessment import USUAL, Job, Standards
from simulator.questions import Interviewer, Question


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be asked, and by whom. The first `asked_before` questions are not asked again."""

    session: Session
    questions: tuple[Question, ...]
    interviewers: tuple[Interviewer, ...]
    language: str = "en"
    feedback_each: bool = False
    asked_before: int = 0
    not_assessed: Mapping[int, Job] = field(default_factory=dict)
    """Answers of the session that are still to be assessed, by their numbers."""
    follow_ups: bool = False
    """Whether interviewers react to answers, follow up on them, and reply to questions."""
    standards: Standards = USUAL
    """What answers are held against: those that the assessor has."""

    def asker(self, question: Question) -> Interviewer:
        people = self.interviewers
        return next((one for one in people if one.id == question.asked_by), people[0])
