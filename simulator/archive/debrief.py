"""What the first interview left unsaid, kept privately: one file, written whole."""

import json
from dataclasses import dataclass
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
    """`made_at` has its time zone."""

    made_at: datetime
    entries: tuple[Entry, ...] = ()


def read_debrief(file: Path) -> Debrief | None:
    """None where there is none. Raises `ArchiveError` for a file that cannot be read."""
    if not file.exists():
        return None
    try:
        descriptor = open_regular(file)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 (a descriptor)
            content = stream.read(LARGEST_BYTES + 1)
        return _live(json.loads(content[:LARGEST_BYTES]))
    except (ArchiveError, OSError, ValueError, KeyError, TypeError) as error:
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
    }


def _live(document: Any) -> Debrief:
    if document["schema"] != SCHEMA:
        raise ValueError(document["schema"])
    made_at = datetime.fromisoformat(document["made_at"])
    return Debrief(made_at, tuple(_entry(entry) for entry in document["entries"]))


def _entry(entry: Any) -> Entry:
    kind, text = entry["kind"], entry["text"]
    if kind not in KINDS or not isinstance(text, str) or not isinstance(entry["has_range"], bool):
        raise ValueError(entry)
    return Entry(kind, text, entry["has_range"])
