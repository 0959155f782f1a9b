"""From one sample rate to another: a stream block by block, or a sound as a whole."""

from typing import Any

import numpy as np

from simulator.sound import SPEECH_RATE_HZ, Samples, Sound


class Resampler:
    """Turns blocks at one rate into blocks at another, in order, with nothing lost between them.

    The same blocks give the same samples, and how a sound is cut into blocks makes no difference.
    FFmpeg's resampler does the work; where the two rates are one, nothing is changed.
    """

    def __init__(self, from_hz: int, to_hz: int = SPEECH_RATE_HZ) -> None:
        self._from_hz = from_hz
        self._worker: Any = None
        if from_hz != to_hz:
            import av

            self._worker = av.AudioResampler(format="flt", layout="mono", rate=to_hz)

    def __call__(self, block: Samples) -> Samples:
        """What can be told so far; up to about 20 ms stay inside until more comes."""
        if self._worker is None:
            return block
        if not len(block):
            return np.zeros(0, np.float32)
        import av

        row = np.ascontiguousarray(block, np.float32)[np.newaxis]
        frame = av.AudioFrame.from_ndarray(row, format="flt", layout="mono")
        frame.sample_rate = self._from_hz
        return self._pull(frame)

    def rest(self) -> Samples:
        """What is still inside, when no more will come."""
        return np.zeros(0, np.float32) if self._worker is None else self._pull(None)

    def _pull(self, frame: Any) -> Samples:
        parts = [part.to_ndarray().reshape(-1) for part in self._worker.resample(frame)]
        whole: Samples = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        return whole


def resampled(sound: Sound, to_hz: int = SPEECH_RATE_HZ) -> Sound:
    """The same sound at another sample rate."""
    if sound.sample_rate_hz == to_hz or not len(sound.samples):
        return Sound(sound.samples, to_hz)
    resampler = Resampler(sound.sample_rate_hz, to_hz)
    return Sound(np.concatenate([resampler(sound.samples), resampler.rest()]), to_hz)
