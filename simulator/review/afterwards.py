"""What the terminal shows of a whole interview: what was noticed, the six parts, what is next."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.archive import Session
from simulator.coaching import Advice, Coaching, PartShown, coached
from simulator.review.coaching_screen import habit_page, numbers_page, place, praise_page, sentence
from simulator.review.plain import clock, plain
from simulator.review.suggested import Suggested
from simulator.situations import (
    Afterwards,
    NextStep,
    Notice,
    OwnPoint,
    Pitch,
    Topics,
    wording,
)
from simulator.situations.model import Readiness

INDENT = 2
STYLES: dict[Readiness, str] = {
    "ready": "green",
    "nearly": "yellow",
    "not-yet": "red",
    "not-practised": "dim",
}


def afterwards_page(
    session: Session, made: Coaching | None = None, *, scores: bool = True
) -> Group:
    """What is to be said of the whole; the six parts only where one of them was practised.

    Without `made` it is held against no earlier interviews. Without `scores`, how ready a part is
    and where a number stands are told in words alone.
    """
    made = made or coached(session)
    told = made.told
    lines: list[RenderableType] = []
    lines += _notices(told)
    lines += _own(told.own_points)
    if told.topics is not None:
        lines += _topics(told.topics)
    if told.pitch is not None:
        lines += _pitch(told.pitch)
    lines.append(praise_page(made.praise))
    if made.parts:
        lines += [*_parts(made.parts, scores=scores), ""]
    lines += [numbers_page(made.numbers, made.earlier, scores=scores), habit_page(made.habit)]
    if told.next_step is not None and made.next_step is not None:
        lines += [*_next(told.next_step, made.next_step), ""]
    return Group(*lines)


def _notices(told: Afterwards) -> list[RenderableType]:
    if not told.notices:
        return []
    return [Text("Noticed", "bold"), *(_indented(_notice(one)) for one in told.notices), ""]


def _notice(notice: Notice) -> Text:
    text = Text(f"Answer {notice.answer}: {plain(notice.told)}.")
    if notice.quote:
        text.append(f" “{plain(notice.quote)}”", "italic")
    if notice.at_s is not None:
        text.append(f" ({clock(notice.at_s)})", "dim")
    if notice.better:
        text.append(f"\n{plain(notice.better)}")
    return text


def _own(points: Sequence[OwnPoint]) -> list[RenderableType]:
    if not points:
        return []
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, min_width=11)
    table.add_column()
    for point in points:
        said = Text(plain(point.label))
        if point.answer is None:
            said.append(f"\n{wording.passed(point)}", "dim")
            table.add_row(Text(wording.brought_in(point), "red"), said)
            continue
        when = f"answer {point.answer}"
        if point.at_s is not None:
            when += f", {clock(point.at_s)}"
        said.append(f" ({when})", "dim")
        said.append(f"\n“{plain(point.quote)}”", "italic")
        word = wording.brought_in(point)
        table.add_row(Text(word, "green" if point.sure else "yellow"), said)
    return [Text("What you wanted to bring in", "bold"), _indented(table), ""]


def _topics(topics: Topics) -> list[RenderableType]:
    lines: list[RenderableType] = [
        Text("Your own questions", "bold"),
        _indented(Text(plain(wording.asked_about(topics)))),
    ]
    if topics.left_out:
        left = ", ".join(plain(label) for label in topics.left_out)
        lines.append(_indented(Text(f"Left out: {left}", "dim")))
    return [*lines, ""]


def _pitch(pitch: Pitch) -> list[RenderableType]:
    lines: list[RenderableType] = [Text("Your last words, against what you had prepared", "bold")]
    for word, labels, style in (("kept", pitch.kept, "green"), ("lost", pitch.lost, "red")):
        for label in labels:
            text = Text(f"{word}  ", style)
            text.append(plain(label), "default")
            lines.append(_indented(text))
    return [*lines, ""]


def _parts(parts: Sequence[PartShown], *, scores: bool) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    if scores:
        table.add_column(justify="right")
    table.add_column()
    for one in parts:
        part = one.part
        score = "" if part.score is None else str(part.score)
        word = Text(one.told, STYLES[part.readiness])
        if one.last is not None:
            known = scores and one.last.score is not None
            last = f", {one.last.score}" if known else ""
            word.append(f"\nlast time: {one.last_told}{last}", "dim")
        table.add_row(Text(part.title), *([score] if scores else []), word)
    return [Text("The six parts", "bold"), _indented(table)]


def _next(step: NextStep, advice: Advice) -> list[RenderableType]:
    with_ = f" {step.title.lower()}, with:" if step.title else ""
    told = Text(f"The one thing to practise next:{with_}", "bold")
    lines: list[RenderableType] = [Suggested(told, advice.command)]
    if advice.why:
        lines.append(Text(f"{sentence(advice.why)}{place(advice)}", "dim"))
    return lines


def _indented(what: RenderableType) -> Padding:
    return Padding.indent(what, INDENT)
