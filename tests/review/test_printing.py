"""Colour only where there is one."""

import io

import pytest
from rich.text import Text

from simulator.review.printing import console, show


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def printed(stream: io.StringIO) -> str:
    show(Text("fine", "green"), stream)
    return stream.getvalue()


def test_a_terminal_gets_colour() -> None:
    assert printed(Terminal()) == "\x1b[32mfine\x1b[0m\n"


def test_a_pipe_gets_none() -> None:
    assert printed(io.StringIO()) == "fine\n"


def test_no_color_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(Terminal()) == "fine\n"


def test_a_dumb_terminal_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert printed(Terminal()) == "fine\n"


def test_a_terminal_of_no_width_is_still_written_to() -> None:
    assert console(io.StringIO(), width=1).width >= 20


def test_markup_and_emoji_codes_are_text() -> None:
    stream = io.StringIO()
    show("[bold]:smile:[/bold]", stream)
    assert stream.getvalue() == "[bold]:smile:[/bold]\n"
