"""Sounds whose pitch is known at every moment: a buzz of harmonics, as vocal folds make it."""

import numpy as np
from numpy.typing import NDArray

from simulator.sound import SPEECH_RATE_HZ, Sound

HARMONICS = 20


def buzz(pitch_hz: NDArray[np.float64], *, level_db: float = -20.0) -> Sound:
    """One value of pitch for each sample; each harmonic half as strong an octave up (-6 dB)."""
    phase = 2 * np.pi * np.cumsum(pitch_hz) / SPEECH_RATE_HZ
    wave = np.zeros_like(phase)
    for harmonic in range(1, HARMONICS + 1):
        below_4_khz = harmonic * pitch_hz < 4000
        wave += np.where(below_4_khz, np.sin(harmonic * phase) / harmonic, 0.0)
    wave *= 10 ** (level_db / 20) / np.sqrt(np.mean(np.square(wave)))
    return Sound(wave.astype(np.float32), SPEECH_RATE_HZ)


def swinging(
    middle_hz: float, swing_semitones: float, duration_s: float, *, per_second: float = 0.7
) -> NDArray[np.float64]:
    """Pitch that rises and falls evenly by `swing_semitones` around a middle, in semitones."""
    moments = np.arange(round(duration_s * SPEECH_RATE_HZ)) / SPEECH_RATE_HZ
    triangle = 2 * np.abs(2 * ((moments * per_second) % 1) - 1) - 1
    return middle_hz * 2 ** (swing_semitones / 2 * triangle / 12)
