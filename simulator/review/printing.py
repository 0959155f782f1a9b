"""Putting a page on a terminal, or into a pipe: wrapped, and in colour only where there is one."""

import re
import sys
from typing import TextIO

from rich.console import Console, RenderableType

NARROWEST, WIDEST = 20, 500
"""Whatever a terminal or `COLUMNS` claims."""
_PLAINER = str.maketrans(
    {"“": '"', "”": '"', "·": "-", "…": "...", "→": "->", "–": "-"}  # noqa: RUF001
)


def console(stream: TextIO | None = None, *, width: int | None = None) -> Console:
    """A console on `stream` (stdout, if left out). NO_COLOR and TERM=dumb are heeded, and so is a
    window that is resized later.

    Text is shown as it is: no markup, no emoji codes, no highlighting of numbers.
    """
    stream = stream or sys.stdout
    made = Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
    within = min(max(made.width, NARROWEST), WIDEST)
    if within != made.width:  # once it is set, a window that is resized is not seen
        made.width = within
    return made


def show(page: RenderableType, stream: TextIO | None = None, *, width: int | None = None) -> None:
    """Prints a page. A sign that the terminal's encoding does not have becomes a plainer one."""
    target = stream or sys.stdout
    made = console(target, width=width)
    with made.capture() as capture:
        made.print(page, crop=False)  # a command to be copied may be longer than the window
    text = re.sub(r" +(?=\n)", "", capture.get())
    encoding = getattr(target, "encoding", None) or "utf-8"
    if not encoding.lower().startswith("utf"):
        text = text.translate(_PLAINER).encode(encoding, "replace").decode(encoding)
    target.write(text)
    target.flush()
