"""The moving line of a player never breaks a terminal."""

import io

from simulator.review.replay import KEYS, Moment, Part
from simulator.review.replay_screen import ReplayScreen


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
    assert lines[:2] == [KEYS, "1. Dana: Why us?"]
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
