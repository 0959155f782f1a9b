"""An answer drawn along its time: loudness, pauses, fillers, evidence, pace and melody.

Shapes are in the units of an SVG `viewBox`: WIDTH across for the whole answer, each lane as high
as its constant says, y downwards. The page stretches them to the width it has.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.assessment import Assessment
from simulator.measures import SILENT_PAUSE_S
from simulator.review.curves import Course, melody_course, pace_course
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
    pauses = [p for p in measures.pauses or () if p.duration_s >= SILENT_PAUSE_S]
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
        pace=_pace(pace_course(measures.pace_curve), scale, targets),
        melody=None if measures.melody is None else _melody(melody_course(measures.melody), scale),
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


def _pace(course: Course | None, scale: float, targets: Targets) -> Curve | None:
    if course is None:
        return None
    slower, faster = targets.pace_wpm
    top = _height(faster, course)
    told = f"{course.told}; shaded: the target with them, {slower:.0f} to {faster:.0f}"
    return Curve(_drawn(course, scale), told, (_short(top), _short(_height(slower, course) - top)))


def _melody(course: Course | None, scale: float) -> Curve | None:
    return None if course is None else Curve(_drawn(course, scale), course.told, None)


def _drawn(course: Course, scale: float) -> str:
    points = [(at_s * scale, _height(value, course)) for at_s, value in course.points]
    return _line(points, course.gap_s * scale)


def _height(value: float, course: Course) -> float:
    share = (value - course.low) / (course.high - course.low)
    return CURVE_HEIGHT - 2 - share * (CURVE_HEIGHT - 4)


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
