"""A command to type, on a terminal."""

import io

from rich.console import Group
from rich.text import Text

from simulator.review.printing import show
from simulator.review.suggested import Suggested

LONG = "mockview trend --all --recordings '/disk/anna/practice for the new job'"


def shown(told: str, command: str, width: int) -> list[str]:
    stream = io.StringIO()
    show(Group(Suggested(Text(told, "bold"), command), "after"), stream, width=width)
    return stream.getvalue().splitlines()


def test_it_stands_beside_what_it_is_for() -> None:
    assert shown("More:", "mockview trend --all", 40) == ["More: mockview trend --all", "after"]


def test_one_that_does_not_fit_stands_whole_below() -> None:
    for width in (20, 40, 72, 76):
        assert shown("More:", LONG, width) == ["More:", LONG, "after"]
    assert shown("More:", LONG, 77) == [f"More: {LONG}", "after"]


def test_a_folder_cannot_steer_the_terminal_and_keeps_its_spaces() -> None:
    assert shown("More:", "mockview run --recordings '\x1b[31m  a'", 80) == [
        "More: mockview run --recordings '\\u001b[31m  a'",
        "after",
    ]
