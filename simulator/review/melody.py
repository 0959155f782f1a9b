"""What is told of melody and loudness: numbers and what was done, held against nobody else."""

from collections.abc import Iterable

from simulator.archive import UsualVoice
from simulator.measures import Closing, Melody, fading_ends
from simulator.review.plain import clock
from simulator.scoring import against, compared, loudness_against, loudness_compared

CLEAR_SEMITONES = 2.5
CLEAR_DB = 4.5
CLEAR_WPM = 30.0
"""Three of four ordinary answers end within these of how they went on before (pitch and loudness
measured, docs/measures.md; pace a convention: five words in ten seconds). Only more is told."""
MOST_MOMENTS = 6


def melody_lines(
    melody: Melody, usual: UsualVoice | None = None, *, numbers: bool = True
) -> list[str]:
    """The melody of an answer in a few sentences, most of them only where there is news.

    Without `numbers`, what is left in words: how it was, and when to listen.
    """
    lines = _spread(melody, usual, numbers=numbers)
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


def _spread(melody: Melody, usual: UsualVoice | None, *, numbers: bool) -> list[str]:
    spread, range_db = melody.pitch_spread_semitones, melody.loudness_spread_db
    if usual is None:
        told, loudness = f"{spread:.1f} semitones", f"a range of {range_db:.0f} dB"
        return [f"Melody: {told}. Loudness: {loudness}."] if numbers else []
    if numbers:
        told = compared(spread, usual.pitch_spread_semitones)
        loudness = loudness_compared(range_db, usual.loudness_spread_db)
    else:
        told = f"{against(spread, usual.pitch_spread_semitones)} your usual"
        loudness = f"a range {loudness_against(range_db, usual.loudness_spread_db)} your usual"
    return [f"Melody: {told}. Loudness: {loudness}."]


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
