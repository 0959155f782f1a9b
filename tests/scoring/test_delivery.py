"""Delivery: pace, pauses and a late start cost points; stretches and broken words are told."""

import pytest

from simulator.measures import Disfluency, PacePoint
from simulator.scoring.delivery import PAUSE_COST, delivery
from simulator.scoring.targets import DEFAULTS, own
from tests.scoring.answers import a_pause, spoken

LONG_S = (60.0, 120.0)


@pytest.mark.parametrize(
    ("rate_wpm", "value"),
    [(20, 20), (50, 20), (100, 80), (110, 90), (120, 100), (165, 100), (190, 80), (400, 20)],
)
def test_pace(rate_wpm: int, value: float) -> None:
    measures = spoken(words=rate_wpm, answer_s=60.0)
    assert delivery(measures, LONG_S, DEFAULTS).value == pytest.approx(value)


def test_a_fast_pace_is_above_the_target_never_wrong() -> None:
    finding = delivery(spoken(words=300), LONG_S, DEFAULTS).findings[0]
    assert finding.reason == (
        "200 words a minute, above your target of 120 to 165: breathe between sentences"
    )


def pace_moments(words: int, *rates: float) -> tuple[float, ...]:
    """Of the finding on pace, in an answer of 90 s."""
    found = delivery(spoken(words=words, pace_curve=curve(*rates)), LONG_S, DEFAULTS).findings
    (pace,) = [
        finding for finding in found if "words a minute" in finding.reason and not finding.neutral
    ]
    return pace.at_s


def test_a_fast_pace_leads_to_the_fastest_stretches() -> None:
    # Windows of 10 s, one every 2.5 s from 0 on; those at 2.5 and 5 s overlap.
    rates = (150, 230, 225, 150, 150, 150, 150, 190, 150, 150, 150, 200)
    assert pace_moments(300, *rates) == (2.5, 27.5)


def test_a_slow_pace_leads_to_the_slowest() -> None:
    assert pace_moments(120, 130, 130, 130, 130, 90, 70, 130) == (12.5,)


def test_a_pace_that_only_pauses_make_slow_leads_nowhere() -> None:
    assert pace_moments(120, 150, 140, 150) == ()
    assert pace_moments(120) == (), "too short for a curve"


def test_a_good_pace_leads_nowhere_whatever_its_stretches() -> None:
    assert pace_moments(210, 150, 230, 90) == ()


def test_a_user_s_own_pace_is_the_target() -> None:
    own_pace = own(pace_wpm=(80, 110))
    (finding,) = delivery(spoken(words=150), LONG_S, own_pace).findings  # 100 a minute
    assert finding.points == 0


def test_silences_cost_wherever_they_are_and_shorter_ones_in_mid_sentence() -> None:
    measures = spoken(
        pauses=(
            a_pause(5, 1.5, inside=True),
            a_pause(20, 2.6, inside=True),
            a_pause(30, 3.9, inside=False),
            a_pause(40, 6, inside=False),
            a_pause(60, 3.0),  # no words beside it that would tell
        )
    )
    got = delivery(measures, LONG_S, DEFAULTS)
    assert got.value == pytest.approx(100 - 2 * PAUSE_COST)
    lost = [(finding.reason, finding.at_s) for finding in got.findings if finding.points < 0]
    assert lost == [
        ("One pause above your target of 4 seconds: say that you are thinking", (40.0,)),
        (
            "One pause in mid-sentence above your target of 2.5 seconds: "
            "finish the thought, then pause",
            (20.0,),
        ),
    ]


def test_many_pauses_cost_no_more_than_their_worst() -> None:
    many = tuple(a_pause(i * 6, 5) for i in range(4)) + tuple(
        a_pause(40 + i * 5, 3, inside=True) for i in range(8)
    )
    assert delivery(spoken(pauses=many), LONG_S, DEFAULTS).value == pytest.approx(60)


@pytest.mark.parametrize(("latency_s", "cost"), [(0, 0), (4, 0), (6, 10), (8, 20), (60, 20)])
def test_a_start_within_four_seconds_costs_nothing(latency_s: float, cost: float) -> None:
    got = delivery(spoken(response_latency_s=latency_s), LONG_S, DEFAULTS)
    assert got.value == pytest.approx(100 - cost)


def test_a_late_start_is_told_against_the_target() -> None:
    patient = own(response_latency_s=6)
    assert [f.points for f in delivery(spoken(response_latency_s=6), LONG_S, patient).findings] == [
        0
    ]
    (_, late) = delivery(spoken(response_latency_s=7.5), LONG_S, patient).findings
    assert late.reason == (
        "7.5 seconds before the first word, above your target of 6: begin with what you know"
    )


def test_a_silence_of_ones_own() -> None:
    measures = spoken(pauses=(a_pause(40, 6, inside=False),))
    assert delivery(measures, LONG_S, own(silence_s=6)).value == 100
    assert delivery(measures, LONG_S, own(silence_s=5)).value < 100


def curve(*rates: float) -> tuple[PacePoint, ...]:
    return tuple(PacePoint(5 + 2.5 * i, rate) for i, rate in enumerate(rates))


def test_stretches_that_run_away_or_drag_are_told_where_they_begin() -> None:
    rates = (140, 210, 220, 150, 90, 140, 85, 80, 90, 140)
    got = delivery(spoken(pace_curve=curve(*rates)), LONG_S, DEFAULTS)
    assert got.value == 100
    assert [(f.reason, f.at_s, f.neutral) for f in got.findings if f.neutral] == [
        ("You run away for a while, at 220 words a minute: slow down there", (7.5,), True),
        ("You drag for a while, at 80 words a minute: say it in fewer words", (20.0,), True),
    ]


def test_an_even_answer_has_no_such_stretch_even_where_all_of_it_is_fast() -> None:
    fast = spoken(words=300, pace_curve=curve(*[205] * 12))
    assert not [f for f in delivery(fast, LONG_S, DEFAULTS).findings if f.neutral]


def broken(count: int) -> tuple[Disfluency, ...]:
    return tuple(Disfluency("we, we", "repetition", i * 9.0, i * 9.0 + 0.5) for i in range(count))


def test_words_said_twice_are_told_where_they_are_many() -> None:
    got = delivery(spoken(disfluencies=broken(6)), LONG_S, DEFAULTS)
    assert got.value == 100
    (note,) = [f for f in got.findings if f.neutral]
    assert note.reason == (
        "A beginning said twice or given up six times (“we, we”): "
        "take a breath first, then say the whole sentence"
    )
    assert note.at_s == (0.0, 9.0, 18.0, 27.0, 36.0, 45.0)
    few = delivery(spoken(disfluencies=broken(4)), LONG_S, DEFAULTS)
    assert not [f for f in few.findings if f.neutral]
