"""The session on disk."""

from simulator.archive.model import (
    Answer,
    AnswerState,
    ArchiveError,
    Said,
    Session,
    SessionState,
    StoredSession,
)
from simulator.archive.removing import Removal
from simulator.archive.store import Archive, Listing, Unreadable, sound_file
from simulator.archive.summary import SessionSummary
from simulator.archive.usual import usual_spread_semitones

__all__ = [
    "Answer",
    "AnswerState",
    "Archive",
    "ArchiveError",
    "Listing",
    "Removal",
    "Said",
    "Session",
    "SessionState",
    "SessionSummary",
    "StoredSession",
    "Unreadable",
    "sound_file",
    "usual_spread_semitones",
]
