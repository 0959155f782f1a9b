"""What went well, the numbers beside targets and earlier interviews, and takes side by side."""

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text
from sparklines import sparklines

from simulator.coaching import Advice, Comparison, Row
from simulator.coaching.takes import Line
from simulator.coaching.verdicts import CHANGES, HEADS
from simulator.coaching.yardsticks import Change, Standing
from simulator.review.plain import clock, plain

INDENT = 2
_STANDING: dict[Standing, str] = {"on target": "green", "near": "yellow", "off target": "red"}
_STYLES: dict[Change | None, str] = {"better": "green", "worse": "yellow"}
"""Of what went one way or the other."""


def praise_page(praise: Sequence[Advice]) -> Group:
    """What went well, each with its moment; nothing for none."""
    if not praise:
        return Group()
    return Group(Text("What went well", "bold"), *map(_indented, map(_advice, praise)), "")


def habit_page(habit: Advice | None) -> Group:
    """The habit that costs most; nothing for none."""
    if habit is None:
        return Group()
    text = Text("The habit that costs most: ", "bold")
    text.append(f"{plain(habit.title.lower())}. ")
    text.append(sentence(habit.why) + place(habit))
    return Group(text, "")


def numbers_page(numbers: Sequence[Row], earlier: int, *, scores: bool = True) -> Group:
    """Each number beside its target and, where there are earlier interviews, beside theirs.

    Without `scores` it says in words how each stands, and no number.
    """
    if not scores:
        return _how_it_went(numbers, earlier)
    if not numbers:
        return Group()
    lines: list[RenderableType] = [Text("Your numbers, in the middle of your answers", "bold")]
    for row in numbers:
        lines.append(_indented(_now(row)))
        if row.usual:
            lines.append(Padding.indent(Before(row), 2 * INDENT))
    lines += _before(earlier)
    return Group(*lines, "")


def takes_page(shown: Comparison, *, scores: bool = True) -> Group:
    """An answer beside those before it to the same question: what got better, and what not.

    Without `scores`, which way a measure went is told, and no number.
    """
    titles = " → ".join(plain(take.title) for take in shown.takes)
    lines: list[RenderableType] = [
        Text(f"Beside your earlier answers to this question: {titles}", "bold")
    ]
    lines += changes(shown.lines, scores=scores)
    before = shown.takes[-2]
    if before.number is None:  # else its words are in the page of its own
        said = plain(before.text) or "No words were heard."
        lines.append(
            Text.assemble((f"What you said then ({before.title}): ", ""), said, style="dim")
        )
    return Group(*lines)


def changes(lines: Sequence[Line], *, scores: bool = True) -> Iterator[RenderableType]:
    """Numbers and talking points over takes, below what became of them.

    Without `scores`, which way a measure went is told, and no number.
    """
    for change, head in HEADS.items():
        told = [line for line in lines if line.change == change]
        told = [line for line in told if scores or _goes_without_numbers(line)]
        if told:
            yield Text(head, _STYLES.get(change, "dim"))
            style = "" if change in _STYLES else "dim"
            each = (_line(line, style, numbers=scores) for line in told)
            yield from map(_indented, each)


class Before:
    """What a number was in earlier interviews, what became of it, and its course as a small chart:
    in words where the encoding has no bars."""

    def __init__(self, row: Row) -> None:
        self._row = row

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        row = self._row
        text = Text(f"before {row.usual}", "dim")
        if row.change is not None:
            text.append(": ")
            text.append(CHANGES[row.change], _STYLES.get(row.change))
        if options.encoding.lower().startswith("utf"):
            (line,) = sparklines(row.course)
            text.append(f"  {line}", "cyan")
        elif row.course_told:
            text.append(f" ({row.course_told})")
        yield text


def sentence(text: str) -> str:
    """With an end to it."""
    text = plain(text)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def place(advice: Advice) -> str:
    """Where it shows, in parentheses after a space."""
    at = "" if advice.at_s is None else f", {clock(advice.at_s)}"
    return f" (answer {advice.number}{at})"


def _advice(advice: Advice) -> Text:
    text = Text(plain(advice.title))
    text.append(place(advice), "dim")
    return text


def _now(row: Row) -> Text:
    text = Text(f"{row.name}: ")
    text.append(row.now, "bold")
    if row.standing is not None:
        text.append(", ")
        text.append(row.standing, _STANDING[row.standing])
    if row.target:
        text.append(f" (target: {row.target})" if row.standing else f" ({row.target})", "dim")
    return text


def _how_it_went(numbers: Sequence[Row], earlier: int) -> Group:
    lines = [_standing(row) for row in numbers if row.standing is not None and not row.scored]
    if not lines:
        return Group()
    head = Text("How it went, in the middle of your answers", "bold")
    return Group(head, *map(_indented, lines), *_before(earlier), "")


def _standing(row: Row) -> Text:
    text = Text(f"{row.name}: ")
    if row.standing is not None:
        text.append(row.standing, _STANDING[row.standing])
    if row.change is not None:
        text.append(", ")
        text.append(CHANGES[row.change], _STYLES.get(row.change))
        text.append(" as before" if row.change == "same" else " than before")
    return text


def _before(earlier: int) -> list[RenderableType]:
    """What stands for the time before; nothing without one."""
    if not earlier:
        return []
    interviews = "interview" if earlier == 1 else f"{earlier} interviews"
    return [_indented(Text(f"Before: the middle of your {interviews} until then.", "dim"))]


def _goes_without_numbers(line: Line) -> bool:
    return line.kind == "point" or (line.kind == "measure" and line.change in _STYLES)


def _line(line: Line, style: str, *, numbers: bool) -> Text:
    told = f": {' → '.join(line.cells)}" if numbers or line.kind == "point" else ""
    return Text(f"{plain(line.name)}{told}", style)


def _indented(what: RenderableType) -> Padding:
    return Padding.indent(what, INDENT)
