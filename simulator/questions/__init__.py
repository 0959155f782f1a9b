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
from simulator.questions.situations import is_last_impression, situation_of

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
    "is_last_impression",
    "situation_of",
]
