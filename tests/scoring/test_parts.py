"""Each part by itself: where points are lost, how many, and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scoring import parts
from simulator.scoring.targets import DEFAULTS
from tests.scoring.answers import a_pause, points, some_fillers, spoken, typed

LONG_S = (60.0, 120.0)


@pytest.mark.parametrize(
    ("answer_s", "value"),
    [(0, 0), (30, 50), (59.4, 99), (60, 100), (90, 100), (120, 100), (180, 50), (240, 0), (900, 0)],
)
def test_length(answer_s: float, value: float) -> None:
    got = parts.length(spoken(answer_s=answer_s), LONG_S, typed=False)
    assert got.value == pytest.approx(value)


def test_length_is_told_in_seconds_and_against_the_target() -> None:
    (short,) = parts.length(spoken(answer_s=21), LONG_S, typed=False).findings
    assert short.reason == "21 seconds, shorter than your target; aim for 60 to 120 seconds"
    (long,) = parts.length(spoken(answer_s=190), LONG_S, typed=False).findings
    assert long.reason.startswith("3:10 minutes, longer than your target")
    (far,) = parts.length(spoken(answer_s=21), (60.0, 150.0), typed=False).findings
    assert far.reason.endswith("aim for 1:00 to 2:30 minutes")


def test_typed_length_is_what_it_would_take_to_say() -> None:
    got = parts.length(typed(75), LONG_S, typed=True)
    assert got.value == pytest.approx(50)
    assert got.findings[0].reason.startswith("30 seconds if said aloud")


@pytest.mark.parametrize(
    ("a_minute", "value"), [(0, 100), (2, 100), (3.5, 90), (5, 80), (12, 35), (24, 0), (60, 0)]
)
def test_fillers(a_minute: float, value: float) -> None:
    count = round(a_minute * 2)
    measures = spoken(answer_s=120, fillers=some_fillers(*(i * 120 / 121 for i in range(count))))
    assert parts.fillers(measures, LONG_S, DEFAULTS).value == pytest.approx(value)


def test_discourse_markers_weigh_half() -> None:
    starts = [i * 5.0 for i in range(20)]
    words = spoken(answer_s=120, fillers=some_fillers(*starts, kind="discourse_marker"))
    sounds = spoken(answer_s=120, fillers=some_fillers(*starts[:10]))
    assert (
        parts.fillers(words, LONG_S, DEFAULTS).value
        == parts.fillers(sounds, LONG_S, DEFAULTS).value
    )


def test_fillers_are_told_with_their_number_their_cluster_and_its_moments() -> None:
    measures = spoken(answer_s=60, fillers=some_fillers(3.0, 41.0, 44.0, 49.0, 58.0))
    (finding,) = parts.fillers(measures, LONG_S, DEFAULTS).findings
    assert finding.reason == (
        "5.0 fillers a minute; up to 2 pass unnoticed; um three times in eight seconds"
    )
    assert finding.at_s == (41.0, 44.0, 49.0)


def test_few_fillers_are_praised() -> None:
    (finding,) = parts.fillers(spoken(), LONG_S, DEFAULTS).findings
    assert finding.points == 0
    assert finding.reason == "0.7 fillers a minute: few"


def test_coverage_goes_by_weight_and_unsure_counts_half() -> None:
    got = parts.coverage(points("covered", "unsure", "not_found", weights=(2, 1, 1)))
    assert got.value == pytest.approx(62.5)
    assert [(round(f.points, 1), f.reason, f.at_s) for f in got.findings] == [
        (-12.5, "Perhaps said, counted half: tells thing 1", (12.0,)),
        (-25.0, "Not heard: tells thing 2", ()),
    ]


@pytest.mark.parametrize(
    ("rate_wpm", "value"),
    [(20, 20), (50, 20), (100, 80), (110, 90), (120, 100), (165, 100), (190, 80), (400, 20)],
)
def test_pace(rate_wpm: int, value: float) -> None:
    measures = spoken(words=rate_wpm, answer_s=60.0)
    assert parts.delivery(measures, LONG_S, DEFAULTS).value == pytest.approx(value)


def test_a_fast_pace_is_above_the_target_never_wrong() -> None:
    finding = parts.delivery(spoken(words=300), LONG_S, DEFAULTS).findings[0]
    assert finding.reason == "200 words a minute, above your target of 120 to 165"


def test_pauses_over_two_and_a_half_seconds_are_counted_with_their_moments() -> None:
    measures = spoken(pauses=(a_pause(5, 1.5), a_pause(20, 2.6), a_pause(40, 6)))
    got = parts.delivery(measures, LONG_S, DEFAULTS)
    assert got.value == pytest.approx(100 - 2 * parts.PAUSE_COST)
    assert "2 pauses over 2.5 seconds" in [finding.reason for finding in got.findings]
    assert [f.at_s for f in got.findings if "pauses" in f.reason] == [(20.0, 40.0)]


@pytest.mark.parametrize(("latency_s", "cost"), [(0, 0), (4, 0), (6, 10), (8, 20), (60, 20)])
def test_a_start_within_four_seconds_costs_nothing(latency_s: float, cost: float) -> None:
    got = parts.delivery(spoken(response_latency_s=latency_s), LONG_S, DEFAULTS)
    assert got.value == pytest.approx(100 - cost)


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_line_through_falling_corners_falls(one: float, other: float) -> None:
    corners = ((10, 100), (20, 60), (80, 0))
    low, high = sorted([one, other])
    assert 0 <= parts.line(high, corners) <= parts.line(low, corners) <= 100
