"""Length: held against what the question wants, and told in its terms."""

import pytest

from simulator.scoring.length import length
from tests.scoring.answers import spoken, typed

LONG_S = (60.0, 120.0)


@pytest.mark.parametrize(
    ("answer_s", "value"),
    [(0, 0), (30, 50), (59.4, 99), (60, 100), (90, 100), (120, 100), (180, 50), (240, 0), (900, 0)],
)
def test_length(answer_s: float, value: float) -> None:
    got = length(spoken(answer_s=answer_s), LONG_S, typed=False)
    assert got.value == pytest.approx(value)


def test_length_is_told_in_seconds_and_against_the_target() -> None:
    (short,) = length(spoken(answer_s=21), LONG_S, typed=False).findings
    assert short.reason == "21 seconds, shorter than your target; aim for 60 to 120 seconds"
    (long,) = length(spoken(answer_s=190), LONG_S, typed=False).findings
    assert long.reason.startswith("3:10 minutes, longer than your target")
    (far,) = length(spoken(answer_s=21), (60.0, 150.0), typed=False).findings
    assert far.reason.endswith("aim for 1:00 to 2:30 minutes")


def test_typed_length_is_what_it_would_take_to_say() -> None:
    got = length(typed(75), LONG_S, typed=True)
    assert got.value == pytest.approx(50)
    assert got.findings[0].reason.startswith("30 seconds if said aloud")
