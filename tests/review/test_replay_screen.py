"""The moving line of a player never breaks a terminal."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.review.replay import KEYS, Moment, Part, SaidWord
from simulator.review.replay_screen import ReplayScreen, said_around


def moment(place: int = 0, position_s: float = 0.0, **other: object) -> Moment:
    captions = ["Dana: Why us?", "Your answer", "\x1b[31mred\nnew line"]
    part = Part("answer", 1, captions[place], None)
    values: dict[str, object] = {"duration_s": 42.0, "paused": False, **other}
    return Moment(place, part, position_s, **values)  # type: ignore[arg-type]


def last_line(text: str) -> str:
    """What stands on the last line once carriage returns have done their work."""
    shown = ""
    for piece in text.rsplit("\n", 1)[-1].split("\r"):
        shown = piece + shown[len(piece) :]
    return shown.rstrip()


def screen(columns: int = 80, *, moving: bool = True) -> tuple[ReplayScreen, io.StringIO]:
    stream = io.StringIO()
    return ReplayScreen(stream, moving=moving, columns=lambda: columns), stream


def test_keys_are_told_once_then_the_part() -> None:
    player, stream = screen()
    for position_s in (0.0, 0.1, 5.0):
        player.show(moment(0, position_s))
    player.show(moment(1, 0.0))
    lines = [line.rsplit("\r", 1)[-1] for line in stream.getvalue().splitlines()]
    assert " ".join(line.strip() for line in lines[:2]) == KEYS
    assert lines[2] == "1. Dana: Why us?"
    assert [line.strip() for line in lines].count("1. Your answer") == 1


def test_the_line_moves_and_says_when_paused() -> None:
    player, stream = screen()
    player.show(moment(0, 5.0))
    assert last_line(stream.getvalue()) == "   0:05 / 0:42"
    player.show(moment(0, 6.0, paused=True))
    assert last_line(stream.getvalue()) == "   0:06 / 0:42  paused"
    player.show(moment(0, 7.0))
    assert last_line(stream.getvalue()) == "   0:07 / 0:42"
    player.close()
    assert last_line(stream.getvalue()) == ""


def test_a_narrow_terminal_is_not_overfilled() -> None:
    player, stream = screen(columns=10)
    player.show(moment(0, 5.0, paused=True))
    assert len(last_line(stream.getvalue())) < 10


def test_without_a_terminal_there_are_only_lines() -> None:
    player, stream = screen(moving=False)
    for position_s in (0.0, 1.0):
        player.show(moment(0, position_s))
    player.show(moment(1, 0.0, trouble="The sound is missing."))
    player.close()
    assert stream.getvalue() == ("1. Dana: Why us?\n1. Your answer\n   The sound is missing.\n")


def test_captions_are_harmless() -> None:
    player, stream = screen(moving=False)
    player.show(moment(2))
    assert "\x1b" not in stream.getvalue()
    assert stream.getvalue().count("\n") == 1


WORDS = tuple(
    SaidWord(word, float(place), place + 0.8)
    for place, word in enumerate("[um] we had a very bad week".split())
)


def test_the_word_that_is_heard_stands_out() -> None:
    assert said_around(WORDS, 0.5, 80, ("*", "*"))[0] == "*[um]* we had a very bad week"
    assert said_around(WORDS, 3.0, 80, ("*", "*"))[0] == "[um] we had *a* very bad week"
    assert said_around(WORDS, 99.0, 80, ("<", ">"))[0] == "[um] we had a very bad <week>"


def test_before_the_first_word_none_stands_out() -> None:
    later = tuple(SaidWord(word.text, word.start_s + 5, word.end_s + 5) for word in WORDS)
    assert said_around(later, 1.0, 80, ("*", "*"))[0] == "[um] we had a very bad week"


def test_words_come_a_row_at_a_time() -> None:
    rows = [said_around(WORDS, position_s, 15, ("*", "*"))[0] for position_s in range(7)]
    assert rows[:3] == ["*[um]* we had a", "[um] *we* had a", "[um] we *had* a"]
    assert rows[4:] == ["*very* bad", "very *bad*", "*week*"] or rows[4] == "*very* bad week"


@given(
    st.lists(st.text(min_size=1, max_size=12), max_size=20), st.floats(0, 30), st.integers(-5, 90)
)
def test_any_words_fit_into_their_room(words: list[str], position_s: float, room: int) -> None:
    said = tuple(SaidWord(word, float(place), place + 1.0) for place, word in enumerate(words))
    row, cells = said_around(said, position_s, room, ("*", "*"))
    assert cell_len(row) == cells <= max(0, room)
    assert row.isprintable() or not row.isascii()
    assert "\n" not in row
    assert "\x1b" not in row


@pytest.mark.parametrize("columns", [10, 20, 40, 59, 61, 80, 200])
@pytest.mark.parametrize("styled", [True, False])
def test_the_moving_line_fits_whatever_the_width(columns: int, styled: bool) -> None:
    stream = io.StringIO()
    player = ReplayScreen(stream, moving=True, styled=styled, columns=lambda: columns)
    said = Part("answer", 1, "Your answer", None, words=WORDS)
    for position_s in range(8):
        player.show(Moment(0, said, float(position_s), 42.0, False, tempo=1.25))
    visible = re.sub(r"\x1b\[\d*[mK]", "", stream.getvalue())
    rows = [row.rstrip() for row in re.split(r"[\r\n]", visible)[3:]]
    assert max(map(cell_len, rows[-7:])) < columns
    assert any("week" in row for row in rows) == (columns >= 20)
    assert ("\x1b[7m" in stream.getvalue()) == (styled and columns >= 20)


def test_the_tempo_is_told_where_it_is_not_the_usual_one() -> None:
    player, stream = screen()
    player.show(moment(0, 5.0, tempo=0.75, paused=True))
    assert last_line(stream.getvalue()) == "   0:05 / 0:42  0.75x  paused"
