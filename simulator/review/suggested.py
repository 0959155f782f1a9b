"""A command to type, after what it is for."""

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from simulator.questions.signs import harmless


class Suggested:
    """On one line where it fits, else the command on a line of its own, longer than the window if
    need be: the terminal folds it there, and what is copied is still one line."""

    def __init__(self, told: Text, command: str) -> None:
        self._told = told
        self._command = harmless(command)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self._told.cell_len + 1 + cell_len(self._command) <= options.max_width:
            yield Text.assemble(self._told, f" {self._command}", style=self._told.style)
        else:
            yield self._told
            yield Text(self._command, self._told.style, no_wrap=True, overflow="ignore")
