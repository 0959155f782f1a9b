"""What the first interview left unsaid, kept privately: one file, whole after each answer."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

from simulator.archive.model import ArchiveError
from simulator.archive.reading import open_regular
from simulator.archive.writing import make_folder, write_whole

EntryKind = Literal["unsaid", "short", "idea", "pitch", "pay"]
KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
SCHEMA = 1
LARGEST_BYTES = 1_000_000
FIX = "Start anew with: mockview debrief"


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of the debrief, word for word; `has_range`: with a lower and an upper figure."""

    kind: EntryKind
    text: str
    has_range: bool = False


@dataclass(frozen=True, slots=True)
class Debrief:
    """`made_at` is when it was last told something, with its time zone."""

    made_at: datetime
    entries: tuple[Entry, ...] = ()
    """In the order of `KINDS`, one of a kind at most."""
    left: tuple[EntryKind, ...] = ()
    """What is still to be asked, where it broke off. What was kept before stays until then."""

    def entry(self, kind: EntryKind) -> Entry | None:
        return next((entry for entry in self.entries if entry.kind == kind), None)

    def told(self, kind: EntryKind, entry: Entry | None, made_at: datetime) -> "Debrief":
        """With this answer in the place of the one before, None where there is nothing to tell."""
        entries = {one.kind: one for one in self.entries if one.kind != kind}
        if entry is not None:
            entries[kind] = entry
        in_order = tuple(entries[one] for one in KINDS if one in entries)
        return Debrief(made_at, in_order, self.passed(kind).left)

    def passed(self, kind: EntryKind) -> "Debrief":
        """As it is, and this was asked."""
        return replace(self, left=tuple(one for one in self.left if one != kind))


def read_debrief(file: Path) -> Debrief | None:
    """None where there is none. Raises `ArchiveError` for a file that cannot be read."""
    if not file.exists():
        return None
    try:
        descriptor = open_regular(file)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 (a descriptor)
            content = stream.read(LARGEST_BYTES + 1)
        return _live(json.loads(content[:LARGEST_BYTES]))
    except (ArchiveError, OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ArchiveError(f"What you kept in {file} cannot be read.", FIX) from error


def write_debrief(file: Path, debrief: Debrief) -> None:
    """For its owner alone. Raises `ArchiveError`."""
    make_folder(file.parent, new=False)
    write_whole(file, json.dumps(debrief_document(debrief), indent=2, ensure_ascii=False) + "\n")


def debrief_document(debrief: Debrief) -> dict[str, Any]:
    """What is kept, and what `debrief --json` prints."""
    return {
        "schema": SCHEMA,
        "made_at": debrief.made_at.isoformat(),
        "entries": [
            {"kind": entry.kind, "text": entry.text, "has_range": entry.has_range}
            for entry in debrief.entries
        ],
        "left": list(debrief.left),
    }


def _live(document: Any) -> Debrief:
    if document["schema"] != SCHEMA:
        raise ValueError(document["schema"])
    made_at = datetime.fromisoformat(document["made_at"])
    if made_at.tzinfo is None:
        raise ValueError(made_at)
    left = document.get("left", [])  # earlier versions kept what was complete alone
    if not all(kind in KINDS for kind in left):
        raise ValueError(left)
    return Debrief(made_at, tuple(_entry(entry) for entry in document["entries"]), tuple(left))


def _entry(entry: Any) -> Entry:
    kind, text = entry["kind"], entry["text"]
    if kind not in KINDS or not isinstance(text, str) or not isinstance(entry["has_range"], bool):
        raise ValueError(entry)
    return Entry(kind, text, entry["has_range"])
