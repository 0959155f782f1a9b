"""What is usual for this speaker, told by the sessions that are kept."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from statistics import median

from simulator.archive.model import ArchiveError, Session
from simulator.archive.store import Archive
from simulator.measures import Melody

FEWEST_ANSWERS = 3
"""Fewer say nothing of a habit (convention)."""
NEWEST_SESSIONS = 20
"""Voices change with the months, and reading all sessions would take its time."""


@dataclass(frozen=True, slots=True)
class UsualVoice:
    """The speaker's own medians over spoken answers."""

    pitch_spread_semitones: float
    loudness_spread_db: float


def usual_voice(archive: Archive, before: datetime) -> UsualVoice | None:
    """The medians over the spoken answers in the sessions begun before a moment.

    None where there are fewer than three such answers. A session that cannot be opened is passed
    over.
    """
    earlier = (summary for summary in archive.summaries() if summary.started_at < before)
    melodies: list[Melody] = []
    for summary in islice(earlier, NEWEST_SESSIONS):
        try:
            melodies += _melodies(archive.load(summary.id).session)
        except ArchiveError:
            continue
    if len(melodies) < FEWEST_ANSWERS:
        return None
    return UsualVoice(
        median(melody.pitch_spread_semitones for melody in melodies),
        median(melody.loudness_spread_db for melody in melodies),
    )


def usual_spread_semitones(archive: Archive, before: datetime) -> float | None:
    """The pitch spread alone, which the last impression is told against."""
    usual = usual_voice(archive, before)
    return None if usual is None else usual.pitch_spread_semitones


def _melodies(session: Session) -> list[Melody]:
    measured = (answer.assessment.measures for answer in session.answers if answer.assessment)
    return [m.melody for m in measured if m.melody is not None]
