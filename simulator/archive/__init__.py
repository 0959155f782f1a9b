"""The session on disk."""

from simulator.archive.history import earlier
from simulator.archive.holding import HeldError
from simulator.archive.marking import (
    counted_anew,
    find_answer,
    in_place,
    point_named,
    with_marks,
)
from simulator.archive.mending import Mended, left_to_ask
from simulator.archive.model import (
    Answer,
    AnswerState,
    ArchiveError,
    Said,
    Session,
    SessionState,
    StoredSession,
)
from simulator.archive.plan import Plan
from simulator.archive.removing import Removal
from simulator.archive.replying import replies_to, reply_question
from simulator.archive.store import Archive, Listing, Unreadable, sound_file
from simulator.archive.summary import AnswerSummary, SessionSummary
from simulator.archive.typed import typed_in
from simulator.archive.usual import UsualVoice, usual_voice

__all__ = [
    "Answer",
    "AnswerState",
    "AnswerSummary",
    "Archive",
    "ArchiveError",
    "HeldError",
    "Listing",
    "Mended",
    "Plan",
    "Removal",
    "Said",
    "Session",
    "SessionState",
    "SessionSummary",
    "StoredSession",
    "Unreadable",
    "UsualVoice",
    "counted_anew",
    "earlier",
    "find_answer",
    "in_place",
    "left_to_ask",
    "point_named",
    "replies_to",
    "reply_question",
    "sound_file",
    "typed_in",
    "usual_voice",
    "with_marks",
]
