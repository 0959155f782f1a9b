"""Spans of speech from frame probabilities."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.sound import SPEECH_RATE_HZ
from simulator.transcription import TimeSpan, Word, voice_activity
from simulator.transcription.voice_activity import FRAME_S, POSSIBLE, confirmed, spans


def frames(*runs: tuple[float, float]) -> list[float]:
    """Probabilities for (seconds, probability) one after another."""
    return [p for seconds, p in runs for _ in range(round(seconds / FRAME_S))]


def test_speech_begins_and_ends_within_a_frame() -> None:
    (span,) = spans(frames((1.0, 0.01), (2.0, 0.9), (1.0, 0.02)))
    assert span.start_s == pytest.approx(1.0, abs=FRAME_S)
    assert span.end_s == pytest.approx(3.0, abs=FRAME_S)


def test_a_short_gap_ends_no_span_and_a_long_one_does() -> None:
    short = frames((1, 0.9), (0.1, 0.0), (1, 0.9))
    long = frames((1, 0.9), (0.5, 0.0), (1, 0.9))
    assert (len(spans(short)), len(spans(long))) == (1, 2)


def test_a_doubtful_frame_goes_on_with_speech_but_does_not_begin_it() -> None:
    assert spans(frames((1, 0.4))) == ()
    assert len(spans(frames((1, 0.9), (1, 0.4), (1, 0.9)))) == 1


def test_a_click_is_no_speech() -> None:
    assert spans(frames((1, 0.0), (0.064, 0.99), (1, 0.0))) == ()


@given(st.lists(st.floats(0, 1), max_size=400))
def test_spans_are_in_order_and_possible_speech_holds_the_sure(probabilities: list[float]) -> None:
    sure, possible = spans(probabilities), spans(probabilities, POSSIBLE)
    for one, other in itertools.pairwise(sure):
        assert one.end_s < other.start_s
    for span in sure:
        assert any(p.start_s <= span.start_s and span.end_s <= p.end_s for p in possible)


def test_a_doubtful_stretch_counts_when_a_word_was_understood_there() -> None:
    sure, possible = [TimeSpan(0, 2)], [TimeSpan(0, 2.5), TimeSpan(5, 6), TimeSpan(8, 9)]
    word = Word("wildfire", 5.1, 5.7, 0.8)
    mumble = Word("the", 8.2, 8.4, 0.1)
    assert confirmed(sure, possible, [word, mumble]) == (TimeSpan(0, 2), TimeSpan(5, 6))


@pytest.mark.slow
def test_the_detector_hears_no_voice_in_silence_noise_and_hum() -> None:
    detect = voice_activity.load()
    time_s = np.arange(10 * SPEECH_RATE_HZ) / SPEECH_RATE_HZ
    noise = np.random.default_rng(1).normal(0, 0.05, len(time_s))
    hum = 0.2 * np.sin(2 * np.pi * 50 * time_s) + 0.1 * np.sin(2 * np.pi * 150 * time_s)
    for sound in (np.zeros(len(time_s)), noise, hum):
        assert spans(detect(sound.astype(np.float32))) == ()
    assert len(detect(np.zeros(0, np.float32))) == 0


@pytest.mark.slow
@given(st.lists(st.integers(1, 20_000), max_size=12))
@settings(max_examples=10)
def test_a_sound_that_comes_in_blocks_is_heard_as_when_it_is_whole(blocks: list[int]) -> None:
    detect = voice_activity.load()
    rng = np.random.default_rng(5)
    sound = (rng.normal(0, 0.1, 50_000) * np.sin(np.arange(50_000) / 900)).astype(np.float32)
    stream, at = detect.stream(), 0
    for length in blocks:
        stream.hear(sound[at : at + length])
        at = min(at + length, len(sound))
    stream.hear(sound[at:])
    assert np.array_equal(stream.to_the_end(), detect(sound))
    assert len(stream.probabilities) == len(sound) // voice_activity.FRAME_SAMPLES


def heard_from(probabilities: list[float]) -> list[tuple[float, float]]:
    spoken = voice_activity.with_onsets(spans(probabilities), probabilities)
    return [(span.start_s, span.end_s) for span in spoken]


def test_a_hiss_before_a_vowel_belongs_to_the_word() -> None:
    quiet, hiss, vowel = [0.01] * 10, [0.1] * 4, [0.9] * 10
    assert heard_from([*quiet, *hiss, *vowel, *quiet]) == [(0.32, 0.768)]


def test_a_hiss_that_fills_a_gap_joins_what_is_beside_it() -> None:
    vowel, quiet, hiss = [0.9] * 10, [0.01] * 4, [0.1] * 4
    assert heard_from([*vowel, *quiet, *hiss, *vowel]) == [(0.0, 0.896)]


def test_a_faint_noise_before_a_voice_adds_a_quarter_of_a_second_at_most() -> None:
    ((start_s, _),) = heard_from([*[0.1] * 50, *[0.9] * 10])
    assert start_s == pytest.approx(50 * 0.032 - 0.256)


@given(st.lists(st.floats(0, 1), max_size=400))
def test_onsets_keep_spans_in_order_and_lose_none(probabilities: list[float]) -> None:
    found = heard_from(probabilities)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(found))
    for span in spans(probabilities):
        assert any(start_s <= span.start_s and span.end_s <= end_s for start_s, end_s in found)
