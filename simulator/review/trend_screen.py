"""The trend for a terminal: small charts with their numbers, and the best takes."""

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from sparklines import sparklines

from simulator.review.plain import plain
from simulator.review.suggested import Suggested
from simulator.review.trend import BestTake, SessionPoint, Trend, in_buckets
from simulator.suggesting import Suggest, command

WIDEST = 60
MOST_BEST = 12
INDENT = 2
PACE = "Words a minute"
NONE_YET = "Nothing to compare yet. Start with:"


class Chart:
    """A row of bars as wide as there is room; left out where the encoding has no bars."""

    def __init__(
        self, values: Sequence[float | None], style: str, *, low: float, high: float
    ) -> None:
        self._values = values
        self._style = style
        self._low, self._high = low, high

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not options.encoding.lower().startswith("utf"):
            return
        width = max(1, min(options.max_width, WIDEST))
        shown = in_buckets(self._values, width)
        (line,) = sparklines(shown, minimum=self._low, maximum=self._high)
        yield Text(line, self._style, no_wrap=True, overflow="crop")


def trend_page(trend: Trend, *, everything: bool = False, suggest: Suggest = command) -> Group:
    """Score, fillers, pace and coverage by section over the sessions; then the best takes."""
    if not trend.sessions:
        return Group(Suggested(Text(NONE_YET), suggest("run")))
    return Group(*_lines(trend, everything=everything, suggest=suggest))


def label(section: str) -> str:
    """A section's id as a person would write it."""
    words = plain(section).replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def period(sessions: Sequence[SessionPoint]) -> str:
    """How many interviews, and from when to when."""
    first, last = (f"{point.started_at:%Y-%m-%d}" for point in (sessions[0], sessions[-1]))
    count = "1 interview" if len(sessions) == 1 else f"{len(sessions)} interviews"
    return f"{count}, {first}" + (f" to {last}" if last != first else "")


def _lines(trend: Trend, *, everything: bool, suggest: Suggest) -> Iterator[RenderableType]:
    sessions = trend.sessions
    yield Text(period(sessions), "bold")
    for name, values, middle, style, decimals in (
        ("Score", [p.score for p in sessions], trend.score, "green", 0),
        (
            "Fillers a minute",
            [p.fillers_per_minute for p in sessions],
            trend.fillers_per_minute,
            "yellow",
            1,
        ),
        (PACE, [p.rate_wpm for p in sessions], trend.rate_wpm, "cyan", 0),
    ):
        yield from _measure(name, values, middle, style, decimals)
    if trend.coverage:
        yield Text()
        yield Text("Talking points covered, by part of the interview", "bold")
    for section, middle in trend.coverage.items():
        values = [point.coverage.get(section) for point in sessions]
        yield from _measure(label(section), values, middle, "green", 0, unit=" %")
    if trend.best:
        yield Text()
        yield Text("Best take of each question, the weakest first", "bold")
        shown = trend.best if everything else trend.best[:MOST_BEST]
        yield Padding.indent(_best(shown), INDENT)
        if len(shown) < len(trend.best):
            more = Text(f"... and {len(trend.best) - len(shown)} more:")
            yield Suggested(more, suggest("trend", "--all"))


def _measure(  # noqa: PLR0917 (a row of a table)
    name: str,
    values: Sequence[float | None],
    middle: float | None,
    style: str,
    decimals: int,
    unit: str = "",
) -> Iterator[RenderableType]:
    told = [value for value in values if value is not None]
    if not told or middle is None:
        return
    numbers = f"{told[-1]:.{decimals}f}"
    if len(told) > 1:
        numbers = f"first {told[0]:.{decimals}f}, last {numbers}, median {middle:.{decimals}f}"
    yield Text(f"{name}: {numbers}{unit}")
    if len(told) > 1:
        # Nobody speaks at no words a minute: a chart from there would show no change.
        low = min(told) * 0.8 if name == PACE else 0.0
        high = 100.0 if unit or name == "Score" else max(told)
        yield Padding.indent(Chart(values, style, low=low, high=high or 1.0), INDENT)


def _best(takes: Sequence[BestTake]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for best in takes:
        where = f"in {plain(best.session)}" + (f", take {best.take}" if best.take > 1 else "")
        said = Text(plain(best.question))
        if best.takes > 1:
            said.append(f"  best of {best.takes}, {where}; last {best.last_score}", "dim")
        else:
            said.append(f"  once, {where}", "dim")
        table.add_row(str(best.score), said)
    return table
