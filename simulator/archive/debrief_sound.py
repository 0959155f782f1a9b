"""Where the sound of a debrief lies until it is written down: nowhere for longer than that."""

import math
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from simulator import folders
from simulator.archive.holding import HeldError, hold
from simulator.archive.model import ArchiveError
from simulator.archive.writing import make_folder

FOLDER = ".debrief-sound"


@contextmanager
def sound_folder(file: Path) -> Iterator[Path]:
    """A private folder beside the debrief's `file`, gone when the block ends.

    As long as it lasts the debrief is held: another one that begins raises `HeldError`. Raises
    `ArchiveError` where the folder cannot be made.
    """
    try:
        with hold(file.parent, file.stem, sign=False):
            _remove(file)  # what one that was killed left
            make_folder(file.with_name(FOLDER), new=True)
            try:
                yield file.with_name(FOLDER)
            finally:
                _remove(file)
    except HeldError as error:
        raise HeldError("Another debrief is going on.", "Let it end first.") from error


def sweep_sound(file: Path) -> None:
    """Removes what a debrief that was killed left; the sound of one that is going on stays."""
    if file.with_name(FOLDER).exists():
        with suppress(ArchiveError), hold(file.parent, file.stem, sign=False):
            _remove(file)


def _remove(file: Path) -> None:
    folders.sweep(file.parent, FOLDER, older_than_s=-math.inf)
