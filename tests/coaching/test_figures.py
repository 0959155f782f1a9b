"""The numbers of answers, alone and together."""

from dataclasses import replace
from typing import Any

from simulator.archive import Answer
from simulator.coaching.figures import figures
from simulator.measures import Pause
from simulator.scoring import DEFAULTS
from tests import factories


def answer(number: int = 1, total: int = 78, **measures: Any) -> Answer:
    made = factories.an_assessment(score=factories.a_score(total))
    changed = replace(made, measures=factories.some_measures(**measures))
    return factories.an_answer(number, assessment=changed)


def test_the_score_is_the_mean_and_the_rest_is_in_the_middle() -> None:
    found = figures(
        [
            answer(1, 50, speech_rate_wpm=100.0),
            answer(2, 81, speech_rate_wpm=200.0),
            answer(3, 82, speech_rate_wpm=130.0),
        ],
        DEFAULTS,
    )
    assert found.total == 71
    assert found.pace_wpm == 130.0


def test_points_made_are_counted_over_all_answers() -> None:
    assert figures([answer(1), answer(2)], DEFAULTS).points_made == 0.5


def test_long_pauses_are_those_of_the_targets() -> None:
    pauses = (Pause(1.0, 4.0, True), Pause(5.0, 8.0, False), Pause(9.0, 13.5, False))
    assert figures([answer(1, pauses=pauses)], DEFAULTS).long_pauses == 2
    patient = replace(DEFAULTS, long_pause_s=3.5)
    assert figures([answer(1, pauses=pauses)], patient).long_pauses == 1


def test_length_is_held_against_the_question() -> None:
    assert figures([answer(1, answer_s=15.0)], DEFAULTS).off_length_s == 5.0
    assert figures([answer(1, answer_s=30.0)], DEFAULTS).off_length_s == 0.0
    assert figures([answer(1, answer_s=95.0)], DEFAULTS).off_length_s == 20.0


def test_what_is_not_known_is_none() -> None:
    skipped = factories.an_answer(1, state="skipped", sound=None, assessment=None)
    none = figures([skipped], DEFAULTS)
    assert none == figures([], DEFAULTS)
    assert none.total is none.pace_wpm is none.points_made is None
    typed = figures([factories.an_answer(1, typed=True)], DEFAULTS)
    assert typed.total == 78
    assert typed.long_pauses is typed.latency_s is typed.off_length_s is None


def test_melody_and_loudness_are_in_the_middle() -> None:
    heard = [
        answer(number, melody=factories.a_melody(spread, loudness_spread_db=loudness_db))
        for number, (spread, loudness_db) in enumerate([(4.0, 20.0), (6.0, 11.0), (5.0, 12.0)], 1)
    ]
    found = figures([*heard, answer(4)], DEFAULTS)
    assert (found.spread_semitones, found.loudness_spread_db) == (5.0, 12.0)
    assert figures([answer(4)], DEFAULTS).loudness_spread_db is None
