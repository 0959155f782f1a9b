"""What a player shows: a line for each part, and below it, on a terminal, where it is."""

import shutil
from collections.abc import Callable
from typing import TextIO

from simulator.review.plain import clock, plain
from simulator.review.replay import KEYS, Moment


class ReplayScreen:
    """Writes to `stream`. With `moving`, the last line is written over and over."""

    def __init__(
        self,
        stream: TextIO,
        *,
        moving: bool,
        columns: Callable[[], int] = lambda: shutil.get_terminal_size().columns,
    ) -> None:
        self._stream = stream
        self._moving = moving
        self._columns = columns
        self._place: int | None = None
        self._status = ""

    def show(self, moment: Moment) -> None:
        if moment.place != self._place:
            if self._place is None and self._moving:
                self._line(KEYS)
            self._place = moment.place
            self._line(f"{moment.part.number}. {plain(moment.part.caption)}")
            if moment.trouble:
                self._line(f"   {plain(moment.trouble)}")
        if self._moving and moment.duration_s > 0:
            paused = "  paused" if moment.paused else ""
            self._write_over(f"   {clock(moment.position_s)} / {clock(moment.duration_s)}{paused}")

    def close(self) -> None:
        """Leaves the terminal with an empty line to go on from."""
        self._write_over("")

    def _line(self, text: str) -> None:
        self._write_over("")
        self._stream.write(text + "\n")
        self._stream.flush()

    def _write_over(self, status: str) -> None:
        # One column stays free: a full line would make some terminals go to the next.
        status = status[: max(0, self._columns() - 1)]
        if status == self._status:
            return
        self._stream.write("\r" + status.ljust(len(self._status)) + ("" if status else "\r"))
        self._stream.flush()
        self._status = status
