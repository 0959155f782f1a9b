"""hibari-tts: a small neural voice that comes as a package, made into two people.

The package holds one voice, a woman's. A man's is made of it by speaking faster and playing slower:
pitch and formants fall together, as they do from a shorter to a longer vocal tract, and the pace
stays. At 0.8 its median pitch falls from about 190 to 150 Hz and every word is still recognised.
"""

import importlib.metadata
import importlib.util
from typing import Any

import numpy as np

from simulator.sound import Samples, Sound
from simulator.voice.base import Probe, Utterance, VoiceError

NAME = "neural"
NATURAL_WPM = 176
"""Its own pace, measured over the built-in questions."""
MALE_STRETCH = 0.8
"""How much slower the male voice is played than spoken."""
SLOWEST, FASTEST = 0.6, 1.7
SEED = 7
QUIET = 0.01
"""Amplitude below which the beginning and end of a sound are silence."""
EDGE_S = 0.05
INSTALL = "Install it with: pip install 'mockview[neural-voice]'"


def probe() -> Probe:
    if importlib.util.find_spec("hibari") is None:
        return Probe(NAME, False, "neural voice", "The neural voice is not installed.", INSTALL)
    version = importlib.metadata.version("hibari-tts")
    return Probe(NAME, True, f"neural voice, US English (hibari-tts {version})")


def load() -> "NeuralVoice":
    """Loads the model (about half a second). Raises `VoiceError` where it cannot."""
    try:
        from hibari import Hibari
        from hibari.voices import DEFAULT, voice_path

        return NeuralVoice(Hibari(model=voice_path(DEFAULT, download_missing=False)))
    except Exception as error:  # whatever is wrong with it, this voice cannot be had
        raise VoiceError(f"The neural voice cannot be loaded: {error}.", INSTALL) from error


class NeuralVoice:
    """A `VoiceEngine`."""

    name = NAME

    def __init__(self, hibari: Any) -> None:
        self._hibari = hibari

    @property
    def version(self) -> str:
        return f"hibari-tts {importlib.metadata.version('hibari-tts')} stretch {MALE_STRETCH}"

    def synthesise(self, utterance: Utterance) -> Sound:
        wish = utterance.speaker.voice
        rate_hz = int(self._hibari.sample_rate)
        pace = float(np.clip(wish.rate_wpm / NATURAL_WPM, SLOWEST, FASTEST))
        stretch = MALE_STRETCH if wish.gender == "male" else 1.0
        try:
            samples = self._hibari(utterance.text, speed=pace / stretch, seed=SEED)
        except Exception as error:
            raise VoiceError(
                f"The neural voice could not say '{utterance.text[:40]}': {error}.",
                "Try another one with --voice.",
            ) from error
        return Sound(_trim(_slow_down(np.asarray(samples, np.float32), stretch), rate_hz), rate_hz)


def _slow_down(samples: Samples, speed: float) -> Samples:
    """The samples as if played at `speed` times their rate, pitch falling with it.

    Resampled in the frequency domain, block by block with overlap: a wanted side effect is that
    nothing above the new band is invented.
    """
    if speed == 1.0 or not len(samples):
        return samples
    spectrum = np.fft.rfft(samples)
    longer = round(len(samples) / speed)
    stretched = np.zeros(longer // 2 + 1, spectrum.dtype)
    stretched[: len(spectrum)] = spectrum
    result: Samples = np.fft.irfft(stretched, longer).astype(np.float32) * (longer / len(samples))
    return np.asarray(np.clip(result, -1.0, 1.0), np.float32)


def _trim(samples: Samples, rate_hz: int) -> Samples:
    """Without the silence before the first and after the last sound, but for 50 ms."""
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    if not len(loud):
        return samples[:0]
    edge = round(EDGE_S * rate_hz)
    return samples[max(0, loud[0] - edge) : loud[-1] + edge]
