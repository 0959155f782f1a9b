"""Pace and melody along an answer: the numbers of their curves, and the words for them. Pure."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from simulator.measures import Melody, PacePoint

_LEAST_PACE_WPM, _MOST_PACE_WPM = 80.0, 210.0
_LEAST_SEMITONES = 6.0
"""A curve reaches so far up and down at least, so that a flat voice looks flat."""
_MELODY_GAP_S = 0.35
"""Shorter gaps in a pitch curve are consonants, and are drawn over."""


@dataclass(frozen=True, slots=True)
class Course:
    """`points` are seconds and values, in order; two of them farther apart than `gap_s` are not
    joined. `low` and `high` are the ends of the scale. `told` says in words what it shows."""

    points: tuple[tuple[float, float], ...]
    low: float
    high: float
    gap_s: float
    told: str


def pace_course(curve: Sequence[PacePoint]) -> Course | None:
    """In words a minute; None for less than two points, which are no line."""
    if len(curve) < 2:  # noqa: PLR2004
        return None
    rates = [point.rate_wpm for point in curve]
    step_s = min(after.at_s - before.at_s for before, after in pairwise(curve))
    return Course(
        tuple((point.at_s, point.rate_wpm) for point in curve),
        min(_LEAST_PACE_WPM, *rates),
        max(_MOST_PACE_WPM, *rates),
        step_s * 1.5,
        f"{min(rates):.0f} to {max(rates):.0f} words a minute without pauses",
    )


def melody_course(melody: Melody) -> Course | None:
    """In semitones around the middle of the voice; None where there is no line to draw."""
    points = tuple(
        (i * melody.curve_step_s, value)
        for i, value in enumerate(melody.curve_semitones)
        if value is not None
    )
    if len(points) < 2:  # noqa: PLR2004
        return None
    reach = max(_LEAST_SEMITONES, *(abs(value) for _, value in points))
    return Course(
        points,
        -reach,
        reach,
        max(_MELODY_GAP_S, melody.curve_step_s * 1.5),
        f"{melody.pitch_spread_semitones:.1f} semitones around the middle of your voice, "
        f"{melody.pitch_median_hz:.0f} Hz",
    )


def in_columns(course: Course, duration_s: float, columns: int) -> list[float | None]:
    """One value for each of `columns` equal stretches of `duration_s`: the median of what falls
    into it, else what lies on the line between its neighbours; None where there is no line."""
    times_s = [at_s for at_s, _ in course.points]
    edges_s = [duration_s * place / columns for place in range(columns + 1)]
    found: list[float | None] = []
    for start_s, end_s in pairwise(edges_s):
        first, after = bisect_left(times_s, start_s), bisect_left(times_s, end_s)
        if first < after:
            found.append(median(value for _, value in course.points[first:after]))
        else:
            found.append(_on_the_line(course, first, (start_s + end_s) / 2))
    return found


def _on_the_line(course: Course, after: int, at_s: float) -> float | None:
    """The value at a time before the point `after`, and after the one before it."""
    if not 0 < after < len(course.points):
        return None
    (from_s, low), (to_s, high) = course.points[after - 1 : after + 1]
    if to_s - from_s > course.gap_s:
        return None
    return low + (high - low) * (at_s - from_s) / (to_s - from_s)
