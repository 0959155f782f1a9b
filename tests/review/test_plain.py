"""What anybody said or stored is harmless once shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.review.plain import clock, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words.", "Plain words."),
        ("two\nlines\tand  more ", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202edcba", "abcdcba"),
        ("half \udce9", "half \ufffd"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("naïve 字 👩‍🔬", "naïve 字 👩‍🔬"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(st.characters()))
def test_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = plain(text)
    assert "\n" not in shown
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in shown)
    shown.encode()


@given(st.text(st.characters()))
def test_plain_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("moment_s", "shown"),
    [(0, "0:00"), (4.99, "0:04"), (61, "1:01"), (3600, "60:00"), (-1, "0:00")],
)
def test_times_are_shown_as_players_do(moment_s: float, shown: str) -> None:
    assert clock(moment_s) == shown
