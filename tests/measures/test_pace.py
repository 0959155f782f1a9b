"""The pace, moment by moment, of answers whose words are known."""

import pytest

from simulator.measures.pace import pace_curve
from simulator.transcription import TimeSpan, Word


def said(start_s: float, end_s: float, rate_wpm: float) -> list[Word]:
    step_s = 60 / rate_wpm
    count = round((end_s - start_s) / step_s)
    return [
        Word("word", start_s + i * step_s, start_s + i * step_s + 0.8 * step_s)
        for i in range(count)
    ]


def test_an_even_pace_is_a_level_curve() -> None:
    curve = pace_curve(said(0, 60, 150), TimeSpan(0, 60), ())
    assert [point.at_s for point in curve[:3]] == [5, 7.5, 10]
    assert curve[-1].at_s == 55
    assert all(point.rate_wpm == pytest.approx(150, abs=6) for point in curve)


def test_a_fast_stretch_stands_out_where_it_is() -> None:
    words = said(0, 30, 120) + said(30, 50, 210) + said(50, 80, 120)
    curve = pace_curve(words, TimeSpan(0, 80), ())
    fast = [point.at_s for point in curve if point.rate_wpm > 190]
    assert fast
    assert all(33 <= at_s <= 47 for at_s in fast)


def test_silent_pauses_do_not_make_a_pace_slow() -> None:
    words = said(0, 20, 150) + said(24, 44, 150)
    curve = pace_curve(words, TimeSpan(0, 44), [TimeSpan(20, 24)])
    assert all(point.rate_wpm == pytest.approx(150, abs=16) for point in curve)


def test_a_window_that_is_mostly_silence_has_no_rate() -> None:
    words = said(0, 10, 150) + said(22, 32, 150)
    curve = pace_curve(words, TimeSpan(0, 32), [TimeSpan(10, 22)])
    assert [point.at_s for point in curve if 12 <= point.at_s <= 20] == []


def test_a_short_answer_has_no_curve() -> None:
    assert pace_curve(said(0, 9, 150), TimeSpan(0, 9), ()) == ()
    assert pace_curve((), None, ()) == ()
