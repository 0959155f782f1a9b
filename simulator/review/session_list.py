"""The list of past interviews, as text and as a document."""

from typing import Any

from simulator.archive import Listing
from simulator.archive.documents import SCHEMA
from simulator.archive.summary import SessionSummary, summary_document
from simulator.review.plain import plain


def session_lines(listing: Listing) -> list[str]:
    """One line for each session, newest first, then what there is to know besides."""
    lines = [_line(summary) for summary in listing.sessions]
    if listing.older:
        lines.append(f"... and {listing.older} older: mockview sessions --all")
    if not lines and not listing.unreadable:
        lines.append("No interviews yet. Start one with: mockview run")
    return lines


def trouble_lines(listing: Listing) -> list[str]:
    """One line for each session that cannot be opened."""
    return [plain(str(unreadable.why)) for unreadable in listing.unreadable]


def listing_document(listing: Listing) -> dict[str, Any]:
    """What `sessions --json` prints."""
    return {
        "schema": SCHEMA,
        "sessions": [summary_document(summary) for summary in listing.sessions],
        "unreadable": [
            {"id": unreadable.id, "reason": str(unreadable.why)}
            for unreadable in listing.unreadable
        ],
    }


def _line(summary: SessionSummary) -> str:
    score = "  -" if summary.total is None else f"{summary.total:3d}"
    facts = [f"{plain(summary.id):20}", score, f"{summary.answered}/{summary.planned}"]
    facts.append(plain(summary.role or "any role"))
    if summary.state != "finished":
        facts.append("stopped early" if summary.state == "stopped" else "not finished")
    return "  ".join(facts)
