"""What is asked, of whom, and what a good answer mentions."""

from simulator.questions.model import (
    FollowUp,
    Interviewer,
    Question,
    QuestionSet,
    Role,
    Section,
    TalkingPoint,
    Target,
    VoiceWish,
)

__all__ = [
    "FollowUp",
    "Interviewer",
    "Question",
    "QuestionSet",
    "Role",
    "Section",
    "TalkingPoint",
    "Target",
    "VoiceWish",
]
