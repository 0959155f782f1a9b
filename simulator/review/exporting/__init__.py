"""An interview for other tools: each format in a file of its own, as text."""

from simulator.archive import Session
from simulator.archive.documents import as_text, session_document
from simulator.review.exporting.markdown import session_markdown
from simulator.review.exporting.table import session_csv
from simulator.review.exporting.webvtt import session_webvtt
from simulator.situations import afterwards
from simulator.situations.documents import afterwards_document

FORMATS = ("json", "csv", "md", "vtt")

__all__ = ["FORMATS", "exported", "session_json"]


def exported(session: Session, to: str) -> str:
    """The session in one of `FORMATS`; the same session gives the same text.

    Raises `ArchiveError` for captions of an interview in which nothing was timed.
    """
    if to == "json":
        return session_json(session)
    if to == "csv":
        return session_csv(session)
    return session_markdown(session) if to == "md" else session_webvtt(session)


def session_json(session: Session) -> str:
    """The session with what is to be said of it as a whole: what `review`, `run` and `resume` print
    with `--json`, too."""
    told = afterwards_document(afterwards(session))
    return as_text({**session_document(session), "afterwards": told})
