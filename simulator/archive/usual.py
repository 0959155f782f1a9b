"""What is usual for this speaker, told by earlier interviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from simulator.archive.model import Session

FEWEST_ANSWERS = 3
"""Fewer say nothing of a habit (convention)."""


@dataclass(frozen=True, slots=True)
class UsualVoice:
    """The speaker's own medians over spoken answers."""

    pitch_spread_semitones: float
    loudness_spread_db: float


def usual_voice(before: Sequence[Session]) -> UsualVoice | None:
    """The medians over the spoken answers in earlier sessions (`history.earlier`).

    None where there are fewer than three such answers.
    """
    assessed = (answer.assessment for session in before for answer in session.answers)
    melodies = [made.measures.melody for made in assessed if made and made.measures.melody]
    if len(melodies) < FEWEST_ANSWERS:
        return None
    return UsualVoice(
        median(melody.pitch_spread_semitones for melody in melodies),
        median(melody.loudness_spread_db for melody in melodies),
    )
