"""Thirty seconds each of sounds that are no speech, made from numbers."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from simulator.sound import SPEECH_RATE_HZ as RATE_HZ
from simulator.sound import Sound

LONG_S = 30
COUNT = RATE_HZ * LONG_S
Samples = NDArray[np.float64]
TIME_S: Samples = np.arange(COUNT) / RATE_HZ
TUNE_HZ = (262, 330, 392, 523, 440, 349, 294, 392)


def _noise(seed: int, slope: float = 0.0) -> Samples:
    """Noise whose power falls with frequency to the `slope`: 0 white, 1 pink, 2 brown. RMS 1."""
    random = np.random.default_rng(seed)
    frequency = np.fft.rfftfreq(COUNT, 1 / RATE_HZ)
    frequency[0] = frequency[1]
    spectrum = random.normal(size=len(frequency)) + 1j * random.normal(size=len(frequency))
    made = np.fft.irfft(spectrum * frequency ** (-slope / 2), COUNT)
    return made / float(np.sqrt(np.mean(made**2)))


def _band(samples: Samples, low_hz: float, high_hz: float) -> Samples:
    frequency = np.fft.rfftfreq(len(samples), 1 / RATE_HZ)
    spectrum = np.fft.rfft(samples)
    spectrum[(frequency < low_hz) | (frequency > high_hz)] = 0
    made = np.fft.irfft(spectrum, len(samples))
    return made / float(np.sqrt(np.mean(made**2)))


def _tone(frequency_hz: float | Samples, partials: int) -> Samples:
    """A tone with overtones that fall by their number."""
    phase = np.cumsum(np.broadcast_to(frequency_hz, TIME_S.shape)) / RATE_HZ
    return np.asarray(
        sum(np.sin(2 * np.pi * n * phase) / n for n in range(1, partials + 1)), np.float64
    )


def _hits(seed: int, per_s: float, long_s: float, low_hz: float, high_hz: float) -> Samples:
    """Short bursts of noise at random moments, each dying away."""
    random = np.random.default_rng(seed)
    made = np.zeros(COUNT)
    length = int(RATE_HZ * long_s)
    fading = np.exp(-6 * np.arange(length) / length)
    for at_s in np.cumsum(random.exponential(1 / per_s, int(2 * per_s * LONG_S))):
        start = int(at_s * RATE_HZ)
        if start + length > COUNT:
            break
        burst = _band(random.normal(size=length), low_hz, high_hz)
        made[start : start + length] += burst * fading * random.uniform(0.3, 1)
    return made


def _tune() -> Samples:
    steps = np.repeat(np.resize(np.array(TUNE_HZ, np.float64), 2 * LONG_S), RATE_HZ // 2)
    since_s = TIME_S % 0.5
    return _tone(steps, 6) * np.exp(-3 * since_s) + 0.5 * _tone(steps / 2, 3) * np.exp(-2 * since_s)


KINDS: Mapping[str, Callable[[], Samples]] = {
    "silence": lambda: np.zeros(COUNT),
    "room tone": lambda: 0.002 * _noise(1, 1),
    "mains hum": lambda: 0.05 * _tone(50, 7),
    "loud mains hum": lambda: 0.3 * _tone(60, 11),
    "typing": lambda: 0.2 * _hits(3, 6, 0.03, 1500, 7000) + 0.001 * _noise(4),
    "breathing": lambda: (
        0.03 * _band(_noise(5), 300, 3000) * np.clip(np.sin(2 * np.pi * TIME_S / 4), 0, 1) ** 2
    ),
    "music": lambda: 0.1 * _tune(),
    "a violin": lambda: (
        0.1
        * _tone(
            np.repeat(np.random.default_rng(1).choice(TUNE_HZ, 2 * LONG_S), RATE_HZ // 2)
            * (1 + 0.01 * np.sin(2 * np.pi * 5.5 * TIME_S)),
            11,
        )
    ),
    "traffic": lambda: 0.05 * _noise(7, 2),
    "a fan": lambda: 0.02 * _band(_noise(8, 1), 80, 4000),
    "rain": lambda: 0.03 * _noise(9),
    "knocking": lambda: 0.4 * _hits(10, 1, 0.12, 80, 800) + 0.001 * _noise(11, 1),
    "a ringing telephone": lambda: (
        0.1
        * (np.sin(2 * np.pi * 440 * TIME_S) + np.sin(2 * np.pi * 480 * TIME_S))
        * (TIME_S % 6 < 2)
    ),
    "coughing": lambda: 0.3 * _hits(22, 0.5, 0.25, 300, 3500) + 0.001 * _noise(4),
}


def sound(kind: str) -> Sound:
    return Sound(np.clip(KINDS[kind](), -1, 1).astype(np.float32), RATE_HZ)
