"""What a player shows: a line for each part, and below it, on a terminal, where it is.

The moving line holds the time and, of an answer, the words around the one that is heard. Words
stand still until the last of them was heard, then the next ones come: that reads calmer than words
that wander.
"""

import shutil
import textwrap
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TextIO

from rich.cells import cell_len, set_cell_size

from simulator.review.plain import clock, plain
from simulator.review.replay import KEYS, Moment, SaidWord

NARROW = 60
"""Columns below which the whole length is left out of the moving line."""
NARROWEST = 20
_REVERSE, _NORMAL, _CLEAR = "\x1b[7m", "\x1b[27m", "\x1b[K"


class ReplayScreen:
    """Writes to `stream`. With `moving`, the last line is written over and over; with `styled`, by
    means of control sequences, and the word that is heard is shown in reverse, else in asterisks.
    """

    def __init__(
        self,
        stream: TextIO,
        *,
        moving: bool,
        styled: bool = False,
        columns: Callable[[], int] = lambda: shutil.get_terminal_size().columns,
    ) -> None:
        self._stream = stream
        self._moving = moving
        self._styled = styled
        self._columns = columns
        self._place: int | None = None
        self._status = ""
        self._status_cells = 0

    def show(self, moment: Moment) -> None:
        if moment.place != self._place:
            if self._place is None and self._moving:
                self._line(KEYS)
            self._place = moment.place
            self._line(f"{moment.part.number}. {plain(moment.part.caption)}")
            if moment.trouble:
                self._line(f"   {plain(moment.trouble)}")
        if self._moving and moment.duration_s > 0:
            self._write_over(*self._moving_line(moment))

    def close(self) -> None:
        """Leaves the terminal with an empty line to go on from."""
        self._write_over("", 0)

    def _moving_line(self, moment: Moment) -> tuple[str, int]:
        """The line, and how many cells of a terminal it takes."""
        # One column stays free: a full line would make some terminals go to the next.
        room = max(0, self._columns() - 1)
        narrow = room < NARROW
        line = f"   {clock(moment.position_s)} / {clock(moment.duration_s)}"
        if narrow and moment.part.words:
            line = clock(moment.position_s)
        if moment.tempo != 1:
            line += f"  {moment.tempo:g}x"
        if moment.paused:
            line += "  paused"
        line = set_cell_size(line, min(room, cell_len(line)))
        left = room - cell_len(line) - 2
        words, cells = said_around(
            moment.part.words,
            moment.position_s,
            left,
            (_REVERSE, _NORMAL) if self._styled else ("*", "*"),
        )
        if not words:
            return line, cell_len(line)
        return f"{line}  {words}", cell_len(line) + 2 + cells

    def _line(self, text: str) -> None:
        self._write_over("", 0)
        # In a pipe a line is a line; on a terminal no word is cut in two.
        width = max(NARROWEST, self._columns() - 1)
        lines = textwrap.wrap(text, width, subsequent_indent="   ") if self._moving else [text]
        self._stream.write("\n".join(lines or [""]) + "\n")
        self._stream.flush()

    def _write_over(self, status: str, cells: int) -> None:
        if status == self._status:
            return
        if self._styled:
            self._stream.write(f"\r{status}{_CLEAR}")
        else:
            padding = " " * (self._status_cells - cells)
            self._stream.write("\r" + status + padding + ("" if status else "\r"))
        self._stream.flush()
        self._status, self._status_cells = status, cells


def said_around(
    words: Sequence[SaidWord], position_s: float, room: int, around: tuple[str, str]
) -> tuple[str, int]:
    """The words near the one that is heard, as many as fit into `room` cells, and their cells.

    The word that is heard stands between the two signs of `around`; those that are control
    sequences take no room.
    """
    heard = bisect_right(words, position_s, key=lambda word: word.start_s) - 1
    signs = sum(len(sign) for sign in around if sign.isprintable())
    shown = [plain(word.text) for word in words]
    first = 0
    while first < len(shown):
        last = _fitting(shown, first, room - signs)
        if last == first:
            return "", 0  # not even one word fits
        if heard < last:
            break
        first = last
    if first >= len(shown):
        return "", 0
    row = shown[first:last]
    cells = sum(map(cell_len, row)) + len(row) - 1
    if first <= heard:
        before, after = around
        row[heard - first] = f"{before}{row[heard - first]}{after}"
        cells += signs
    return " ".join(row), cells


def _fitting(words: Sequence[str], first: int, room: int) -> int:
    """Up to before which word the words from `first` fit."""
    taken = -1
    for place in range(first, len(words)):
        taken += 1 + cell_len(words[place])
        if taken > room:
            return place
    return len(words)
