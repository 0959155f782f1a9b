"""How fast the candidate speaks, moment by moment."""

from collections.abc import Sequence

from simulator.measures.model import PacePoint
from simulator.transcription import TimeSpan, Word

WINDOW_S = 10.0
"""Long enough for about 25 words, so that one long word does not make a stretch slow."""
STEP_S = 2.5
LEAST_SPEAKING_S = 5.0
"""A window with less than this beside its silent pauses has no rate."""


def pace_curve(
    words: Sequence[Word], answer: TimeSpan | None, pauses: Sequence[TimeSpan]
) -> tuple[PacePoint, ...]:
    """Words a minute in a window of `WINDOW_S`, every `STEP_S` from its beginning on.

    Silent pauses are taken out of a window's time: they are told as pauses, and would else make the
    words beside them look slow. Empty for an answer shorter than a window.
    """
    if answer is None or answer.duration_s < WINDOW_S:
        return ()
    middles = [
        (word.start_s + word.end_s) / 2
        for word in words
        if word.start_s is not None and word.end_s is not None
    ]
    points: list[PacePoint] = []
    for step in range(int((answer.duration_s - WINDOW_S) / STEP_S) + 1):
        start_s = answer.start_s + step * STEP_S
        end_s = start_s + WINDOW_S
        silent_s = sum(
            max(0.0, min(end_s, pause.end_s) - max(start_s, pause.start_s)) for pause in pauses
        )
        if WINDOW_S - silent_s < LEAST_SPEAKING_S:
            continue
        said = sum(start_s <= middle < end_s for middle in middles)
        points.append(PacePoint(start_s + WINDOW_S / 2, said / (WINDOW_S - silent_s) * 60))
    return tuple(points)
