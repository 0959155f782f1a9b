"""The keyboard of a terminal, one key at a time, without waiting; always given back as it was."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Any, Protocol, Self, TextIO, runtime_checkable


@runtime_checkable
class Keyboard(Protocol):
    """`key` returns what was pressed within `wait_s` seconds, or None.

    Names: `enter`, `space`, `escape`, `left`, `right`, `up`, `down`, `tab`, `backspace`, else the
    character itself, letters as typed. Ctrl-C raises KeyboardInterrupt, as it does everywhere.
    """

    def key(self, wait_s: float) -> str | None: ...


class NoKeyboard:
    """Where there is no terminal: waits as long as it is told, and nobody presses anything."""

    def key(self, wait_s: float) -> str | None:
        time.sleep(max(0.0, wait_s))
        return None


@contextmanager
def open_keyboard(source: TextIO | None = None) -> Iterator[Keyboard]:
    """The keyboard of `source` (stdin, if left out) as long as the block lasts.

    Gives a `NoKeyboard` where `source` is no terminal. Keys are then neither shown nor waited for
    until Enter; Ctrl-C stays what it is. However the block ends (an error, Ctrl-C, Ctrl-\\,
    SIGTERM, SIGHUP), the terminal is as it was before, and so it is while Ctrl-Z has stopped the
    program. Must be opened in the main thread for signals to be covered.
    """
    source = source or sys.stdin
    if source is None or source.closed or not source.isatty():
        yield NoKeyboard()
    elif sys.platform == "win32":
        yield WindowsKeyboard()
    else:
        with TerminalKeyboard(source.fileno()) as keyboard:
            yield keyboard


@contextmanager
def lent(keyboard: Keyboard) -> Iterator[None]:
    """The terminal as it was before the keyboard was opened, so that whole lines can be typed."""
    lend = getattr(keyboard, "lend", None)
    if lend is None:
        yield
        return
    with lend():
        yield


PLAIN_KEYS = {
    "\r": "enter",
    "\n": "enter",
    " ": "space",
    "\t": "tab",
    "\x7f": "backspace",
    "\b": "backspace",
    "\x1b": "escape",
}
ARROWS = {"A": "up", "B": "down", "C": "right", "D": "left"}
_ESCAPE = 0x1B
_SEQUENCE_WAIT_S = 0.05
"""The rest of an arrow key's sequence comes within this time; after a lone Escape nothing does."""
_FINAL = range(0x40, 0x7F)
"""What a control sequence ends with (ECMA-48)."""
_CONTINUATION = range(0x80, 0xC0)
"""Every byte of a UTF-8 character but its first."""


def next_key(typed: bytes) -> tuple[str | None, int]:
    """The first key in what a terminal sent, and how many bytes it took.

    (None, 0): the beginning of a key, more must come. (None, n): n bytes that are no key of ours
    (a function key, half a character).
    """
    if not typed:
        return None, 0
    if typed[0] == _ESCAPE:
        return _escape_sequence(typed)
    length = _utf8_length(typed[0])
    if any(byte not in _CONTINUATION for byte in typed[1:length]):
        return None, 1
    if len(typed) < length:
        return None, 0
    try:
        character = typed[:length].decode("utf-8")
    except UnicodeDecodeError:
        return None, 1
    if character == "\x03":
        raise KeyboardInterrupt
    named = PLAIN_KEYS.get(character)
    return (named or (character if character.isprintable() else None)), length


def _escape_sequence(typed: bytes) -> tuple[str | None, int]:
    if len(typed) == 1:
        return None, 0
    if typed[1:2] == b"O":
        return (ARROWS.get(chr(typed[2])), 3) if len(typed) > 2 else (None, 0)  # noqa: PLR2004
    if typed[1:2] != b"[":
        return "escape", 1
    for place, byte in enumerate(typed[2:], start=2):
        if byte in _FINAL:
            return ARROWS.get(chr(byte)), place + 1
    return None, 0


def _utf8_length(first: int) -> int:
    if first >= 0xF8:  # noqa: PLR2004
        return 1
    if first >= 0xF0:  # noqa: PLR2004 (the lead bytes of UTF-8)
        return 4
    if first >= 0xE0:  # noqa: PLR2004
        return 3
    return 2 if first >= 0xC0 else 1  # noqa: PLR2004


if sys.platform == "win32":
    import msvcrt

    _WINDOWS_ARROWS = {"H": "up", "P": "down", "M": "right", "K": "left"}

    class WindowsKeyboard:
        """The keyboard of a Windows console; it never needs to be given back."""

        def key(self, wait_s: float) -> str | None:
            end_s = time.monotonic() + wait_s
            while not msvcrt.kbhit():
                left_s = end_s - time.monotonic()
                if left_s <= 0:
                    return None
                time.sleep(min(0.01, left_s))
            character = msvcrt.getwch()
            if character in ("\x00", "\xe0"):
                return _WINDOWS_ARROWS.get(msvcrt.getwch())
            if character == "\x03":
                raise KeyboardInterrupt
            return PLAIN_KEYS.get(character, character)

else:
    import select
    import termios
    import tty

    _ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
    """What ends a program unasked: `kill`, a closed window, Ctrl-\\."""

    class TerminalKeyboard:
        """The keyboard of a POSIX terminal, by its file descriptor.

        A terminal that goes away (its window was closed) counts as Ctrl-C: nobody can press a key
        any more. While the program runs in the background (`bg`), the keys are the shell's: none
        is read, and the terminal stays as the shell has it.
        """

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor
            self._typed = b""
            self._before: list[Any] | None = None
            self._handlers: dict[int, Any] = {}
            self._held = False
            """Whether the terminal is set for single keys now."""
            self._wanted = False
            """Whether it is to be, as soon as it is ours."""

        def __enter__(self) -> Self:
            for number in _ENDINGS:
                self._watch(number, self._ended)
            self._watch(signal.SIGTSTP, self._stopped)
            self._watch(signal.SIGCONT, self._continued)
            self._wanted = True
            self._take()
            return self

        def __exit__(
            self,
            kind: type[BaseException] | None,
            error: BaseException | None,
            trace: TracebackType | None,
        ) -> None:
            self._wanted = False
            self._give_back()
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            self._handlers = {}

        @contextmanager
        def lend(self) -> Iterator[None]:
            self._wanted = False
            self._give_back()
            try:
                yield
            finally:
                self._wanted = True
                self._take()

        def key(self, wait_s: float) -> str | None:
            end_s = time.monotonic() + wait_s
            while True:
                name, length = next_key(self._typed)
                self._typed = self._typed[length:]
                if name is not None:
                    return name
                if length:
                    continue
                left_s = max(0.0, end_s - time.monotonic())
                begun = bool(self._typed)
                if not self._read(_SEQUENCE_WAIT_S if begun else left_s):
                    lone, self._typed = self._typed, b""
                    if lone[:1] == b"\x1b":
                        return "escape"
                    if not begun:
                        return None

        def _read(self, wait_s: float) -> bool:
            if not self._ours():
                # To read now would stop the program.
                time.sleep(wait_s)
                return False
            self._take()  # after `bg` and `fg` nobody says that it is ours again
            ready, _, _ = select.select([self._descriptor], [], [], wait_s)
            if not ready or not self._ours():
                return False
            try:
                typed = os.read(self._descriptor, 1024)
            except OSError:
                typed = b""
            if not typed:
                raise KeyboardInterrupt
            self._typed += typed
            return True

        def _ours(self) -> bool:
            """Whether the program is in the foreground of its terminal."""
            try:
                return os.tcgetpgrp(self._descriptor) == os.getpgrp()
            except OSError:
                return True  # the terminal of nobody: there is no shell to take turns with

        def _take(self) -> None:
            # To set a terminal from the background would stop the program.
            if self._wanted and not self._held and self._ours():
                if self._before is None:
                    self._before = termios.tcgetattr(self._descriptor)
                # At once and without flushing: what was typed a moment too early still counts.
                tty.setcbreak(self._descriptor, termios.TCSANOW)
                self._held = True

        def _give_back(self) -> None:
            if self._before is not None and self._held and self._ours():
                # It may be gone by now; then there is nothing to give back.
                with suppress(termios.error):
                    termios.tcsetattr(self._descriptor, termios.TCSANOW, self._before)
            self._held = False

        def _watch(self, number: int, handler: Any) -> None:
            # Another thread may not set handlers; a handler of somebody else's stays.
            with suppress(ValueError):
                if signal.getsignal(number) is signal.SIG_DFL:
                    self._handlers[number] = signal.signal(number, handler)

        def _ended(self, number: int, _frame: FrameType | None) -> None:
            """Gives the terminal back, then ends as if nobody had listened."""
            self._give_back()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

        def _stopped(self, number: int, _frame: FrameType | None) -> None:
            """Ctrl-Z: gives the terminal back, then stops as if nobody had listened. What comes
            after the stop is `fg`, or `bg`; without a shell that has jobs nothing stops at all."""
            self._give_back()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            signal.signal(number, self._stopped)
            with suppress(termios.error):
                self._take()

        def _continued(self, _number: int, _frame: FrameType | None) -> None:
            """`fg`, after a stop that could not be caught: the shell had the terminal meanwhile."""
            self._held = False
            with suppress(termios.error):
                self._take()
