"""Removing sessions for good: only what mockview made, and never through a link."""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from simulator.archive.model import ArchiveError
from simulator.archive.names import SESSION_FILE, is_ours


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes when a session is removed, looked up but not done yet."""

    folder: Path
    files: tuple[str, ...]
    """Names in `folder`; `session.json` last, so that half a removal can be done again."""
    size_bytes: int
    foreign: tuple[str, ...]
    """What lies in the folder and is not mockview's: it stays, and so does the folder."""

    @property
    def recordings(self) -> int:
        return sum(name.endswith((".flac", ".wav")) for name in self.files)


def look(folder: Path) -> Removal:
    """Looks at the folder of a session. A link in it counts as the link, not what it points to."""
    ours, foreign, size_bytes = [], [], 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                is_folder = entry.is_dir(follow_symlinks=False)
                if is_folder or not is_ours(entry.name):
                    foreign.append(entry.name)
                else:
                    ours.append(entry.name)
                    size_bytes += entry.stat(follow_symlinks=False).st_size
    except OSError as error:
        raise _cannot(folder, error) from error
    ours.sort(key=lambda name: (name == SESSION_FILE, name))
    return Removal(folder, tuple(ours), size_bytes, tuple(sorted(foreign)))


def remove(removal: Removal) -> None:
    """Does it. What is gone already is no error; the folder goes when nothing foreign is in it."""
    folder = removal.folder
    try:
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise ArchiveError(f"{folder} is no longer a folder; nothing was removed.")
        names = tuple(filter(is_ours, removal.files))
        if _BY_DESCRIPTOR:
            _unlink_inside(folder, names)
        else:
            for name in names:
                (folder / name).unlink(missing_ok=True)
        if not removal.foreign:
            folder.rmdir()
    except OSError as error:
        raise _cannot(folder, error) from error


_BY_DESCRIPTOR = os.unlink in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")


def _unlink_inside(folder: Path, names: tuple[str, ...]) -> None:
    """Removes names from the folder that was opened, whatever its path stands for meanwhile."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        for name in names:
            with suppress(FileNotFoundError):
                os.unlink(name, dir_fd=descriptor)
    finally:
        os.close(descriptor)


def _cannot(folder: Path, error: OSError) -> ArchiveError:
    reason = (error.strerror or type(error).__name__).lower()
    return ArchiveError(
        f"{error.filename or folder} could not be removed: {reason}.",
        "Check who may write to the folder, then try again.",
    )
