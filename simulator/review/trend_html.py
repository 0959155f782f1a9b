"""The trend as a page: one HTML file that needs nothing else and asks the network for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from jinja2 import Environment, PackageLoader, StrictUndefined

from simulator.review.plain import plain
from simulator.review.trend import Trend, in_buckets
from simulator.review.trend_screen import NONE_YET, label, period
from simulator.suggesting import Suggest, command

WIDTH, HEIGHT, MARGIN, TOP = 400, 140, 8, 28
"""Of a chart, in the units of its drawing; above `TOP` stands the number of its upper end."""
MOST_DOTS = 120
MOST_ROWS = 200
"""Sessions in the table below the charts, the newest."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line chart, as a template draws it: `lines` are runs of `x,y` points without a gap."""

    name: str
    told: str
    lines: tuple[str, ...]
    dots: tuple[tuple[float, float, str], ...]
    target: tuple[float, float] | None
    """From where to where the band of the target reaches, from above."""
    high: str


def trend_html(
    trend: Trend,
    *,
    pace_wpm: tuple[float, float],
    fillers_per_minute: float,
    suggest: Suggest = command,
) -> str:
    """The whole page. Targets are shown as bands behind the lines."""
    environment = Environment(
        loader=PackageLoader("simulator.review", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = lambda text: plain(str(text))
    sessions = trend.sessions
    curves = [
        curve("Score", [p.score for p in sessions], high=100.0),
        curve(
            "Fillers a minute",
            [p.fillers_per_minute for p in sessions],
            decimals=1,
            target=(0.0, fillers_per_minute),
        ),
        curve("Words a minute", [p.rate_wpm for p in sessions], target=pace_wpm),
    ]
    sections = [
        curve(
            label(section),
            [point.coverage.get(section) for point in sessions],
            high=100.0,
            unit=" %",
        )
        for section in trend.coverage
    ]
    return environment.get_template("trend.html.jinja").render(
        period=period(sessions) if sessions else "",
        none_yet=NONE_YET,
        begin=suggest("run"),
        curves=[one for one in curves if one is not None],
        sections=[one for one in sections if one is not None],
        best=trend.best,
        sessions=list(reversed(sessions[-MOST_ROWS:])),
        older=max(0, len(sessions) - MOST_ROWS),
        width=WIDTH,
        height=HEIGHT,
    )


def curve(
    name: str,
    values: Sequence[float | None],
    *,
    high: float | None = None,
    target: tuple[float, float] | None = None,
    decimals: int = 0,
    unit: str = "",
) -> Curve | None:
    """The chart of one measure, oldest first; None where nothing was measured."""
    shown = in_buckets(values, MOST_DOTS)
    told = [value for value in values if value is not None]
    if not told:
        return None
    ends = (*told, *(target or ()))
    top = high or max(*ends, 1.0) * 1.05
    bottom = min(ends) * 0.8 if target and target[0] else 0.0

    def y(value: float) -> float:
        share = (min(max(value, bottom), top) - bottom) / (top - bottom)
        return round(HEIGHT - MARGIN - (HEIGHT - MARGIN - TOP) * share, 1)

    step = (WIDTH - 2 * MARGIN) / max(1, len(shown) - 1)
    runs: list[list[str]] = [[]]
    dots: list[tuple[float, float, str]] = []
    for place, value in enumerate(shown):
        if value is None:
            runs.append([])
            continue
        x = round(MARGIN + step * place, 1)
        runs[-1].append(f"{x},{y(value)}")
        dots.append((x, y(value), f"{value:.{decimals}f}{unit}"))
    summary = f"{told[-1]:.{decimals}f}{unit}"
    if len(told) > 1:
        first, last, middle = (
            f"{value:.{decimals}f}" for value in (told[0], told[-1], median(told))
        )
        summary = f"first {first}, last {last}, median {middle}{unit}"
    return Curve(
        name=name,
        told=summary,
        lines=tuple(" ".join(run) for run in runs if len(run) > 1),
        dots=tuple(dots),
        target=None if target is None else (y(target[1]), y(target[0])),
        high=f"{top:.0f}{unit}",
    )
