"""What the first interview left unsaid, kept privately: one file, whole after each answer."""

import errno
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

from simulator import folders
from simulator.archive.model import ArchiveError
from simulator.archive.reading import descriptor_of
from simulator.archive.writing import cannot_write, make_folder, write_whole

EntryKind = Literal["unsaid", "short", "idea", "pitch", "pay"]
KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
SCHEMA = 1
LARGEST_BYTES = 1_000_000
ANEW = "Start anew with: mockview debrief"
UPDATE = (
    "Nothing was changed. Update mockview to open it, or remove it with: mockview debrief --forget"
)
CHECK = "Nothing was changed. Check the file, or remove it with: mockview debrief --forget"
ASIDE = "-damaged"


class DamagedDebriefError(ArchiveError):
    """What the file holds is no debrief; another attempt would not read it either."""


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
    """None where there is none.

    Raises `DamagedDebriefError` for a file whose content is damaged, and another `ArchiveError` for
    one that a newer mockview wrote or that cannot be read for the moment: those are worth keeping,
    and nobody may write in their place.
    """
    try:
        with open(descriptor_of(file), "rb") as stream:  # noqa: PTH123 (a descriptor)
            content = stream.read(LARGEST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        what = f"What you kept in {file} cannot be read: {_reason(error)}."
        raise ArchiveError(what, CHECK) from error
    try:
        document = json.loads(content)
        if _is_newer(document["schema"]):
            raise ArchiveError(
                f"What you kept in {file} was written by a newer mockview (schema "
                f"{document['schema']}; this one reads {SCHEMA}).",
                UPDATE,
            )
        return _live(document)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedDebriefError(f"What you kept in {file} is damaged.", ANEW) from error


def set_aside(file: Path) -> Path:
    """Gives a damaged debrief a name that tells so and that nothing has yet, and returns it.

    Whoever calls it holds the debrief. Raises `ArchiveError` where it cannot be moved; it is then
    where it was.
    """
    aside, again = file.with_stem(f"{file.stem}{ASIDE}"), 2
    while os.path.lexists(aside):
        aside, again = file.with_stem(f"{file.stem}{ASIDE}-{again}"), again + 1
    try:
        file.rename(aside)
        folders.settle(file.parent)
    except OSError as error:
        raise cannot_write(aside, error) from error
    return aside


def kept_files(file: Path) -> Iterator[Path]:
    """What is there of the debrief, and of damaged ones that were set aside."""
    if os.path.lexists(file):
        yield file
    aside = re.compile(rf"{re.escape(file.stem + ASIDE)}(-\d+)?{re.escape(file.suffix)}")
    with suppress(FileNotFoundError, NotADirectoryError):
        yield from (one for one in sorted(file.parent.iterdir()) if aside.fullmatch(one.name))


def forget(file: Path) -> bool:
    """Removes the debrief and damaged ones that were set aside. Whether there was any.

    Whoever calls it holds the debrief. Raises `ArchiveError` where one cannot be removed.
    """
    files = tuple(kept_files(file))
    for one in files:
        try:
            one.unlink(missing_ok=True)
        except OSError as error:
            raise ArchiveError(
                f"{one} could not be removed: {_reason(error)}.", "Remove it by hand."
            ) from error
    return bool(files)


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


def _reason(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "links are not followed"
    return (error.strerror or type(error).__name__).lower()


def _is_newer(schema: Any) -> bool:
    return isinstance(schema, int) and schema > SCHEMA


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
