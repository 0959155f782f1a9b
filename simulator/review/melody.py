"""What is told of melody and loudness: numbers and what was done, held against nobody else."""

from collections.abc import Iterable

from simulator.measures import Closing, Melody, fading_ends
from simulator.review.plain import clock
from simulator.scoring import against, compared

CLEAR_SEMITONES = 2.5
CLEAR_DB = 4.5
CLEAR_WPM = 30.0
"""Three of four ordinary answers end within these of how they went on before (pitch and loudness
measured, docs/measures.md; pace a convention: five words in ten seconds). Only more is told."""
MOST_MOMENTS = 6


def melody_lines(
    melody: Melody, usual_spread_semitones: float | None = None, *, numbers: bool = True
) -> list[str]:
    """The melody of an answer in a few sentences, most of them only where there is news.

    Without `numbers`, what is left in words: how it was, and when to listen.
    """
    lines = _spread(melody, usual_spread_semitones, numbers=numbers)
    changes = [] if melody.closing is None else _changes(melody.closing)
    if changes:
        told = ", ".join(f"{how} by {much}" if numbers else how for how, much in changes)
        lines.append(f"Your last ten seconds, against the rest: {told}.")
    fading = fading_ends(melody)
    if fading:
        by = f", by {melody.stretch_end_drop_db:.0f} dB" if numbers else ""
        moments = _moments(end.at_s for end in fading)
        lines.append(f"The ends of your sentences fade{by} (listen at {moments}).")
    return lines


def _spread(melody: Melody, usual_semitones: float | None, *, numbers: bool) -> list[str]:
    spread = melody.pitch_spread_semitones
    if not numbers:
        if usual_semitones is None:
            return []
        return [f"Melody: {against(spread, usual_semitones)} your usual."]
    told = f"{spread:.1f} semitones"
    if usual_semitones is not None:
        told = compared(spread, usual_semitones)
    return [f"Melody: {told}. Loudness: a range of {melody.loudness_spread_db:.0f} dB."]


def _changes(closing: Closing) -> list[tuple[str, str]]:
    """What is clearly otherwise, and by how much."""
    pitch, loudness = closing.pitch_spread_difference_semitones, closing.loudness_difference_db
    rate = closing.rate_difference_wpm
    changes = []
    if abs(pitch) >= CLEAR_SEMITONES:
        changes.append(("livelier" if pitch > 0 else "flatter", f"{abs(pitch):.1f} semitones"))
    if abs(loudness) >= CLEAR_DB:
        changes.append(("louder" if loudness > 0 else "softer", f"{abs(loudness):.0f} dB"))
    if rate is not None and abs(rate) >= CLEAR_WPM:
        changes.append(("faster" if rate > 0 else "slower", f"{abs(rate):.0f} words a minute"))
    return changes


def _moments(at_s: Iterable[float]) -> str:
    return ", ".join(clock(moment_s) for moment_s in list(at_s)[:MOST_MOMENTS])
