"""Recordings that are unfit, and ordinary ones that are not."""

import numpy as np
import pytest

from simulator.measures.condition import CLIPPED_SHARE, conditions
from simulator.sound import SPEECH_RATE_HZ, Sound, silence
from simulator.transcription import TimeSpan
from tests.spoken import spoken

WHOLE = [TimeSpan(0.2, 6.0)]


@pytest.fixture(scope="module")
def voice() -> Sound:
    """Well over six seconds, peak at half of full scale."""
    said = spoken(
        "I led the move of our warehouse to a new town, and it was done on the day we had planned, "
        "with nobody hurt and nothing lost."
    )
    return louder(said, 0.5 / float(np.max(np.abs(said.samples))))


def louder(sound: Sound, times: float, ceiling: float = 1.0) -> Sound:
    return Sound(np.clip(sound.samples * times, -ceiling, ceiling), sound.sample_rate_hz)


def kinds(sound: Sound, speech: list[TimeSpan]) -> list[str]:
    return [condition.kind for condition in conditions(sound, speech)]


@pytest.mark.parametrize("gain", [0.1, 0.5, 1.0, 1.9])
def test_an_ordinary_recording_is_fit_at_any_sensible_level(voice: Sound, gain: float) -> None:
    assert kinds(louder(voice, gain), WHOLE) == []


@pytest.mark.parametrize("ceiling", [1.0, 0.6])
def test_cut_off_tops_are_told(voice: Sound, ceiling: float) -> None:
    assert kinds(louder(voice, 16, ceiling), WHOLE) == ["clipped"]


def test_a_few_cut_off_tops_are_not(voice: Sound) -> None:
    at_edge = louder(voice, 2.1)
    share = float(np.mean(np.abs(at_edge.samples) >= 0.97))
    assert 0 < share < CLIPPED_SHARE
    assert kinds(at_edge, WHOLE) == []


def test_a_voice_at_the_edge_of_hearing_is_told(voice: Sound) -> None:
    assert kinds(louder(voice, 0.004), WHOLE) == ["too_quiet"]


def test_one_second_of_sound_is_too_short(voice: Sound) -> None:
    cut = Sound(voice.samples[:SPEECH_RATE_HZ], SPEECH_RATE_HZ)
    assert kinds(cut, [TimeSpan(0.2, 0.9)]) == ["too_short"]


def test_a_muted_microphone_is_told_from_a_silent_person() -> None:
    (muted,) = conditions(silence(10, SPEECH_RATE_HZ), [])
    noise = np.random.default_rng(1).normal(0, 0.05, 10 * SPEECH_RATE_HZ).astype(np.float32)
    (silent,) = conditions(Sound(noise, SPEECH_RATE_HZ), [])
    assert (muted.kind, silent.kind) == ("no_speech", "no_speech")
    assert "hardly any sound" in muted.told
    assert "hardly any sound" not in silent.told
