"""A file written whole or not at all, for its owner alone."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from simulator import folders
from simulator.archive.model import ArchiveError

TEMPORARY = ".new-"


def write_whole(file: Path, text: str) -> None:
    """Puts `text` into `file` in one step: after a crash there is the old file or the new one.

    Half a character, as a broken terminal may deliver it, becomes a question mark: an answer is not
    lost for it. The file is readable by its owner alone, whatever the umask.

    Raises `ArchiveError` where it cannot be written; the old file is then untouched.
    """
    try:
        # mkstemp opens with 0600, refuses a name that exists, and follows no link.
        descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=TEMPORARY)
        try:
            with os.fdopen(
                descriptor, "w", encoding="utf-8", errors="replace", newline="\n"
            ) as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).replace(file)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise
        folders.settle(file.parent)
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
