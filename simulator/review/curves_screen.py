"""Pace and melody of an answer as small curves for a terminal, both along the same time."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text
from sparklines import sparklines

from simulator.assessment import Assessment
from simulator.review.curves import Course, in_columns, melody_course, pace_course
from simulator.review.plain import clock
from simulator.scoring import Targets

WIDEST = 60
"""Cells; wider curves say no more."""


class Curves:
    """The curves of an answer, as wide as there is room, with the words that say what they show.
    Nothing where nothing was measured; where the encoding has no bars, the words alone. Without
    `numbers` each has its name alone."""

    def __init__(
        self, assessment: Assessment, targets: Targets | None, *, numbers: bool = True
    ) -> None:
        measures = assessment.measures
        pace = pace_course(measures.pace_curve)
        melody = None if measures.melody is None else melody_course(measures.melody)
        self._duration_s = assessment.transcript.duration_s or 0.0
        self._numbers = numbers
        self._shown: list[tuple[str, Course, str]] = []
        if pace is not None:
            told = f"Pace: {pace.told}"
            if targets is not None:
                slower, faster = targets.pace_wpm
                told += f" (target with them: {slower:.0f} to {faster:.0f})"
            self._shown.append((told if numbers else "Pace", pace, "cyan"))
        if melody is not None:
            told = f"Melody: {melody.told}"
            self._shown.append((told if numbers else "Melody", melody, "magenta"))

    def __bool__(self) -> bool:
        return bool(self._shown) and self._duration_s > 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        drawn = options.encoding.lower().startswith("utf")
        if not self or not (drawn or self._numbers):
            return
        columns = max(1, min(options.max_width, WIDEST))
        for told, course, style in self._shown:
            yield Text(told, "dim")
            if drawn:
                values = in_columns(course, self._duration_s, columns)
                yield _line(values, course, style)
        if drawn:
            yield Text(_axis(self._duration_s, columns), "dim", no_wrap=True, overflow="crop")


def _line(values: Sequence[float | None], course: Course, style: str) -> Text:
    # From the lower end of the scale: what is below zero would hang down in a line of its own.
    above = [None if value is None else value - course.low for value in values]
    (line,) = sparklines(above, minimum=0.0, maximum=course.high - course.low)
    return Text(line, style, no_wrap=True, overflow="crop")


def _axis(duration_s: float, columns: int) -> str:
    """Where it begins, its middle and its end: `0:00      0:30      1:00`."""
    begin, middle, end = clock(0), clock(duration_s / 2), clock(duration_s)
    return begin + middle.center(columns - len(begin) - len(end)) + end
