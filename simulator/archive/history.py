"""The candidate's own earlier interviews, to hold a later one against."""

from datetime import datetime
from itertools import islice

from simulator.archive.model import ArchiveError, Session
from simulator.archive.store import Archive

NEWEST = 20
"""People change with the months, and reading all sessions would take its time."""


def earlier(archive: Archive, before: datetime) -> tuple[Session, ...]:
    """The newest sessions begun before a moment in which something was assessed, newest first.

    A session that cannot be opened is passed over.
    """
    begun = (summary.id for summary in archive.summaries() if summary.started_at < before)
    found: list[Session] = []
    for session_id in islice(begun, NEWEST):
        try:
            found.append(archive.load(session_id).session)
        except ArchiveError:
            continue
    return tuple(
        one for one in found if any(answer.assessment is not None for answer in one.answers)
    )
