"""Where a bug leaves its traceback: for its owner alone, and without a word of an answer."""

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from simulator import __version__, folders, places


def write(error: Exception) -> Path:
    """Writes the traceback (places in the code, no values) and returns the file.

    Raises `OSError` or `MockviewError` where there is no place for it.
    """
    folder = places.find(os.environ, places.here()).logs
    folders.make_private(folder)
    file = folder / f"bug-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.log"
    lines = [
        f"mockview {__version__}",
        *(line.rstrip() for line in traceback.format_tb(error.__traceback__)),
        # The type alone: the message of an unforeseen error may quote what somebody said.
        type(error).__name__,
    ]
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as log:
        log.write("\n".join(lines) + "\n")
    return file
