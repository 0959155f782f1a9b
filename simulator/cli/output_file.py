"""Where a command writes what it was asked to write: a file of the user's choice."""

from pathlib import Path

from simulator.archive import ArchiveError
from simulator.archive.writing import write_whole
from simulator.errors import MockviewError

STDOUT = "-"


class OutputError(MockviewError):
    """The file cannot be written."""


def write(file: Path, text: str) -> None:
    """Writes the file in one step; a device or a pipe is written to and stays what it is.

    Raises `OutputError` where the disk does not do what is asked.
    """
    if file.is_dir():
        raise OutputError(f"{file} is a folder.", "Name a file in it.")
    if file.exists() and not file.is_file():
        try:
            file.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        except OSError as error:
            raise OutputError(f"{file} cannot be written: {error.strerror}.") from error
        return
    # A link stays a link: what it points to is written.
    try:
        write_whole(file.resolve() if file.is_symlink() else file, text)
    except ArchiveError as error:
        raise OutputError(error.what, "Choose another place for it.") from error
