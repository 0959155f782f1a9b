"""The part for length: whether an answer is about as long as its question wants."""

from simulator.measures import Measures
from simulator.scoring import targets as t
from simulator.scoring.model import Finding
from simulator.scoring.outcome import FULL, Outcome, line

IN_SECONDS = 120
"""Longer times are told in minutes."""


def length(measures: Measures, target_s: tuple[float, float], *, typed: bool) -> Outcome:
    """Full marks within the target; in proportion below it, down to 0 at twice its upper end."""
    low_s, high_s = target_s
    said_s = measures.words / t.TYPED_WPM * 60 if typed else (measures.answer_s or 0.0)
    value = line(said_s, ((0, 0), (low_s, FULL), (high_s, FULL), (2 * high_s, 0)))
    told = f"{_duration(said_s)}" + (" if said aloud" if typed else "")
    aim = f"aim for {durations(low_s, high_s)}"
    if value >= FULL:
        praise = Finding("length", 0, f"{told}: a good length for this question", (), t.CONVENTION)
        return Outcome(FULL, (praise,))
    what = "shorter than your target" if said_s < low_s else "longer than your target"
    return Outcome(
        value, (Finding("length", value - FULL, f"{told}, {what}; {aim}", (), t.CONVENTION),)
    )


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
