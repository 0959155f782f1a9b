"""Whether two people speak at once, by pyannote segmentation-3.0 (Plaquet & Bredin 2023)."""

from pathlib import Path
from typing import Any

import numpy as np

from simulator.prosody.base import Voices
from simulator.prosody.known import Known
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound

WEIGHTS = Path(__file__).with_name("weights") / "overlap.onnx"
WINDOW_SAMPLES = 10 * SPEECH_RATE_HZ
"""What the network takes at once; a shorter rest is filled up with silence."""
FIRST_SPEAKER, FIRST_PAIR = 1, 4
"""Its classes: nobody, one of three speakers, one of their three pairs."""


class SegmentationNetwork:
    """An `OverlapDetector`."""

    def __init__(self, network: Any) -> None:
        self._network = network
        self._window = Known(self._look)

    def voices(self, sound: Sound) -> Voices:
        if sound.sample_rate_hz != SPEECH_RATE_HZ:
            raise ValueError(f"takes {SPEECH_RATE_HZ} Hz, not {sound.sample_rate_hz}")
        speech_s = overlap_s = 0.0
        for start in range(0, len(sound.samples), WINDOW_SAMPLES):
            one = self._window(sound.samples[start : start + WINDOW_SAMPLES])
            speech_s += one.speech_s
            overlap_s += one.overlap_s
        return Voices(speech_s, overlap_s)

    def _look(self, piece: Samples) -> Voices:
        whole = np.pad(piece, (0, WINDOW_SAMPLES - len(piece))).astype(np.float32)
        (probabilities,) = self._network.run(None, {"samples": whole[None, None]})
        classes = probabilities[0].argmax(-1)
        frame_s = WINDOW_SAMPLES / SPEECH_RATE_HZ / len(classes)
        return Voices(
            float(np.sum(classes >= FIRST_SPEAKER)) * frame_s,
            float(np.sum(classes >= FIRST_PAIR)) * frame_s,
        )


def load() -> SegmentationNetwork:
    """The network that comes with mockview, on one thread: the same sums every time."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return SegmentationNetwork(
        onnxruntime.InferenceSession(str(WEIGHTS), options, providers=["CPUExecutionProvider"])
    )
