"""The candidate's own earlier interviews, to hold this one against."""

from itertools import islice

from simulator.archive import Archive, ArchiveError, Session

NEWEST = 20
"""People change with the months, and reading all sessions would take its time."""


def earlier(archive: Archive, session: Session) -> tuple[Session, ...]:
    """The newest sessions begun before this one in which something was assessed, newest first.

    A session that cannot be opened is passed over.
    """
    before = (
        summary
        for summary in archive.summaries()
        if summary.started_at < session.started_at and summary.id != session.id
    )
    found: list[Session] = []
    for summary in islice(before, NEWEST):
        try:
            found.append(archive.load(summary.id).session)
        except ArchiveError:
            continue
    return tuple(
        one for one in found if any(answer.assessment is not None for answer in one.answers)
    )
