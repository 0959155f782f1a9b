"""Command lines that are suggested."""

import shlex

from simulator.suggesting import command


def test_a_command_is_quoted_and_names_the_recordings() -> None:
    assert command("trend", "--all") == "mockview trend --all"
    assert command("review", "a b", recordings="my recordings") == (
        "mockview review 'a b' --recordings 'my recordings'"
    )


def test_what_somebody_stored_stays_one_word() -> None:
    assert shlex.split(command("review", "x; rm -r ~ $(id)"))[2:] == ["x; rm -r ~ $(id)"]
