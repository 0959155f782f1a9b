"""An answer drawn along its time: loudness, pauses, fillers, evidence, pace and melody.

Shapes are in the units of an SVG `viewBox`: WIDTH across for the whole answer, each lane as high
as its constant says, y downwards. The page stretches them to the width it has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from simulator.assessment import Assessment
from simulator.measures import Melody, PacePoint
from simulator.review.marking import LONG_PAUSE_S
from simulator.review.plain import clock
from simulator.scoring import Targets
from simulator.sound import Sound

WIDTH = 1000.0
WAVE_HEIGHT = 64.0
CURVE_HEIGHT = 48.0
BARS = 180
_LOUDNESS_POWER = 0.6
"""Loudness is felt about as this power of the amplitude (Stevens)."""
_LEAST_BAR = 0.03
_LEAST_PACE_WPM, _MOST_PACE_WPM = 80.0, 210.0
_LEAST_SEMITONES = 6.0
"""A curve reaches so far up and down at least, so that a flat voice looks flat."""
_MELODY_GAP_S = 0.35
"""Shorter gaps in a pitch curve are consonants, and are drawn over."""
AXIS_MARKS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the timeline. `told` says what it is, `tone` how it is drawn."""

    x: float
    width: float
    start_s: float
    tone: str
    told: str


@dataclass(frozen=True, slots=True)
class Curve:
    """`path` is the data of an SVG path; `told` says in words what it shows. `band` is the top and
    the height of what is shaded, None for nothing."""

    path: str
    told: str
    band: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Timeline:
    duration_s: float
    wave: str
    """The data of an SVG path."""
    speech: tuple[Mark, ...]
    pauses: tuple[Mark, ...]
    fillers: tuple[Mark, ...]
    evidence: tuple[tuple[Mark, ...], ...]
    """In rows, so that none lies over another."""
    pace: Curve | None
    melody: Curve | None
    axis: tuple[str, ...]
    """Times to stand below it, evenly spaced from its beginning to its end."""


def timeline(assessment: Assessment, wave: str, targets: Targets) -> Timeline | None:
    """None for an answer without times. `wave` is what `wave_of` its sound gives, "" for none."""
    duration_s = assessment.transcript.duration_s
    if not duration_s:
        return None
    scale = WIDTH / duration_s
    measures = assessment.measures
    pauses = [p for p in measures.pauses or () if p.duration_s >= LONG_PAUSE_S]
    return Timeline(
        duration_s=duration_s,
        wave=wave,
        speech=tuple(
            _mark(span.start_s, span.end_s, scale, "speech", "Speech")
            for span in assessment.transcript.speech
        ),
        pauses=tuple(
            _mark(p.start_s, p.end_s, scale, "pause", f"Pause of {p.duration_s:.1f} s")
            for p in pauses
        ),
        fillers=tuple(
            _mark(filler.start_s, filler.end_s, scale, filler.kind, f"Filler: {filler.text}")
            for filler in measures.fillers
            if filler.start_s is not None and filler.end_s is not None
        ),
        evidence=_rows(
            [
                _mark(
                    point.evidence.start_s, point.evidence.end_s, scale, point.verdict, point.label
                )
                for point in assessment.coverage
                if point.evidence is not None
                and point.evidence.start_s is not None
                and point.evidence.end_s is not None
            ]
        ),
        pace=_pace(measures.pace_curve, scale, targets),
        melody=None if measures.melody is None else _melody(measures.melody, scale),
        axis=_axis(duration_s),
    )


def sound_alone(duration_s: float, wave: str) -> Timeline:
    """Of a recording of which nothing is known but what it sounds like."""
    return Timeline(
        duration_s=duration_s,
        wave=wave,
        speech=(),
        pauses=(),
        fillers=(),
        evidence=(),
        pace=None,
        melody=None,
        axis=_axis(duration_s),
    )


def _axis(duration_s: float) -> tuple[str, ...]:
    return tuple(clock(duration_s * i / AXIS_MARKS) for i in range(AXIS_MARKS + 1))


def _mark(start_s: float, end_s: float, scale: float, tone: str, told: str) -> Mark:
    width = max(end_s - start_s, 0.0) * scale
    return Mark(_short(start_s * scale), _short(width), start_s, tone, f"{told}, {clock(start_s)}")


def _rows(marks: Sequence[Mark]) -> tuple[tuple[Mark, ...], ...]:
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: mark.x):
        for row in rows:
            if row[-1].x + row[-1].width <= mark.x:
                row.append(mark)
                break
        else:
            rows.append([mark])
    return tuple(tuple(row) for row in rows)


def wave_of(sound: Sound) -> str:
    """The data of an SVG path: bars up and down from the middle, as high as the sound is loud."""
    parts = np.array_split(sound.samples, BARS)
    levels = np.array([np.sqrt(np.mean(part**2)) if len(part) else 0.0 for part in parts])
    loudest = float(levels.max())
    if loudest <= 0:
        return ""
    heights = np.maximum((levels / loudest) ** _LOUDNESS_POWER, _LEAST_BAR)
    middle, step = WAVE_HEIGHT / 2, WIDTH / BARS
    return "".join(
        f"M{_short((i + 0.5) * step)} {_short(middle - half)}V{_short(middle + half)}"
        for i, half in enumerate(heights * (middle - 2))
    )


def _pace(curve: Sequence[PacePoint], scale: float, targets: Targets) -> Curve | None:
    if len(curve) < 2:  # noqa: PLR2004 (a line needs two ends)
        return None
    rates = [point.rate_wpm for point in curve]
    low, high = min(_LEAST_PACE_WPM, *rates), max(_MOST_PACE_WPM, *rates)

    def y(rate: float) -> float:
        return _height(rate, low, high)

    step_s = min(after.at_s - before.at_s for before, after in pairwise(curve))
    path = _line([(point.at_s * scale, y(point.rate_wpm)) for point in curve], step_s * 1.5 * scale)
    top = y(targets.pace_wpm[1])
    told = (
        f"Between {min(rates):.0f} and {max(rates):.0f} words a minute; "
        f"shaded: {targets.pace_wpm[0]:.0f} to {targets.pace_wpm[1]:.0f}"
    )
    return Curve(path, told, (_short(top), _short(y(targets.pace_wpm[0]) - top)))


def _melody(melody: Melody, scale: float) -> Curve | None:
    points = [
        (i * melody.curve_step_s, value)
        for i, value in enumerate(melody.curve_semitones)
        if value is not None
    ]
    if len(points) < 2:  # noqa: PLR2004
        return None
    reach = max(_LEAST_SEMITONES, *(abs(value) for _, value in points))
    path = _line(
        [(at_s * scale, _height(value, -reach, reach)) for at_s, value in points],
        max(_MELODY_GAP_S, melody.curve_step_s * 1.5) * scale,
    )
    told = (
        f"{melody.pitch_spread_semitones:.1f} semitones around the middle of your voice, "
        f"{melody.pitch_median_hz:.0f} Hz"
    )
    return Curve(path, told, None)


def _height(value: float, low: float, high: float) -> float:
    return CURVE_HEIGHT - 2 - (value - low) / (high - low) * (CURVE_HEIGHT - 4)


def _line(points: Sequence[tuple[float, float]], longest: float) -> str:
    """A line through the points, broken where two are farther apart than `longest`."""
    path, last = [], None
    for x, y in points:
        letter = "M" if last is None or x - last > longest else "L"
        path.append(f"{letter}{_short(x)} {_short(y)}")
        last = x
    return "".join(path)


def _short(number: float) -> float:
    return round(float(number), 1) + 0.0
