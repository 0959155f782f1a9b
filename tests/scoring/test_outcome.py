"""What the rules share: the straight line between corners."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.scoring.outcome import line


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_line_through_falling_corners_falls(one: float, other: float) -> None:
    corners = ((10, 100), (20, 60), (80, 0))
    low, high = sorted([one, other])
    assert 0 <= line(high, corners) <= line(low, corners) <= 100
