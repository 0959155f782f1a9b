import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.audio.resampling import Resampler, resampled
from simulator.sound import Sound
from tests.audio.sounds import noise, rms, tone

RATES_HZ = (8_000, 22_050, 24_000, 44_100, 48_000, 96_000)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_tone_stays_what_it_is(rate_hz: int) -> None:
    given_sound = tone(2.0, level_dbfs=-12, hz=440, rate_hz=rate_hz)
    sound = resampled(given_sound)
    assert sound.sample_rate_hz == 16_000
    assert sound.duration_s == pytest.approx(2.0, abs=0.003)
    expected = tone(2.0, level_dbfs=-12, hz=440).samples
    length = min(len(expected), len(sound.samples)) - 400
    assert rms(sound.samples[400:length] - expected[400:length]) < 0.005


def test_what_16_khz_cannot_hold_is_taken_out_and_does_not_come_back_lower() -> None:
    sound = resampled(tone(1.0, hz=11_000, rate_hz=48_000))
    assert rms(sound.samples[400:-400]) < 0.001


def test_the_same_rate_changes_nothing() -> None:
    sound = tone(0.5)
    assert np.array_equal(resampled(sound).samples, sound.samples)
    resampler = Resampler(16_000)
    assert np.array_equal(resampler(sound.samples), sound.samples)
    assert not len(resampler.rest())


def test_an_empty_sound_stays_empty() -> None:
    empty = resampled(Sound(np.zeros(0, np.float32), 48_000))
    assert (len(empty.samples), empty.sample_rate_hz) == (0, 16_000)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(RATES_HZ), st.lists(st.integers(0, 5_000), max_size=12))
def test_how_a_sound_is_cut_into_blocks_makes_no_difference(rate_hz: int, cuts: list[int]) -> None:
    whole = noise(0.5, level_dbfs=-20, rate_hz=rate_hz).samples
    resampler, parts, start = Resampler(rate_hz), [], 0
    for cut in cuts:
        parts.append(resampler(whole[start : start + cut]))
        start += cut
    parts += [resampler(whole[start:]), resampler.rest()]
    assert np.array_equal(np.concatenate(parts), resampled(Sound(whole, rate_hz)).samples)
