"""The session on disk."""

from simulator.archive.holding import HeldError
from simulator.archive.mending import Mended, left_to_ask
from simulator.archive.model import (
    Answer,
    AnswerState,
    ArchiveError,
    Session,
    SessionState,
    StoredSession,
)
from simulator.archive.plan import Plan
from simulator.archive.removing import Removal
from simulator.archive.store import Archive, Listing, Unreadable, sound_file
from simulator.archive.summary import SessionSummary
from simulator.archive.usual import usual_spread_semitones

__all__ = [
    "Answer",
    "AnswerState",
    "Archive",
    "ArchiveError",
    "HeldError",
    "Listing",
    "Mended",
    "Plan",
    "Removal",
    "Session",
    "SessionState",
    "SessionSummary",
    "StoredSession",
    "Unreadable",
    "left_to_ask",
    "sound_file",
    "usual_spread_semitones",
]
