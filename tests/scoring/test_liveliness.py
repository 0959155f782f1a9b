"""Livelier or flatter than usual: told in words, without points."""

from dataclasses import replace

import pytest

from simulator.scoring import Finding, Score, score
from simulator.scoring.liveliness import against_usual, compared, loudness_compared
from tests.factories import a_melody, a_transcript
from tests.scoring.answers import TARGET, points, spoken


def told(usual_semitones: float | None, **other: object) -> Score:
    return score(
        measures=replace(spoken(), **other),  # type: ignore[arg-type]  # a melody or none
        coverage=points("covered"),
        target=TARGET,
        transcript=a_transcript(),
        usual_spread_semitones=usual_semitones,
    )


def neutral(found: Score) -> list[Finding]:
    return [finding for finding in found.findings if finding.neutral]


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        (6.8, "6.8 semitones, livelier than your usual 5.1"),
        (3.2, "3.2 semitones, flatter than your usual 5.1"),
        (5.1, "5.1 semitones, about as lively as your usual 5.1"),
        (5.9, "5.9 semitones, about as lively as your usual 5.1"),
    ],
)
def test_in_words(spread: float, words: str) -> None:
    assert compared(spread, 5.1) == words
    finding = against_usual(a_melody(spread), 5.1)
    assert finding.reason == f"A melody of {words}"
    assert finding.points == 0
    assert finding.neutral


@pytest.mark.parametrize(
    ("range_db", "words"),
    [
        (17.4, "a range of 17 dB, wider than your usual 14"),
        (10.8, "a range of 11 dB, narrower than your usual 14"),
        (16.9, "a range of 17 dB, about as wide as your usual 14"),
        (11.4, "a range of 11 dB, about as wide as your usual 14"),
    ],
)
def test_loudness_in_words(range_db: float, words: str) -> None:
    assert loudness_compared(range_db, 14.1) == words


@pytest.mark.parametrize("spread", [0.0, 3.0, 9.0])
def test_it_changes_no_score(spread: float) -> None:
    without, with_it = told(None, melody=a_melody(spread)), told(5.1, melody=a_melody(spread))
    assert (with_it.total, with_it.parts) == (without.total, without.parts)
    assert neutral(without) == []
    assert len(neutral(with_it)) == 1


def test_nothing_is_told_without_a_melody() -> None:
    assert neutral(told(5.1)) == []
