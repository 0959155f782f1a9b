"""Two takes for a terminal: better, not better, the same."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from simulator.archive import Answer
from simulator.archive.documents import SCHEMA, Document, answer_document
from simulator.review.comparing import Change, Direction, compared
from simulator.review.plain import plain
from simulator.rounding import tenth
from simulator.scoring import DEFAULTS, Targets

INDENT = 2
_HEADS: tuple[tuple[Direction, str, str], ...] = (
    ("better", "Better", "green"),
    ("worse", "Not better", "yellow"),
    ("same", "The same", "dim"),
)
_POINTS = {100.0: "covered", 50.0: "unsure", 0.0: "not found"}


def comparison(
    before: Answer, after: Answer, targets: Targets = DEFAULTS, *, scores: bool = True
) -> Group:
    """What changed from one take of a question to another. Both must have been assessed.

    Without `scores`, which way a measure went is told, and no number.
    """
    assert before.assessment is not None  # noqa: S101 (the contract above)
    assert after.assessment is not None  # noqa: S101
    changes = [
        change
        for change in compared(before.assessment, after.assessment, targets)
        if scores or change.kind in ("point", "measure")
    ]
    title = f"{plain(after.question.id)}: {_named(after)} against {_named(before)}"
    lines: list[RenderableType] = [Text(title, "bold")]
    for direction, head, style in _HEADS:
        told = [change for change in changes if change.direction == direction]
        if told:
            lines.append(Text(head, style))
            lines += [
                Padding.indent(line, INDENT) for line in _lines(told, direction, numbers=scores)
            ]
    return Group(*lines)


def comparison_document(
    session_id: str, before: Answer, after: Answer, targets: Targets = DEFAULTS
) -> Document:
    """What `retake --json` prints."""
    assert before.assessment is not None  # noqa: S101 (both must have been assessed)
    assert after.assessment is not None  # noqa: S101
    return {
        "schema": SCHEMA,
        "session": session_id,
        "question": after.question.id,
        "changes": [
            {
                "what": change.what,
                "kind": change.kind,
                "before": tenth(change.before),
                "after": tenth(change.after),
                "direction": change.direction,
            }
            for change in compared(before.assessment, after.assessment, targets)
        ],
        "takes": [answer_document(before), answer_document(after)],
    }


def _lines(changes: list[Change], direction: Direction, *, numbers: bool) -> Iterator[Text]:
    if direction == "same":
        yield Text(", ".join(plain(change.what) for change in changes), "dim")
        return
    for change in changes:
        if change.kind == "point":
            yield Text(
                f"{plain(change.what)}: {_POINTS[change.before]}, now {_POINTS[change.after]}"
            )
        elif not numbers:
            yield Text(change.what)
        else:
            decimals = 1 if change.what.startswith("fillers a") else 0
            was, now = f"{change.before:.{decimals}f}", f"{change.after:.{decimals}f}"
            yield Text(f"{change.what}: {was}, now {now}")


def _named(answer: Answer) -> str:
    return f"take {answer.take}"
