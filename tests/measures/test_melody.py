"""Melody and loudness: on contours whose spread is known, and by what must not change them."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures import Melody, fading_ends, melody
from simulator.measures.melody import CURVE_STEP_S
from simulator.prosody import Contour
from simulator.transcription import TimeSpan, Word

STEP_S = 0.016
MIDDLE_HZ = 150.0


def contour(semitones: Sequence[float | None], loudness_db: Sequence[float] | float) -> Contour:
    """Pitch in semitones above `MIDDLE_HZ`."""
    levels = [loudness_db] * len(semitones) if isinstance(loudness_db, float) else loudness_db
    return Contour(
        STEP_S,
        tuple(None if value is None else MIDDLE_HZ * 2 ** (value / 12) for value in semitones),
        tuple(levels),
    )


def heard(contour: Contour) -> list[TimeSpan]:
    return [TimeSpan(0.0, len(contour.pitch_hz) * STEP_S)]


def found(
    contour: Contour, speech: list[TimeSpan] | None = None, words: Sequence[Word] = ()
) -> Melody:
    measured = melody(contour, heard(contour) if speech is None else speech, words)
    assert measured is not None
    return measured


def frames(duration_s: float) -> int:
    return round(duration_s / STEP_S)


def evenly(low: float, high: float, duration_s: float) -> list[float | None]:
    """Every pitch between two as often, in a shuffled order."""
    values = np.linspace(low, high, frames(duration_s))
    return list(np.random.default_rng(1).permutation(values))


def transposed(contour: Contour, semitones: float) -> Contour:
    ratio = 2 ** (semitones / 12)
    return replace(
        contour, pitch_hz=tuple(None if hz is None else hz * ratio for hz in contour.pitch_hz)
    )


def louder(contour: Contour, by_db: float) -> Contour:
    return replace(
        contour, loudness_db=tuple(None if db is None else db + by_db for db in contour.loudness_db)
    )


pitches = st.lists(
    st.one_of(st.none(), st.integers(-90, 90).map(lambda tenth: tenth / 10)),
    min_size=20,
    max_size=60,
)
contours = st.builds(
    lambda some, levels: contour(some * 40, [float(db) for db in levels * (len(some) * 4)]),
    pitches,
    st.lists(st.integers(-60, -5), min_size=10, max_size=10),
)


def test_a_known_spread() -> None:
    measured = found(contour(evenly(-4.0, 4.0, 20.0), list(np.linspace(-30, -20, frames(20.0)))))
    assert measured.pitch_median_hz == pytest.approx(MIDDLE_HZ, rel=0.005)
    assert measured.pitch_spread_semitones == pytest.approx(0.8 * 8, abs=0.05)
    assert measured.loudness_spread_db == pytest.approx(0.8 * 10, abs=0.05)


def test_the_same_voice_an_octave_higher_is_as_lively() -> None:
    low = contour(evenly(-4.0, 4.0, 20.0), -20.0)
    assert found(transposed(low, 12)).pitch_spread_semitones == pytest.approx(
        found(low).pitch_spread_semitones
    )


@pytest.mark.parametrize("octave", [-12.0, 12.0])
@pytest.mark.parametrize("share", [0.1, 0.35])
def test_jumps_by_an_octave_do_not_count(octave: float, share: float) -> None:
    right = evenly(-3.0, 3.0, 20.0)
    jumps = np.random.default_rng(2).random(len(right)) < share
    wrong = [(value or 0.0) + octave * jump for value, jump in zip(right, jumps, strict=True)]
    measured = found(contour(wrong, -20.0))
    assert measured.pitch_spread_semitones == pytest.approx(0.8 * 6, abs=0.3)
    assert measured.pitch_median_hz == pytest.approx(MIDDLE_HZ, rel=0.02)


def test_too_little_voice_gives_none() -> None:
    assert melody(contour(evenly(-4.0, 4.0, 4.9), -20.0), [TimeSpan(0.0, 4.9)]) is None
    assert melody(contour([None] * frames(60), -40.0), [TimeSpan(0.0, 60.0)]) is None
    assert melody(contour([], -40.0), []) is None


def test_the_curve_has_a_value_for_each_half_second() -> None:
    steps = [0.0, 2.0, None, -1.0] * 10
    pitch = [steps[int(i * STEP_S / CURVE_STEP_S)] for i in range(frames(20.0))]
    measured = found(contour(pitch, -20.0))
    assert measured.curve_step_s == CURVE_STEP_S
    assert len(measured.curve_semitones) == 40
    expected = [None if step is None else step for step in steps]
    assert [None if v is None else round(v, 6) + 0.0 for v in measured.curve_semitones] == expected


def test_the_last_ten_seconds_against_the_rest() -> None:
    pitch = [*evenly(-4.0, 4.0, 20.0), *evenly(-1.0, 1.0, 10.0)]
    levels = [-20.0] * frames(20.0) + [-26.0] * frames(10.0)
    words = [Word("so", i / 2, i / 2 + 0.4) for i in range(40)]
    words += [Word("so", 20 + i / 3, 20 + i / 3 + 0.3) for i in range(30)]
    closing = found(contour(pitch, levels), [TimeSpan(0.0, 30.0)], words).closing
    assert closing is not None
    assert closing.pitch_spread_difference_semitones == pytest.approx(0.8 * (2 - 8), abs=0.1)
    assert closing.loudness_difference_db == pytest.approx(-6.0)
    assert closing.rate_difference_wpm == pytest.approx(60, abs=1)


def test_silent_pauses_do_not_make_the_end_slow() -> None:
    pitch = [*evenly(-4.0, 4.0, 24.0), *[None] * frames(3.0), *evenly(-4.0, 4.0, 3.0)]
    speech = [TimeSpan(0.0, 24.0), TimeSpan(27.0, 30.0)]
    words = [Word("so", i / 2, i / 2 + 0.4) for i in range(60) if i / 2 + 0.4 < 24 or i / 2 >= 27]
    closing = found(contour(pitch, -20.0), speech, words).closing
    assert closing is not None
    assert closing.rate_difference_wpm == pytest.approx(0, abs=5)


def test_a_short_answer_has_no_last_ten_seconds() -> None:
    assert found(contour(evenly(-4.0, 4.0, 11.0), -20.0)).closing is None


def test_words_without_times_tell_no_pace() -> None:
    closing = found(contour(evenly(-4.0, 4.0, 30.0), -20.0), words=[Word("so")]).closing
    assert closing is not None
    assert closing.rate_difference_wpm is None


def stretches(*drops_db: float) -> tuple[Contour, list[TimeSpan]]:
    """Stretches of 5 s, 1 s apart, each with a last second that is softer."""
    pitch: list[float | None] = []
    levels: list[float] = []
    for drop_db in drops_db:
        pitch += [*evenly(-3.0, 3.0, 5.0), *[None] * frames(1.0)]
        levels += [-20.0] * frames(4.0) + [-20.0 - drop_db] * (frames(5.0) - frames(4.0))
        levels += [-90.0] * frames(1.0)
    long_s = (frames(5.0) + frames(1.0)) * STEP_S
    spans = [TimeSpan(i * long_s, i * long_s + frames(5.0) * STEP_S) for i in range(len(drops_db))]
    return contour(pitch, levels), spans


def test_how_much_softer_the_ends_are() -> None:
    measured = found(*stretches(8.0, 1.0, 9.0))
    assert [end.drop_db for end in measured.stretch_ends] == pytest.approx([8.0, 1.0, 9.0])
    assert [end.at_s for end in measured.stretch_ends] == pytest.approx([4.0, 10.0, 16.0], abs=0.1)
    assert measured.stretch_end_drop_db == pytest.approx(8.0)


def test_ends_fade_where_most_of_them_do() -> None:
    assert [end.drop_db for end in fading_ends(found(*stretches(8.0, 1.0, 9.0)))] == pytest.approx(
        [8.0, 9.0]
    )
    assert fading_ends(found(*stretches(8.0, 1.0, 2.0))) == ()
    assert fading_ends(found(*stretches(8.0, 9.0))) == ()


def test_short_gaps_end_no_stretch() -> None:
    sound, spans = stretches(8.0, 8.0)
    close = [spans[0], TimeSpan(spans[0].end_s + 0.4, spans[1].end_s)]
    assert len(found(sound, close).stretch_ends) == 1


@given(contours, st.floats(-12, 12))
def test_transposing_changes_the_median_alone(some: Contour, semitones: float) -> None:
    one, two = melody(some, heard(some)), melody(transposed(some, semitones), heard(some))
    assert (one is None) == (two is None)
    if one is None or two is None:
        return
    assert two.pitch_median_hz == pytest.approx(one.pitch_median_hz * 2 ** (semitones / 12))
    assert two.pitch_spread_semitones == pytest.approx(one.pitch_spread_semitones, abs=1e-6)
    assert two.loudness_spread_db == pytest.approx(one.loudness_spread_db)
    assert two.stretch_ends == one.stretch_ends
    assert [v or 0.0 for v in two.curve_semitones] == pytest.approx(
        [v or 0.0 for v in one.curve_semitones], abs=1e-6
    )


@given(contours, st.floats(-30, 30))
def test_louder_by_a_constant_changes_nothing(some: Contour, by_db: float) -> None:
    one, two = melody(some, heard(some)), melody(louder(some, by_db), heard(some))
    assert (one is None) == (two is None)
    if one is None or two is None:
        return
    assert two.pitch_spread_semitones == one.pitch_spread_semitones
    assert two.curve_semitones == one.curve_semitones
    assert two.loudness_spread_db == pytest.approx(one.loudness_spread_db, abs=1e-6)
    assert [end.drop_db for end in two.stretch_ends] == pytest.approx(
        [end.drop_db for end in one.stretch_ends], abs=1e-6
    )


@given(contours)
def test_every_number_is_one(some: Contour) -> None:
    measured = melody(some, heard(some))
    if measured is None:
        return
    assert measured.pitch_spread_semitones >= 0
    assert measured.loudness_spread_db >= 0
    assert all(value is None or math.isfinite(value) for value in measured.curve_semitones)


@given(st.floats(0.1, 1.0), st.floats(1.0, 2.0))
def test_wider_swings_are_livelier(narrow: float, wider: float) -> None:
    base = evenly(-3.0, 3.0, 10.0)
    one = found(contour([narrow * (value or 0.0) for value in base], -20.0))
    two = found(contour([narrow * wider * (value or 0.0) for value in base], -20.0))
    assert two.pitch_spread_semitones >= one.pitch_spread_semitones - 1e-6
