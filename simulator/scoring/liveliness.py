"""How lively an answer was, against the speaker's own usual: told, never scored.

No threshold of liveliness was found that can be defended, and voices differ; so there are no points
for it, and nobody is held against anybody else.
"""

from simulator.measures import Melody
from simulator.scoring.model import Finding

SOURCE = "Traunmüller & Eriksson 1995: listeners judge liveliness by pitch, in semitones"
ALIKE_SEMITONES = 1.0
"""Two halves of one answer differ by about this much (median; measured: docs/measures.md)."""
ALIKE_DB = 3.0
"""As above: what two halves of one answer differ by."""


def against_usual(melody: Melody, usual_semitones: float) -> Finding:
    """A finding without points."""
    reason = f"A melody of {compared(melody.pitch_spread_semitones, usual_semitones)}"
    return Finding("delivery", 0, reason, (), SOURCE, neutral=True)


def compared(spread_semitones: float, usual_semitones: float) -> str:
    """In words: "6.8 semitones, livelier than your usual 5.1"."""
    how = against(spread_semitones, usual_semitones)
    return f"{spread_semitones:.1f} semitones, {how} your usual {usual_semitones:.1f}"


def against(spread_semitones: float, usual_semitones: float) -> str:
    """In words alone: "livelier than", before what it is held against."""
    difference = spread_semitones - usual_semitones
    if abs(difference) < ALIKE_SEMITONES:
        return "about as lively as"
    return "livelier than" if difference > 0 else "flatter than"


def loudness_compared(spread_db: float, usual_db: float) -> str:
    """In words: "a range of 14 dB, wider than your usual 10"."""
    how = loudness_against(spread_db, usual_db)
    return f"a range of {spread_db:.0f} dB, {how} your usual {usual_db:.0f}"


def loudness_against(spread_db: float, usual_db: float) -> str:
    """In words alone: "wider than", before what it is held against."""
    difference = spread_db - usual_db
    if abs(difference) < ALIKE_DB:
        return "about as wide as"
    return "wider than" if difference > 0 else "narrower than"
