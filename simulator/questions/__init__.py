"""What is asked, of whom, and what a good answer mentions."""

from simulator.questions.model import (
    Exchange,
    FollowUp,
    Interviewer,
    Question,
    QuestionSet,
    Recall,
    Role,
    Section,
    Situation,
    TalkingPoint,
    Target,
    Topic,
    VoiceWish,
)

__all__ = [
    "Exchange",
    "FollowUp",
    "Interviewer",
    "Question",
    "QuestionSet",
    "Recall",
    "Role",
    "Section",
    "Situation",
    "TalkingPoint",
    "Target",
    "Topic",
    "VoiceWish",
]
