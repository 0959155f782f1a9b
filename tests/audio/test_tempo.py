"""Slower and faster, at the same pitch."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.audio.tempo import at_tempo
from simulator.sound import Sound, silence

RATE_HZ = 16_000


def tone(pitch_hz: float, duration_s: float) -> Sound:
    times_s = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return Sound((0.3 * np.sin(2 * np.pi * pitch_hz * times_s)).astype(np.float32), RATE_HZ)


def pitch_of(sound: Sound) -> float:
    middle = sound.samples[len(sound.samples) // 4 : -len(sound.samples) // 4]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    return float(spectrum.argmax() * sound.sample_rate_hz / len(middle))


@pytest.mark.parametrize("tempo", [0.5, 0.75, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("pitch_hz", [110.0, 220.0, 400.0])
def test_length_changes_and_pitch_stays(tempo: float, pitch_hz: float) -> None:
    changed = at_tempo(tone(pitch_hz, 6.0), tempo)
    assert changed.sample_rate_hz == RATE_HZ
    assert changed.samples.dtype == np.float32
    assert changed.duration_s == pytest.approx(6.0 / tempo, rel=0.02)
    assert pitch_of(changed) == pytest.approx(pitch_hz, rel=0.02)


@pytest.mark.parametrize("tempo", [0.5, 2.0])
def test_what_is_heard_stays_in_its_place(tempo: float) -> None:
    """A beep two seconds in is heard at two seconds by the tempo: highlighted words stay right."""
    quiet = silence(2.0, RATE_HZ).samples
    sound = Sound(np.concatenate([quiet, tone(300, 0.5).samples, quiet]), RATE_HZ)
    changed = at_tempo(sound, tempo)
    loud_s = np.flatnonzero(np.abs(changed.samples) > 0.1) / RATE_HZ
    assert loud_s[0] == pytest.approx(2.0 / tempo, abs=0.1)
    assert loud_s[-1] == pytest.approx(2.5 / tempo, abs=0.1)


def test_the_usual_tempo_changes_nothing() -> None:
    sound = tone(200, 1.0)
    assert at_tempo(sound, 1.0) is sound


@given(st.integers(0, 3000), st.sampled_from([0.5, 0.75, 1.5, 2.0]))
def test_any_length_however_short(samples: int, tempo: float) -> None:
    changed = at_tempo(Sound(np.zeros(samples, np.float32), RATE_HZ), tempo)
    assert len(changed.samples) <= samples / tempo + 4000


@pytest.mark.parametrize("tempo", [0.0, -1.0, 0.49, 5.0, float("nan")])
def test_what_nobody_could_follow_is_refused(tempo: float) -> None:
    with pytest.raises(ValueError, match="between"):
        at_tempo(tone(200, 0.1), tempo)
