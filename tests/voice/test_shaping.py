"""Sounds shaped after synthesis."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from simulator.sound import Samples
from simulator.voice.shaping import EDGE_S, QUIET, in_16_bits, play_slower, trim
from tests.voice.hearing import tone

RATE_HZ = 24_000
any_samples = arrays(np.float32, st.integers(0, 3000), elements=st.floats(-1, 1, width=32))


def loudest_hz(samples: Samples) -> float:
    return int(np.argmax(np.abs(np.fft.rfft(samples)))) * RATE_HZ / len(samples)


def test_silence_around_a_sound_is_cut_off_but_for_an_edge() -> None:
    said = tone(440, 1, RATE_HZ)
    silence = np.zeros(RATE_HZ, np.float32)
    trimmed = trim(np.concatenate([silence, said, silence]), RATE_HZ)
    assert len(trimmed) / RATE_HZ == pytest.approx(1 + 2 * EDGE_S, abs=0.002)


def test_a_pause_inside_stays() -> None:
    said, pause = tone(440, 0.5, RATE_HZ), np.zeros(RATE_HZ, np.float32)
    assert len(trim(np.concatenate([said, pause, said]), RATE_HZ)) >= 2 * len(said) + RATE_HZ - 200


@given(any_samples, st.integers(1, 50_000))
def test_only_quiet_samples_are_cut_off(samples: Samples, rate_hz: int) -> None:
    trimmed = trim(samples, rate_hz)
    loud = np.abs(samples) > QUIET
    assert np.count_nonzero(np.abs(trimmed) > QUIET) == np.count_nonzero(loud)
    assert len(trimmed) == 0 or loud.any()
    assert len(trimmed) <= len(samples)


@given(any_samples, st.integers(1, 50_000))
def test_trimming_again_changes_nothing(samples: Samples, rate_hz: int) -> None:
    trimmed = trim(samples, rate_hz)
    assert np.array_equal(trim(trimmed, rate_hz), trimmed)


@pytest.mark.parametrize("frequency_hz", [100, 1000, 5000, 11_000])
@pytest.mark.parametrize("speed", [0.5, 0.75, 0.8, 0.93])
def test_played_slower_it_is_longer_and_lower_and_as_loud(frequency_hz: int, speed: float) -> None:
    samples = tone(frequency_hz, 1, RATE_HZ)
    slower = play_slower(samples, speed)
    assert len(slower) == pytest.approx(len(samples) / speed, abs=1)
    assert loudest_hz(slower) == pytest.approx(frequency_hz * speed, rel=0.01)
    assert np.std(slower) == pytest.approx(np.std(samples), rel=0.01)


def test_played_slower_it_is_still_a_pure_tone() -> None:
    slower = play_slower(tone(1000, 1, RATE_HZ), 0.8)
    spectrum = np.abs(np.fft.rfft(slower)) ** 2
    around = int(np.argmax(spectrum))
    beside = spectrum.sum() - spectrum[around - 3 : around + 4].sum()
    assert beside < 1e-8 * spectrum.sum()  # -80 dB


@given(any_samples, st.floats(0.5, 1))
def test_any_sound_can_be_played_slower(samples: Samples, speed: float) -> None:
    slower = play_slower(samples, speed)
    assert slower.dtype == np.float32
    assert len(slower) == round(len(samples) / speed)
    assert np.isfinite(slower).all()


@pytest.mark.parametrize("speed", [0.0, -1.0, 1.01])
def test_it_is_not_for_playing_faster(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        play_slower(tone(440, 0.1, RATE_HZ), speed)


@given(arrays(np.float32, st.integers(0, 100), elements=st.floats(-2, 2, width=32)))
def test_16_bits_are_near_within_full_scale_and_stay(samples: Samples) -> None:
    rounded = in_16_bits(samples)
    assert np.allclose(rounded, np.clip(samples, -1, 1), atol=1 / 32768)
    assert np.array_equal(np.rint(rounded * 32768), rounded * 32768)
    assert np.array_equal(in_16_bits(rounded), rounded)
