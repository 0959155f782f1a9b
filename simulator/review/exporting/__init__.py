"""An interview for other tools: each format in a file of its own, as text."""

from simulator.archive import Session
from simulator.archive.documents import as_text, session_document
from simulator.review.exporting.markdown import session_markdown
from simulator.review.exporting.table import session_csv
from simulator.review.exporting.webvtt import session_webvtt

FORMATS = ("json", "csv", "md", "vtt")

__all__ = ["FORMATS", "exported"]


def exported(session: Session, to: str) -> str:
    """The session in one of `FORMATS`; the same session gives the same text.

    Raises `ArchiveError` for captions of an interview in which nothing was timed.
    """
    if to == "json":
        return as_text(session_document(session))
    if to == "csv":
        return session_csv(session)
    return session_markdown(session) if to == "md" else session_webvtt(session)
