"""The part for length: whether an answer is about as long as its question wants."""

from collections.abc import Sequence

from simulator.measures import Measures
from simulator.scoring import targets as t
from simulator.scoring.model import Finding
from simulator.scoring.outcome import FULL, Outcome, line
from simulator.transcription import TimeSpan

IN_SECONDS = 120
"""Longer times are told in minutes."""


def length(
    measures: Measures,
    target_s: tuple[float, float],
    *,
    typed: bool,
    speech: Sequence[TimeSpan] = (),
) -> Outcome:
    """Full marks within the target; in proportion below it, down to 0 at twice its upper end.

    `speech` is where somebody spoke: too long an answer leads to when its target was over.
    """
    low_s, high_s = target_s
    said_s = measures.words / t.TYPED_WPM * 60 if typed else (measures.answer_s or 0.0)
    value = line(said_s, ((0, 0), (low_s, FULL), (high_s, FULL), (2 * high_s, 0)))
    told = f"{_duration(said_s)}" + (" if said aloud" if typed else "")
    aim = f"aim for {durations(low_s, high_s)}"
    if value >= FULL:
        praise = Finding("length", 0, f"{told}: a good length for this question", (), t.CONVENTION)
        return Outcome(FULL, (praise,))
    what = "shorter than your target" if said_s < low_s else "longer than your target"
    at_s = _when_over(speech, high_s)
    return Outcome(
        value, (Finding("length", value - FULL, f"{told}, {what}; {aim}", at_s, t.CONVENTION),)
    )


def _when_over(speech: Sequence[TimeSpan], high_s: float) -> tuple[float, ...]:
    """Nothing where the recording itself is no longer (the further turns of an exchange are)."""
    if not speech:
        return ()
    over_s = speech[0].start_s + high_s
    return (over_s,) if over_s < speech[-1].end_s else ()


def _duration(length_s: float) -> str:
    whole = round(length_s)
    return f"{whole} seconds" if whole <= IN_SECONDS else f"{_clock(whole)} minutes"


def durations(low_s: float, high_s: float) -> str:
    """In words: "60 to 120 seconds"."""
    if round(high_s) <= IN_SECONDS:
        return f"{low_s:.0f} to {high_s:.0f} seconds"
    return f"{_clock(round(low_s))} to {_clock(round(high_s))} minutes"


def _clock(whole_s: int) -> str:
    return f"{whole_s // 60}:{whole_s % 60:02d}"
