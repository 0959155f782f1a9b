"""What is done to a sound after it was synthesised: quiet ends cut off, played slower, rounded."""

import numpy as np

from simulator.sound import Samples

QUIET = 0.01
"""Amplitude (of full scale; -40 dBFS) below which the beginning and end of a sound are silence."""
EDGE_S = 0.05
"""What stays of that silence, so that no consonant is clipped."""


def trim(samples: Samples, sample_rate_hz: int) -> Samples:
    """Without the silence before the first and after the last sound, but for 50 ms of each.

    Nothing is left of a sound that is silent throughout.
    """
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    if not len(loud):
        return samples[:0]
    edge = round(EDGE_S * sample_rate_hz)
    return samples[max(0, int(loud[0]) - edge) : int(loud[-1]) + 1 + edge]


def play_slower(samples: Samples, speed: float) -> Samples:
    """The samples as if played at `speed` (0 to 1) times their rate: longer, and lower in pitch.

    Resampled by a longer inverse Fourier transform of the whole sound, which is the ideal low-pass
    filter: nothing is invented above the old band. The sound should begin and end quietly, for the
    transform joins its ends.
    """
    if not 0 < speed <= 1:
        raise ValueError(f"speed is {speed}, not above 0 and up to 1")
    if speed == 1 or not len(samples):
        return samples
    spectrum = np.fft.rfft(samples)
    longer = round(len(samples) / speed)
    stretched = np.zeros(longer // 2 + 1, spectrum.dtype)
    stretched[: len(spectrum)] = spectrum
    return np.asarray(np.fft.irfft(stretched, longer) * (longer / len(samples)), np.float32)


def in_16_bits(samples: Samples) -> Samples:
    """Rounded to the steps of a 16-bit sound file and limited to full scale.

    Nobody hears the difference, and what is kept of it takes a third of the room.
    """
    return np.asarray(np.clip(np.rint(samples * 32768), -32768, 32767) / 32768, np.float32)
