"""The list of past interviews, as text and as a document."""

import json
from typing import Any

from simulator.archive import Listing
from simulator.archive.documents import SCHEMA
from simulator.archive.summary import SessionSummary, summary_document
from simulator.review.plain import plain


def session_lines(listing: Listing, *, scores: bool = True) -> list[str]:
    """One line for each session, newest first, then what there is to know besides."""
    lines = [_line(summary, scores=scores) for summary in listing.sessions]
    if listing.older:
        lines.append(f"... and {listing.older} older: mockview sessions --all")
    if not lines and not listing.unreadable:
        lines.append("No interviews yet. Start one with: mockview run")
    return lines


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


def _line(summary: SessionSummary, *, scores: bool) -> str:
    facts = [f"{plain(summary.id):20}"]
    if scores:
        facts.append("  -" if summary.total is None else f"{summary.total:3d}")
    facts += [f"{summary.answered}/{summary.planned}", plain(summary.role or "any role")]
    if summary.state != "finished":
        facts.append("stopped early" if summary.state == "stopped" else "not finished")
    return "  ".join(facts)
