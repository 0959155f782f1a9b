"""Pace and melody along an answer: the numbers, and the small curves of them in a terminal."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.assessment import Assessment
from simulator.measures import PacePoint
from simulator.review.curves import Course, in_columns, melody_course, pace_course
from simulator.review.curves_screen import Curves
from simulator.scoring import DEFAULTS
from tests import factories
from tests.report import interviews
from tests.review.test_pages import in_ascii, shown

BARS = set("▁▂▃▄▅▆▇█")


def course(*points: tuple[float, float], gap_s: float = 2.0) -> Course:
    return Course(points, 0.0, 10.0, gap_s, "told")


def test_a_column_holds_the_median_of_what_falls_into_it() -> None:
    assert in_columns(course((0.0, 1.0), (0.1, 9.0), (0.2, 2.0), (1.5, 4.0)), 2.0, 2) == [2.0, 4.0]


def test_between_points_lies_the_line_and_beyond_them_nothing() -> None:
    found = in_columns(course((1.0, 0.0), (3.0, 4.0)), 5.0, 5)
    assert found == [None, 0.0, 3.0, 4.0, None]


def test_a_gap_is_no_line() -> None:
    assert in_columns(course((0.0, 1.0), (4.0, 1.0)), 5.0, 5) == [1.0, None, None, None, 1.0]


@given(
    st.lists(st.tuples(st.floats(0, 60), st.floats(0, 10)), max_size=20),
    st.floats(0.1, 60),
    st.integers(1, 60),
)
def test_there_is_a_value_or_none_for_each_column_and_never_one_that_was_not_there(
    points: list[tuple[float, float]], duration_s: float, columns: int
) -> None:
    found = in_columns(course(*sorted(points), gap_s=100.0), duration_s, columns)
    assert len(found) == columns
    values = [value for _, value in points]
    for value in found:
        assert value is None or min(values) <= value <= max(values)


def test_the_scale_reaches_far_enough_to_show_a_flat_voice_flat() -> None:
    flat = melody_course(factories.a_melody())
    assert flat is not None
    assert (flat.low, flat.high) == (-6.0, 6.0)
    pace = pace_course([PacePoint(5.0, 140.0), PacePoint(10.0, 260.0)])
    assert pace is not None
    assert (pace.low, pace.high) == (80.0, 260.0)
    assert pace.told == "140 to 260 words a minute without pauses"


def test_one_point_is_no_curve() -> None:
    assert pace_course([PacePoint(5.0, 140.0)]) is None
    assert melody_course(factories.a_melody(curve_semitones=(None, 1.0, None))) is None


def assessment() -> Assessment:
    return interviews.long_assessment()


def test_both_stand_along_the_same_time() -> None:
    lines = shown(Curves(assessment(), DEFAULTS)).splitlines()
    told = DEFAULTS.pace_wpm
    assert lines[0] == (
        "Pace: 110 to 170 words a minute without pauses "
        f"(target with them: {told[0]:.0f} to {told[1]:.0f})"
    )
    assert lines[2].startswith("Melody: 5.1 semitones around the middle of your voice, 118 Hz")
    assert set(lines[1]) <= BARS | {" "}
    assert len(set(lines[1].strip())) > 1, "a curve, not a line"
    assert lines[4].startswith("0:00")
    assert lines[4].endswith("0:37")
    assert len(lines[4]) == 60


def test_it_fits_into_a_narrow_window() -> None:
    for line in shown(Curves(assessment(), DEFAULTS), width=24).splitlines():
        assert cell_len(line) <= 24


def test_without_bars_there_are_the_words() -> None:
    assert in_ascii(Curves(assessment(), None)).splitlines() == [
        "Pace: 110 to 170 words a minute without pauses",
        "Melody: 5.1 semitones around the middle of your voice, 118 Hz",
    ]


def test_what_was_typed_has_none() -> None:
    assert not Curves(factories.an_assessment(typed=True), DEFAULTS)
