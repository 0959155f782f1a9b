"""Folders and files for their owner alone, that last through a power cut, and leavings that go."""

import errno
import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

OTHERS = 0o077
TEMPORARY = ".new-"
"""What the name of a file begins with that is being written."""


def make_private(folder: Path) -> None:
    """Makes a folder and what is missing above it, for its owner alone, whatever the umask.

    One that is there already stays as it is. Raises `OSError`.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
        one.chmod(0o700)  # a umask may have taken away what the owner needs
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def close_to_others(folder: Path) -> None:
    """Takes from others what they may do in a folder of ours, where they may do anything."""
    if os.name == "posix" and folder.stat().st_mode & OTHERS:
        folder.chmod(0o700)


def settle(folder: Path) -> None:
    """Makes a new name in a folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems (network shares) cannot; the name is there all the same.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)


def write_whole(file: Path, text: str) -> None:
    """Puts `text` into `file` in one step: after a crash there is the old file or the new one.

    Half a character, as a broken terminal may deliver it, becomes a question mark: an answer is not
    lost for it. The file is readable by its owner alone, whatever the umask.

    Raises `OSError` where it cannot be written; the old file is then untouched.
    """
    # mkstemp opens with 0600, refuses a name that exists, and follows no link.
    descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=TEMPORARY)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
    settle(file.parent)


def sweep(folder: Path, pattern: str, *, older_than_s: float) -> int:
    """Removes what a program that was killed left behind: files and folders of this user's in
    `folder` whose names match and that nobody has touched for so long. How many went is returned.

    A link goes, never what it points to. Nothing is raised: what cannot be removed stays.
    """
    gone = 0
    with suppress(OSError):
        for left in sorted(folder.glob(pattern)):
            with suppress(OSError):
                kind = left.lstat()
                foreign = hasattr(os, "getuid") and kind.st_uid != os.getuid()
                if foreign or time.time() - kind.st_mtime < older_than_s:
                    continue
                if stat.S_ISDIR(kind.st_mode):
                    shutil.rmtree(left)
                else:
                    left.unlink()
                gone += 1
    return gone
