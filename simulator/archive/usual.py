"""What is usual for this speaker, told by the sessions that are kept."""

from datetime import datetime
from itertools import islice
from statistics import median

from simulator.archive.model import ArchiveError, Session
from simulator.archive.store import Archive

FEWEST_ANSWERS = 3
"""Fewer say nothing of a habit (convention)."""
NEWEST_SESSIONS = 20
"""Voices change with the months, and reading all sessions would take its time."""


def usual_spread_semitones(archive: Archive, before: datetime) -> float | None:
    """The median pitch spread of the spoken answers in the sessions begun before a moment.

    None where there are fewer than three such answers. A session that cannot be opened is passed
    over.
    """
    earlier = (summary for summary in archive.summaries() if summary.started_at < before)
    spreads: list[float] = []
    for summary in islice(earlier, NEWEST_SESSIONS):
        try:
            spreads += _spreads(archive.load(summary.id).session)
        except ArchiveError:
            continue
    return median(spreads) if len(spreads) >= FEWEST_ANSWERS else None


def _spreads(session: Session) -> list[float]:
    measured = (answer.assessment.measures for answer in session.answers if answer.assessment)
    return [m.melody.pitch_spread_semitones for m in measured if m.melody is not None]
