"""The keyboard of a terminal, one key at a time, without waiting; always given back as it was."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Keyboard(Protocol):
    """`key` returns what was pressed within `wait_s` seconds, or None.

    Names: `enter`, `space`, `escape`, `left`, `right`, `up`, `down`, `tab`, `backspace`, else the
    character itself, letters as typed. Ctrl-C raises KeyboardInterrupt, as it does everywhere.
    """

    def key(self, wait_s: float) -> str | None: ...
