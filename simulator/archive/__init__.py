"""The session on disk."""

from simulator.archive.model import Answer, AnswerState, Session, SessionState, StoredSession

__all__ = ["Answer", "AnswerState", "Session", "SessionState", "StoredSession"]
