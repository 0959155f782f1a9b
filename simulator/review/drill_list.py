"""What is due, as a list and as a document."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from simulator.archive.documents import SCHEMA
from simulator.review.due import Standing, is_due
from simulator.review.plain import plain


def page(standings: Sequence[Standing], now: datetime, *, scores: bool = True) -> Group:
    """One line a question, what to practise first on top."""
    table = Table.grid(padding=(0, 1))
    if scores:
        table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for one in standings:
        score = "-" if one.last_score is None else str(one.last_score)
        said = Text(plain(one.question.id))
        said.append(f"  {when(one, now)}", "yellow" if is_due(one, now) else "dim")
        table.add_row(*([score] if scores else []), said)
    head = "Last score, question, and when it is due" if scores else "Question, and when it is due"
    return Group(Text(head, "bold"), table)


def document(standings: Sequence[Standing], now: datetime) -> dict[str, Any]:
    """What `drill --list --json` prints."""
    return {
        "schema": SCHEMA,
        "questions": [
            {
                "question": one.question.id,
                "section": one.question.section,
                "last_score": one.last_score,
                "last_at": None if one.last_at is None else one.last_at.isoformat(),
                "due_at": None if one.due_at is None else one.due_at.isoformat(),
                "due": is_due(one, now),
                "in_hand": one.in_hand,
            }
            for one in standings
        ],
    }


def when(standing: Standing, now: datetime) -> str:
    """In words: due now, never asked, or the day."""
    if standing.due_at is None:
        return "never asked"
    if is_due(standing, now):
        return "due"
    return f"due {standing.due_at.astimezone(now.tzinfo):%Y-%m-%d}"
