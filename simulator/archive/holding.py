"""Who is at work on a session: a lock that ends with its program, however that ends.

Beside the sessions lies `.ID.held` as long as a program is at work on the session ID. The system
frees the lock when the program ends; the file then tells the next one that the work was
interrupted.
"""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from simulator.archive.model import ArchiveError
from simulator.archive.writing import cannot_write, make_folder

_NAME = re.compile(r"\.(?P<id>[^.].*)\.held")
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)


class HeldError(ArchiveError):
    """Another program is at work on the session."""


@contextmanager
def hold(archive_folder: Path, session_id: str) -> Iterator[None]:
    """Holds a session as long as the block lasts; makes the archive's folder where it is missing.

    Raises `HeldError` at once where another program holds it. On a file system without locks
    nothing is held, and nothing is raised for it.
    """
    make_folder(archive_folder, new=False)
    file = held_file(archive_folder, session_id)
    descriptor = _opened(file)
    try:
        while not _lock(file, descriptor):  # its holder removed the file as we opened it
            os.close(descriptor)
            descriptor = _opened(file)
        try:
            yield
        finally:
            # Removed while it is still held: nobody can hold a file that is gone, see `_lock`.
            with suppress(OSError):
                file.unlink()
    finally:
        os.close(descriptor)


def held_file(archive_folder: Path, session_id: str) -> Path:
    return archive_folder / f".{session_id}.held"


def interrupted(archive_folder: Path) -> list[str]:
    """The ids of sessions that are held or were left held, the oldest first."""
    try:
        names = [entry.name for entry in os.scandir(archive_folder)]
    except OSError:
        return []
    found = (_NAME.fullmatch(name) for name in sorted(names))
    return [match["id"] for match in found if match]


def _opened(file: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(file, flags, 0o600)
    except OSError as error:
        raise cannot_write(file, error) from error


def _lock(file: Path, descriptor: int) -> bool:
    """Whether the file is now ours; False where the name stands for another file by now."""
    try:
        _take(descriptor)
    except OSError as error:
        if error.errno in _TAKEN:
            raise HeldError(
                f"Another mockview is at work on the interview {file.name[1:-5]}.",
                "Let it end first.",
            ) from error
        return True  # no locks here
    try:
        return os.path.samestat(file.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
