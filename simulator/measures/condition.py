"""Whether a recording is fit to be measured: what is wrong with it, and what to do.

Everything is told by the samples and by where a voice was heard, so that a muted microphone is
never taken for a bad answer.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.measures.model import Condition
from simulator.prosody import Voices
from simulator.sound import Sound
from simulator.transcription import TimeSpan

SHORTEST_S = 1.5
"""A recording shorter than this holds no answer: a key pressed too early."""
NEAR_PEAK = 0.97
CLIPPED_SHARE = 0.003
"""Speech that is whole comes within 3 % of its own peak in at most one sample in a thousand;
where more do, the tops are cut off (measured: docs/measures.md)."""
CLIPPED_PEAK = 0.25
"""Below this (-12 dBFS) a microphone's electronics clip nothing."""
QUIETEST_DBFS = -50.0
"""Speech below this (mean level of the stretches with a voice) is at the edge of what recognisers
and detectors were made for."""
LEAST_SECONDS_S = 0.5
"""Of speech, to say how loud it is."""
OTHER_VOICE_SHARE = 0.05
OTHER_VOICE_S = 1.0
"""Two voices at once, of all speech: 80 recordings of one person have 0.02 at most (measured:
docs/measures.md), and whoever agrees with a short "yes" does not spoil an answer."""


def conditions(
    sound: Sound, speech: Sequence[TimeSpan], voices: Voices | None = None
) -> tuple[Condition, ...]:
    """What is wrong with a recording, worst first; empty where nothing is.

    `speech` is where a voice was heard, `voices` whether more than one (None: not known).
    """
    if sound.duration_s < SHORTEST_S:
        return (
            Condition(
                "too_short",
                f"The recording is only {sound.duration_s:.1f} seconds long",
                "Press Enter when you have finished your answer, not before",
            ),
        )
    samples = sound.samples.astype(np.float64)
    if not speech:
        level = _level_dbfs(samples)
        silent = level < QUIETEST_DBFS
        return (
            Condition(
                "no_speech",
                "Nobody was heard in the recording"
                + (", and hardly any sound at all" if silent else ""),
                "Check that the microphone is the right one and not muted: mockview doctor",
            ),
        )
    spoken = _within(samples, sound.sample_rate_hz, speech)
    found: list[Condition] = []
    if voices is not None and voices.overlap_s >= max(
        OTHER_VOICE_S, OTHER_VOICE_SHARE * voices.speech_s
    ):
        found.append(
            Condition(
                "other_voice",
                f"Somebody else speaks at the same time (for {voices.overlap_s:.0f} seconds)",
                "Answer where nobody else is heard, and use headphones",
            )
        )
    level_dbfs = _level_dbfs(spoken)
    enough = len(spoken) >= LEAST_SECONDS_S * sound.sample_rate_hz
    if enough and _clipped_share(spoken) >= CLIPPED_SHARE:
        found.append(
            Condition(
                "clipped",
                "The recording is overdriven: the loudest sounds are cut off",
                "Turn the microphone down, or move further away from it",
            )
        )
    if enough and level_dbfs < QUIETEST_DBFS:
        found.append(
            Condition(
                "too_quiet",
                f"The voice is very quiet ({level_dbfs:.0f} dBFS)",
                "Turn the microphone up, or come closer to it",
            )
        )
    return tuple(found)


def _clipped_share(samples: NDArray[np.float64]) -> float:
    """The share of samples within 3 % of the peak: speech has few, cut-off tops have many."""
    peak = float(np.max(np.abs(samples)))
    if peak < CLIPPED_PEAK:
        return 0.0
    return float(np.mean(np.abs(samples) >= NEAR_PEAK * peak))


def _level_dbfs(samples: NDArray[np.float64]) -> float:
    if not len(samples):
        return -120.0
    return 10 * float(np.log10(max(float(np.mean(np.square(samples))), 1e-12)))


def _within(
    samples: NDArray[np.float64], rate_hz: int, speech: Sequence[TimeSpan]
) -> NDArray[np.float64]:
    parts = [samples[int(s.start_s * rate_hz) : int(s.end_s * rate_hz)] for s in speech]
    return np.concatenate(parts) if parts else samples[:0]
