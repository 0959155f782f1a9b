"""Sound as a value: what voices make, microphones deliver and recognisers hear."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""One channel, shape (n,), full scale is -1.0 to 1.0."""

SPEECH_RATE_HZ = 16_000
"""Answers are recorded, kept and recognised at this rate: what the speech models take."""


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """One channel of sound and its sample rate in hertz."""

    samples: Samples
    sample_rate_hz: int

    @property
    def duration_s(self) -> float:
        return len(self.samples) / self.sample_rate_hz

    def part(self, start_s: float, end_s: float) -> "Sound":
        """The sound between two times in seconds, clipped to what there is."""
        start = max(0, round(start_s * self.sample_rate_hz))
        end = max(start, round(end_s * self.sample_rate_hz))
        return Sound(self.samples[start:end], self.sample_rate_hz)


def silence(duration_s: float, sample_rate_hz: int) -> Sound:
    """`duration_s` seconds of digital silence."""
    return Sound(np.zeros(round(duration_s * sample_rate_hz), np.float32), sample_rate_hz)
