"""The list of past interviews, as a table and as a document."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from simulator.archive import Listing
from simulator.archive.documents import SCHEMA
from simulator.archive.model import SessionState
from simulator.archive.summary import SessionSummary, summary_document
from simulator.questions.signs import harmless
from simulator.review.plain import plain
from simulator.suggesting import Suggest, command

STATES: dict[SessionState, str] = {
    "finished": "finished",
    "stopped": "stopped early",
    "running": "not finished",
}
_ID_CELLS = 32
"""A longer id (a folder that somebody copied) has a line of its own."""
_SCORE, _ANSWERED = f"{'Score':>5}", f"{'Answered':>8}"
_STATE_CELLS = max(map(len, STATES.values()))
_ROLE_CELLS = 10
"""Where a role would have less room than this, it stands below."""


def session_lines(
    listing: Listing,
    width: int | None = None,
    *,
    scores: bool = True,
    suggest: Suggest = command,
) -> list[str]:
    """A table, a row for each session, newest first; then what there is to know besides.

    `width` is how many cells of a terminal a line may take; None: as many as it needs. A command
    to type takes what it needs. The table is made by hand: a list of ten thousand should not take
    seconds.
    """
    lines = list(_table(listing.sessions, width, scores=scores)) if listing.sessions else []
    if listing.older:
        lines += _suggested(f"... and {listing.older} older:", suggest("sessions", "--all"), width)
    if not lines and not listing.unreadable:
        lines += _suggested("No interviews yet. Start one with:", suggest("run"), width)
    return lines


def _table(sessions: Sequence[SessionSummary], width: int | None, *, scores: bool) -> Iterator[str]:
    heads = _columns(_SCORE, _ANSWERED, scores=scores)
    longest = max(cell_len(plain(summary.id)) for summary in sessions)
    id_cells = max(len("Interview"), min(longest, _ID_CELLS) if width else longest)
    before_role = id_cells + 2 + len(heads) + 2 + _STATE_CELLS + 2
    if width is not None and width < before_role + _ROLE_CELLS:
        yield from _stacked(sessions, id_cells, width, heads, scores=scores)
        return
    head = set_cell_size("Interview", id_cells)
    yield f"{head}  {heads}  {'State':{_STATE_CELLS}}  Role"
    for summary in sessions:
        *above, name = _id_lines(summary, id_cells, width)
        yield from above
        role, *below = _role_lines(summary, None if width is None else width - before_role)
        state = f"{STATES[summary.state]:{_STATE_CELLS}}"
        yield f"{name}  {_numbers(summary, scores=scores)}  {state}  {role}"
        yield from (" " * before_role + more for more in below)


def _stacked(
    sessions: Sequence[SessionSummary], id_cells: int, width: int, heads: str, *, scores: bool
) -> Iterator[str]:
    """For a narrow window: state and role below the id."""
    id_cells = max(min(id_cells, width - 2 - len(heads)), 0)
    yield f"{set_cell_size('Interview', id_cells)}  {heads}"
    yield "  State, role"
    for summary in sessions:
        *above, name = _id_lines(summary, id_cells, width)
        yield from above
        yield f"{name}  {_numbers(summary, scores=scores)}"
        told = f"{STATES[summary.state]}, {plain(summary.role or 'any role')}"
        yield from (f"  {line}" for line in _folded(told, width - 2))


def _id_lines(summary: SessionSummary, cells: int, width: int | None) -> list[str]:
    """An id stands whole, to be copied. One with too little room stands above the rest of its
    row: the last line is then empty."""
    name = plain(summary.id)
    if cell_len(name) <= cells or width is None:
        return [set_cell_size(name, cells)]
    return [*_folded(name, width), " " * cells]


def _role_lines(summary: SessionSummary, cells: int | None) -> list[str]:
    role = plain(summary.role or "any role")
    return [role] if cells is None else _folded(role, cells)


def _numbers(summary: SessionSummary, *, scores: bool) -> str:
    score = "-" if summary.total is None else str(summary.total)
    answered = f"{summary.answered} of {summary.planned}"
    return _columns(f"{score:>5}", f"{answered:>8}", scores=scores)


def _columns(score: str, answered: str, *, scores: bool) -> str:
    return f"{score}  {answered}" if scores else answered


def _suggested(told: str, line: str, width: int | None) -> list[str]:
    """As `review.suggested`: a command that does not fit stands whole on a line of its own."""
    line = harmless(line)
    whole = f"{told} {line}"
    return [whole] if width is None or cell_len(whole) <= width else [*_folded(told, width), line]


def _folded(text: str, cells: int) -> list[str]:
    if cell_len(text) <= cells:
        return [text]
    return [line.plain.rstrip() for line in Text(text).wrap(Console(), cells)]


def trouble_lines(listing: Listing) -> list[str]:
    """One line for each session that cannot be opened."""
    return [plain(str(unreadable.why)) for unreadable in listing.unreadable]


def listing_json(listing: Listing) -> str:
    """What `sessions --json` prints: one line a session, since there may be thousands."""
    sessions = _rows([summary_document(summary) for summary in listing.sessions])
    unreadable = _rows(
        [{"id": session.id, "reason": str(session.why)} for session in listing.unreadable]
    )
    return f'{{"schema": {SCHEMA},\n"sessions": [{sessions}],\n"unreadable": [{unreadable}]}}\n'


def _rows(documents: list[dict[str, Any]]) -> str:
    return ",".join(f"\n{json.dumps(document, ensure_ascii=False)}" for document in documents)
