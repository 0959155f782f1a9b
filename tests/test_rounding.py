"""Numbers as they are handed out: coarse, Python's own, and never minus nothing."""

import json

import numpy as np
import pytest

from simulator.rounding import tenth, thousandth


@pytest.mark.parametrize(
    ("number", "to_the_tenth", "to_the_thousandth"),
    [
        (1.23456, 1.2, 1.235),
        (-1.26, -1.3, -1.26),
        (3, 3.0, 3.0),
        (np.float32(0.5), 0.5, 0.5),
    ],
)
def test_numbers_are_rounded(number: float, to_the_tenth: float, to_the_thousandth: float) -> None:
    assert tenth(number) == to_the_tenth
    assert thousandth(number) == to_the_thousandth


@pytest.mark.parametrize("number", [-0.0, -0.0004, np.float32(-0.0)])
def test_there_is_no_minus_nothing(number: float) -> None:
    assert json.dumps([tenth(number), thousandth(number)]) == "[0.0, 0.0]"


def test_what_was_not_measured_stays_so() -> None:
    assert tenth(None) is None
    assert thousandth(None) is None
