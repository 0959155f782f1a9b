"""The keyboard, on real pseudo-terminals: every key by name, and the terminal given back."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.terminal import Keyboard, NoKeyboard, lent, next_key, open_keyboard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")

if sys.platform != "win32":
    import pty
    import termios

    from simulator.terminal import TerminalKeyboard

LONG_S = 10.0
"""Long enough on any machine; keys that were typed arrive at once."""


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a pseudo-terminal: where a person types, and what a program reads."""
    person, program = pty.openpty()
    yield person, program
    os.close(person)
    os.close(program)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (b"\r", ["enter"]),
        (b"\n", ["enter"]),
        (b" ", ["space"]),
        (b"\t", ["tab"]),
        (b"\x7f", ["backspace"]),
        (b"\x08", ["backspace"]),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D", ["up", "down", "right", "left"]),
        (b"\x1bOC\x1bOD", ["right", "left"]),
        (b"\x1b[1;5C", ["right"]),
        (b"q", ["q"]),
        (b"Q", ["Q"]),
        ("é字".encode(), ["é", "字"]),
        (b"\x1bq", ["escape", "q"]),
        (b"\x1b[15~n", ["n"]),
        (b"\xffn", ["n"]),
        (b"\x04n", ["n"]),
    ],
)
def test_keys_have_names(terminal: tuple[int, int], typed: bytes, names: list[str]) -> None:
    person, program = terminal
    with TerminalKeyboard(program) as keyboard:
        os.write(person, typed)
        assert [keyboard.key(LONG_S) for _ in names] == names
        assert keyboard.key(0) is None


def test_escape_alone_is_a_key(terminal: tuple[int, int]) -> None:
    person, program = terminal
    with TerminalKeyboard(program) as keyboard:
        os.write(person, b"\x1b")
        assert keyboard.key(LONG_S) == "escape"


def test_what_was_typed_too_early_counts(terminal: tuple[int, int]) -> None:
    person, program = terminal
    os.write(person, b"n")
    with TerminalKeyboard(program) as keyboard:
        assert keyboard.key(LONG_S) == "n"


def test_the_terminal_is_given_back(terminal: tuple[int, int]) -> None:
    _, program = terminal
    before = termios.tcgetattr(program)
    with TerminalKeyboard(program):
        inside = termios.tcgetattr(program)
        assert not inside[3] & (termios.ECHO | termios.ICANON)
        assert inside[3] & termios.ISIG, "Ctrl-C must stay what it is"
    assert termios.tcgetattr(program) == before


def test_an_error_gives_the_terminal_back_too(terminal: tuple[int, int]) -> None:
    _, program = terminal
    before = termios.tcgetattr(program)
    with pytest.raises(LookupError), TerminalKeyboard(program):
        raise LookupError
    assert termios.tcgetattr(program) == before


def test_signal_handlers_are_given_back(terminal: tuple[int, int]) -> None:
    watched = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP, signal.SIGCONT)
    before = [signal.getsignal(number) for number in watched]
    with TerminalKeyboard(terminal[1]):
        inside = [signal.getsignal(number) for number in watched]
    assert [signal.getsignal(number) for number in watched] == before
    assert signal.SIG_DFL not in inside


def test_what_somebody_else_has_made_of_a_signal_stays(terminal: tuple[int, int]) -> None:
    """`nohup` has SIGHUP ignored: the program is not to die of it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with TerminalKeyboard(terminal[1]):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_terminal_that_goes_away_counts_as_ctrl_c() -> None:
    person, program = pty.openpty()
    try:
        with TerminalKeyboard(program) as keyboard:
            os.close(person)
            with pytest.raises(KeyboardInterrupt):
                keyboard.key(LONG_S)
    finally:
        os.close(program)


WAITS = """
import sys
from simulator.terminal import open_keyboard
with open_keyboard() as keyboard:
    try:
        print("ready", flush=True)
        while True:
            keyboard.key(60.0)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


def child_on(program: int) -> "subprocess.Popen[bytes]":
    """A program that waits for keys, on a terminal of its own."""
    import fcntl

    def take_terminal() -> None:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    return subprocess.Popen(
        [sys.executable, "-c", WAITS],
        stdin=program,
        stdout=subprocess.PIPE,
        preexec_fn=take_terminal,  # noqa: PLW1509 (no threads here)
    )


def test_sigterm_gives_the_terminal_back(terminal: tuple[int, int]) -> None:
    _, program = terminal
    before = termios.tcgetattr(program)
    with child_on(program) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        assert termios.tcgetattr(program) != before
        child.terminate()
        assert child.wait(timeout=30) == -signal.SIGTERM
    assert termios.tcgetattr(program) == before


def test_ctrl_c_is_not_swallowed(terminal: tuple[int, int]) -> None:
    person, program = terminal
    before = termios.tcgetattr(program)
    with child_on(program) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        os.write(person, b"\x03")
        assert child.stdout.readline() == b"interrupted\n"
        assert child.wait(timeout=30) == 0
    assert termios.tcgetattr(program) == before


def test_without_a_terminal_nobody_presses_anything() -> None:
    with open_keyboard(io.StringIO("q")) as keyboard:
        assert isinstance(keyboard, NoKeyboard)
        assert keyboard.key(0.001) is None


def test_all_are_keyboards(terminal: tuple[int, int]) -> None:
    assert isinstance(NoKeyboard(), Keyboard)
    assert isinstance(TerminalKeyboard(terminal[1]), Keyboard)


@given(st.binary(max_size=20).map(lambda typed: typed.replace(b"\x03", b"")))
def test_any_bytes_are_used_up(typed: bytes) -> None:
    """No input makes it wait for ever: each step takes something, or asks for more."""
    while typed:
        name, length = next_key(typed)
        assert 0 <= length <= len(typed)
        assert name is None or length > 0
        if length == 0:
            # Only the beginning of a longer key is left.
            assert typed[0] == 0x1B or typed[0] >= 0xC0
            break
        typed = typed[length:]


def test_a_lent_terminal_takes_whole_lines_and_comes_back(terminal: tuple[int, int]) -> None:
    person, program = terminal
    before = termios.tcgetattr(program)
    with TerminalKeyboard(program) as keyboard:
        taken = termios.tcgetattr(program)
        with lent(keyboard):
            assert termios.tcgetattr(program) == before
            os.write(person, b"a whole line\n")
            assert os.read(program, 100) == b"a whole line\n"
        assert termios.tcgetattr(program) == taken != before
        os.write(person, b"k")
        assert keyboard.key(LONG_S) == "k"


def test_no_keyboard_can_be_lent_too() -> None:
    with lent(NoKeyboard()):
        pass
