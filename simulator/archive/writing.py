"""A file written whole or not at all, for its owner alone."""

import errno
from pathlib import Path

from simulator import folders
from simulator.archive.model import ArchiveError


def write_whole(file: Path, text: str) -> None:
    """As `folders.write_whole`, in the words of an archive.

    Raises `ArchiveError` where it cannot be written; the old file is then untouched.
    """
    try:
        folders.write_whole(file, text)
    except OSError as error:
        raise cannot_write(file, error) from error


def make_folder(folder: Path, *, new: bool) -> None:
    """Makes a folder for its owner alone, and the folders above it.

    Raises `ArchiveError` where it cannot be made, and, with `new`, where it is there already.
    """
    try:
        folders.make_private(folder.parent)
        missing = not folder.exists()
        folder.mkdir(mode=0o700, exist_ok=not new)
        if missing:
            folder.chmod(0o700)  # whatever the umask took away
    except OSError as error:
        raise cannot_write(folder, error) from error


def cannot_write(path: Path, error: OSError) -> ArchiveError:
    """The sentence for a file or folder that could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ArchiveError(
            f"The disk is full: {path} could not be written.",
            "Free some space, or choose another place with --recordings. "
            "What was saved before is whole.",
        )
    reason = (error.strerror or type(error).__name__).lower()
    return ArchiveError(
        f"{path} could not be written: {reason}.",
        "Check the folder and who may write to it, or choose another place with --recordings.",
    )
