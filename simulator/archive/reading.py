"""A session read from its file: checked, brought up to date, and turned into live values.

Whoever reads a session folder cannot know who wrote it: it is opened without following links,
without waiting (a pipe) and up to a bounded size.
"""

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.archive.documents import SCHEMA
from simulator.archive.model import ArchiveError, Session
from simulator.archive.names import SESSION_FILE
from simulator.archive.upgrades import upgraded
from simulator.suggesting import command

if TYPE_CHECKING:
    from pydantic import ValidationError

LARGEST_BYTES = 64 * 1024 * 1024
"""An hour of speech takes about 1 MB."""


def read_session(folder: Path) -> Session:
    """The session of a folder. Its id is the folder's name, whatever the file says: a folder may
    have been copied or renamed.

    Raises `ArchiveError` that names the file, for one that is missing, damaged or from a newer
    mockview.
    """
    import dataclasses

    import pydantic
    import pydantic_core

    from simulator.archive.schema import StoredDocument

    file = folder / SESSION_FILE
    content = read_bytes(file)
    try:
        document: Any = pydantic_core.from_json(content, allow_inf_nan=False)
        if not isinstance(document, dict):
            raise damaged(file, "it is not a JSON object")
        if document.get("schema") != SCHEMA:
            content = pydantic_core.to_json(_up_to_date(file, document))
        session = StoredDocument.model_validate_json(content).live()
    except pydantic.ValidationError as error:
        raise damaged(file, _first(error)) from None
    except ValueError as error:
        raise damaged(file, f"it is not JSON: {error}") from None
    return dataclasses.replace(session, id=folder.name)


def read_bytes(file: Path, *, most: int = LARGEST_BYTES) -> bytes:
    """What a regular file holds. Raises `ArchiveError` for anything else, and for a huge one."""
    descriptor = open_regular(file)
    with os.fdopen(descriptor, "rb") as stream:
        if os.fstat(descriptor).st_size > most:
            raise damaged(file, "it is far too large")
        return stream.read(most + 1)


def open_regular(file: Path) -> int:
    """As `descriptor_of`, in the words of an interview: raises `ArchiveError`."""
    try:
        return descriptor_of(file)
    except OSError as error:
        raise damaged(file, (error.strerror or "it cannot be opened").lower()) from error


def descriptor_of(file: Path) -> int:
    """A descriptor of a regular file, never of what a link, a pipe or a device stands for.

    Raises `OSError`, for those too.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(file, flags | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is not a regular file", str(file))
    return descriptor


def damaged(file: Path, why: str) -> ArchiveError:
    return ArchiveError(
        f"The interview's file {file} cannot be read: {why}.",
        f"Recordings in its folder are untouched. {_advice(file)}",
    )


def _advice(file: Path) -> str:
    folder = file.parent
    return (
        "Mend the file from a backup, or remove the interview, recordings too, with: "
        f"{command('delete', folder.name, recordings=str(folder.parent))}"
    )


def _up_to_date(file: Path, document: dict[str, Any]) -> dict[str, Any]:
    try:
        return upgraded(document)
    except ArchiveError as error:
        what = f"The interview's file {file}: {error.what}"
        raise ArchiveError(what, error.fix or _advice(file)) from error
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise damaged(file, "a part of it is missing or wrong") from error


def _first(error: "ValidationError") -> str:
    """Where the first mistake is, and what it is."""
    first = error.errors(include_url=False, include_input=False)[0]
    # Keys are the file's own words: nothing of them may reach a terminal but what can be seen.
    where = ".".join(repr(step).strip("'") for step in first["loc"])
    message = str(first["msg"])
    return f"at {where}: {message}" if where else message
