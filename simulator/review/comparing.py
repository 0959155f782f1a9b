"""Two takes of one question beside each other: what got better, and what did not. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.assessment import Assessment
from simulator.measures import Measures
from simulator.scoring import DEFAULTS, PARTS, Targets
from simulator.scoring.pauses import long_pauses

Direction = Literal["better", "worse", "same"]

ENOUGH_POINTS = 1
ENOUGH_FILLERS = 0.5
ENOUGH_WPM = 5.0
"""Smaller differences are chance, and told as the same (convention)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing in two takes. `what` is a measure in words, or a talking point's label; of a
    talking point the values are 100 for covered, 50 for unsure, 0 for not found."""

    what: str
    kind: Literal["score", "part", "point", "measure"]
    before: float
    after: float
    direction: Direction


def compared(
    before: Assessment, after: Assessment, targets: Targets = DEFAULTS
) -> tuple[Change, ...]:
    """Every change from one take to another, the total first; what either lacks is left out."""
    return (
        *_scores(before, after),
        *_points(before, after),
        *_measured(before.measures, after.measures, targets),
    )


def _scores(before: Assessment, after: Assessment) -> Iterator[Change]:
    was, now = before.score.total, after.score.total
    if was is not None and now is not None:
        yield _change("score", "score", was, now, ENOUGH_POINTS)
    for part in PARTS:
        was, now = before.score.parts.get(part), after.score.parts.get(part)
        if was is not None and now is not None:
            yield _change(part, "part", was, now, ENOUGH_POINTS)


_WORTH = {"covered": 100.0, "unsure": 50.0, "not_found": 0.0}


def _points(before: Assessment, after: Assessment) -> Iterator[Change]:
    earlier = {point.point: point for point in before.coverage}
    for point in after.coverage:
        if point.point in earlier:
            was = _WORTH[earlier[point.point].verdict]
            yield _change(point.label, "point", was, _WORTH[point.verdict], ENOUGH_POINTS)


def _measured(before: Measures, after: Measures, targets: Targets) -> Iterator[Change]:
    was, now = before.fillers_per_minute, after.fillers_per_minute
    if was is not None and now is not None:
        yield _change("fillers a minute", "measure", was, now, ENOUGH_FILLERS, less_is_better=True)
    was, now = before.speech_rate_wpm, after.speech_rate_wpm
    if was is not None and now is not None:
        nearer = _off(was, targets.pace_wpm) - _off(now, targets.pace_wpm)
        direction = _direction(nearer, ENOUGH_WPM)
        yield Change("words a minute", "measure", was, now, direction)
    if before.pauses is not None and after.pauses is not None:
        was, now = (float(len(long_pauses(take.pauses or (), targets))) for take in (before, after))
        yield _change("long pauses", "measure", was, now, 1.0, less_is_better=True)


def _off(rate_wpm: float, target_wpm: tuple[float, float]) -> float:
    """How far a pace lies from the target; 0 within."""
    low, high = target_wpm
    return max(low - rate_wpm, rate_wpm - high, 0.0)


def _change(
    what: str,
    kind: Literal["score", "part", "point", "measure"],
    before: float,
    after: float,
    enough: float,
    *,
    less_is_better: bool = False,
) -> Change:
    gain = before - after if less_is_better else after - before
    return Change(what, kind, before, after, _direction(gain, enough))


def _direction(gain: float, enough: float) -> Direction:
    if gain >= enough:
        return "better"
    return "worse" if gain <= -enough else "same"
