"""Nearer to a target is better, and too little to tell is the same."""

import pytest

from simulator.coaching.yardsticks import YARDSTICKS, Change, Standing
from simulator.scoring import DEFAULTS
from simulator.scoring.targets import own

STICKS = {stick.name: stick for stick in YARDSTICKS}


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("Words a minute", 140.0, "on target"),
        ("Words a minute", 110.0, "near"),
        ("Words a minute", 230.0, "off target"),
        ("Fillers a minute", 2.0, "on target"),
        ("Fillers a minute", 4.0, "near"),
        ("Fillers a minute", 9.0, "off target"),
        ("Long pauses an answer", 0.0, "on target"),
        ("Seconds before the first word", 9.0, "off target"),
        ("Beyond the length asked for", 10.0, "near"),
        ("Talking points made", 0.8, "on target"),
        ("Talking points made", 0.2, "off target"),
        ("Melody, in semitones", 5.0, None),
        ("Loudness, its range in dB", 14.0, None),
    ],
)
def test_standing(name: str, value: float, wanted: Standing | None) -> None:
    assert STICKS[name].standing(value, DEFAULTS) == wanted


@pytest.mark.parametrize(
    ("name", "before", "after", "wanted"),
    [
        ("Words a minute", 90.0, 115.0, "better"),
        ("Words a minute", 200.0, 170.0, "better"),
        ("Words a minute", 130.0, 150.0, "same"),
        ("Words a minute", 150.0, 190.0, "worse"),
        ("Fillers a minute", 8.0, 3.0, "better"),
        ("Fillers a minute", 1.9, 0.0, "same"),
        ("Fillers a minute", 3.0, 3.3, "same"),
        ("Score, of 100", 50.0, 60.0, "better"),
        ("Score, of 100", 78.0, 97.0, "better"),
        ("Score, of 100", 92.0, 84.0, "worse"),
        ("Score, of 100", 92.0, 94.0, "same"),
        ("Melody, in semitones", 2.0, 9.0, None),
        ("Loudness, its range in dB", 6.0, 19.0, None),
    ],
)
def test_change(name: str, before: float, after: float, wanted: Change | None) -> None:
    assert STICKS[name].change(before, after, DEFAULTS) == wanted


def test_targets_of_ones_own() -> None:
    mine = own(pace_wpm=(80, 110))
    assert STICKS["Words a minute"].target(mine) == "80 to 110"
    assert STICKS["Words a minute"].standing(95.0, mine) == "on target"
