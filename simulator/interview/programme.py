"""What an interview is to be: the questions, who asks them, and how."""

from dataclasses import dataclass

from simulator.archive import Session
from simulator.assessment import USUAL, Standards
from simulator.questions import Interviewer, Question


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be asked, and by whom. Answers that `session` has already are not asked again."""

    session: Session
    questions: tuple[Question, ...]
    interviewers: tuple[Interviewer, ...]
    language: str = "en"
    feedback_each: bool = False
    follow_ups: bool = False
    """Whether interviewers react to answers, follow up on them, and reply to questions."""
    standards: Standards = USUAL
    """What answers are held against: those that the assessor has."""

    def asker(self, question: Question) -> Interviewer:
        people = self.interviewers
        return next((one for one in people if one.id == question.asked_by), people[0])
