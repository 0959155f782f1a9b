"""Length: held against what the question wants, and told in its terms."""

import pytest

from simulator.scoring import score
from simulator.scoring.length import length
from simulator.transcription import TimeSpan, Transcript
from tests.scoring.answers import TARGET, spoken, typed

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


def over_s(answer_s: float, *speech: TimeSpan) -> tuple[float, ...]:
    (finding,) = length(spoken(answer_s=answer_s), LONG_S, typed=False, speech=speech).findings
    return finding.at_s


def test_too_long_an_answer_leads_to_when_its_target_was_over() -> None:
    assert over_s(198.5, TimeSpan(1.5, 60.0), TimeSpan(62.0, 200.0)) == (121.5,)
    assert over_s(100.0, TimeSpan(1.5, 101.5)) == (), "long enough"
    assert over_s(20.0, TimeSpan(1.5, 21.5)) == (), "too short"
    assert over_s(190.0, TimeSpan(1.5, 101.5)) == (), "the rest was said in further turns"
    assert over_s(190.0) == ()


def test_the_score_hands_it_on() -> None:
    transcript = Transcript((), (), (TimeSpan(1.0, 200.0),), 201.0, "base")
    made = score(measures=spoken(answer_s=199.0), coverage=(), target=TARGET, transcript=transcript)
    (told,) = [finding for finding in made.findings if "longer than your target" in finding.reason]
    assert told.at_s == (121.0,)
