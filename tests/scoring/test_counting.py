"""Small numbers in words."""

import pytest

from simulator.scoring.counting import counted, seconds, times


@pytest.mark.parametrize(("number", "word"), [(0, "zero"), (3, "three"), (10, "ten"), (11, "11")])
def test_counted(number: int, word: str) -> None:
    assert counted(number) == word


@pytest.mark.parametrize(
    ("number", "said"), [(0, "never"), (1, "once"), (2, "twice"), (3, "three times")]
)
def test_times(number: int, said: str) -> None:
    assert times(number) == said


@pytest.mark.parametrize(
    ("length_s", "said"),
    [(0.2, "one second"), (1.0, "one second"), (1.1, "two seconds"), (7.9, "eight seconds")],
)
def test_seconds_are_rounded_up(length_s: float, said: str) -> None:
    assert seconds(length_s) == said
