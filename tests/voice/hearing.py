"""What tests hear in a sound, and who speaks to them."""

from collections.abc import Iterator

import numpy as np

from simulator.questions import Interviewer, VoiceWish
from simulator.questions.model import Gender
from simulator.sound import Samples, Sound
from simulator.voice import Utterance

QUESTION = (
    "Tell me about a decision you made where every option had a real cost. "
    "How did you choose, and what came of it?"
)
LOWEST_HZ, HIGHEST_HZ = 60, 400
FRAME_S = 0.04


def saying(text: str, gender: Gender | None = "female", rate_wpm: int = 170) -> Utterance:
    return Utterance(text, Interviewer("x", "Dana", "Director", VoiceWish(gender, rate_wpm)))


def median_pitch_hz(sound: Sound) -> float:
    """Over the clearly voiced frames, by autocorrelation."""
    pitches = list(_pitches_hz(sound))
    assert len(pitches) > 20, "hardly anything voiced"
    return float(np.median(pitches))


def _pitches_hz(sound: Sound) -> Iterator[float]:
    size = round(FRAME_S * sound.sample_rate_hz)
    shortest = sound.sample_rate_hz // HIGHEST_HZ
    longest = sound.sample_rate_hz // LOWEST_HZ
    loud = 0.1 * np.abs(sound.samples).max()
    for start in range(0, len(sound.samples) - size, size):
        frame = sound.samples[start : start + size].astype(float)
        if np.abs(frame).max() < loud:
            continue
        alike = np.fft.irfft(np.abs(np.fft.rfft(frame - frame.mean(), 2 * size)) ** 2)[:size]
        alike /= np.arange(size, 0, -1)  # the further apart, the fewer samples were compared
        lag = shortest + int(np.argmax(alike[shortest:longest]))
        if alike[lag] > 0.6 * alike[0]:
            # The first of nearly equal peaks: else an octave too low.
            for part in (4, 3, 2):
                shorter = round(lag / part)
                if shorter >= shortest and alike[shorter] > 0.9 * alike[lag]:
                    lag = shorter
                    break
            yield sound.sample_rate_hz / lag


def tone(frequency_hz: float, duration_s: float, sample_rate_hz: int) -> Samples:
    """A tone at half of full scale."""
    times_s = np.arange(round(duration_s * sample_rate_hz)) / sample_rate_hz
    return np.asarray(0.5 * np.sin(2 * np.pi * frequency_hz * times_s), np.float32)
