"""How far a command is that works through many files: a bar, where somebody sees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, TextIO


class Bar:
    """On a terminal a bar in its last line, gone at the end; anywhere else nothing at all."""

    def __init__(self, of: int, stream: TextIO) -> None:
        self._done = 0
        self._bar: Any = None
        if of and stream.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

            self._bar = Progress(
                BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
                console=Console(file=stream), transient=True,
            )  # fmt: skip
            self._task = self._bar.add_task("", total=of)

    def __enter__(self) -> "Bar":
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def done(self, count: int) -> None:
        """So many files are done."""
        self._done = count
        self._show(count)

    def partly(self, share: float) -> None:
        """The file in work is done to this share, 0 to 1."""
        self._show(self._done + share)

    def _show(self, files: float) -> None:
        if self._bar is not None:
            self._bar.update(self._task, completed=files)

    @contextmanager
    def out_of_the_way(self) -> Iterator[None]:
        """While something is printed: the bar makes room, and comes back below it."""
        if self._bar is not None:
            self._bar.stop()
        try:
            yield
        finally:
            if self._bar is not None:
                self._bar.start()
