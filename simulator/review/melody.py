"""What is told of melody and loudness: numbers and what was done, held against nobody else."""

from collections.abc import Iterable

from simulator.archive import UsualVoice
from simulator.measures import Closing, Melody, fading_ends
from simulator.review.plain import clock
from simulator.scoring import compared, loudness_compared

CLEAR_SEMITONES = 2.5
CLEAR_DB = 4.5
CLEAR_WPM = 30.0
"""Three of four ordinary answers end within these of how they went on before (pitch and loudness
measured, docs/measures.md; pace a convention: five words in ten seconds). Only more is told."""
MOST_MOMENTS = 6


def melody_lines(melody: Melody, usual: UsualVoice | None = None) -> list[str]:
    """The melody of an answer in a few sentences, most of them only where there is news."""
    spread, range_db = melody.pitch_spread_semitones, melody.loudness_spread_db
    told, loudness = f"{spread:.1f} semitones", f"a range of {range_db:.0f} dB"
    if usual is not None:
        told = compared(spread, usual.pitch_spread_semitones)
        loudness = loudness_compared(range_db, usual.loudness_spread_db)
    lines = [f"Melody: {told}. Loudness: {loudness}."]
    changes = [] if melody.closing is None else _changes(melody.closing)
    if changes:
        lines.append(f"Your last ten seconds, against the rest: {', '.join(changes)}.")
    fading = fading_ends(melody)
    if fading:
        lines.append(
            f"The ends of your sentences fade, by {melody.stretch_end_drop_db:.0f} dB "
            f"(listen at {_moments(end.at_s for end in fading)})."
        )
    return lines


def _changes(closing: Closing) -> list[str]:
    pitch, loudness = closing.pitch_spread_difference_semitones, closing.loudness_difference_db
    rate = closing.rate_difference_wpm
    changes = []
    if abs(pitch) >= CLEAR_SEMITONES:
        changes.append(f"{'livelier' if pitch > 0 else 'flatter'} by {abs(pitch):.1f} semitones")
    if abs(loudness) >= CLEAR_DB:
        changes.append(f"{'louder' if loudness > 0 else 'softer'} by {abs(loudness):.0f} dB")
    if rate is not None and abs(rate) >= CLEAR_WPM:
        changes.append(f"{'faster' if rate > 0 else 'slower'} by {abs(rate):.0f} words a minute")
    return changes


def _moments(at_s: Iterable[float]) -> str:
    return ", ".join(clock(moment_s) for moment_s in list(at_s)[:MOST_MOMENTS])
