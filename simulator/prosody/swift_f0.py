"""SwiftF0 (Nieradzik 2025): a network of 14,000 weights that reads pitch from a spectrogram."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from simulator.prosody.base import Contour
from simulator.prosody.known import Known
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound
from simulator.transcription import TimeSpan

FRAME_SAMPLES = 256
STEP_S = FRAME_SAMPLES / SPEECH_RATE_HZ
LOWEST_HZ, HIGHEST_HZ = 50.0, 600.0
"""What adults speak at; beyond it lie a hum, a whistle, a tracker's mistake."""
VOICED = 0.5
"""The network's confidence from which a frame has a pitch: its makers' own."""
PIECE_FRAMES = 250
"""Speech is followed in pieces of 4 s: memory stays the same however long the answer is, and its
spectrogram fits a processor's cache (measured: 20 % faster than pieces of 30 s)."""
BEFORE_FRAMES, AFTER_FRAMES = 11, 10
"""What the network sees on either side of a frame: so pieces give what the whole would."""
LEVEL_DB = -20.0
"""Speech is brought to this level (RMS): the network knows no recordings that are very quiet."""
QUIETEST_RMS = 1e-5
"""Below this (-100 dBFS) there is no sound to bring to any level."""


class SwiftF0Tracker:
    """A `PitchTracker`."""

    def __init__(self, detector: Any) -> None:
        self._detect = Known(
            lambda piece: detector.detect(piece, SPEECH_RATE_HZ, LOWEST_HZ, HIGHEST_HZ)
        )

    def contour(self, sound: Sound, speech: Sequence[TimeSpan]) -> Contour:
        if sound.sample_rate_hz != SPEECH_RATE_HZ:
            raise ValueError(f"takes {SPEECH_RATE_HZ} Hz, not {sound.sample_rate_hz}")
        samples = sound.samples
        frames = len(samples) // FRAME_SAMPLES
        pitch: list[float | None] = [None] * frames
        loudness: list[float | None] = [None] * frames
        spans = [_frames_of(span, frames) for span in speech]
        level = _rms(samples, spans)
        if level < QUIETEST_RMS:
            return Contour(STEP_S, tuple(pitch), tuple(loudness))
        gain = 10 ** (LEVEL_DB / 20) / level
        gain_db = 20 * float(np.log10(gain))
        for first, last in spans:
            for start in range(first, last, PIECE_FRAMES):
                end = min(start + PIECE_FRAMES, last)
                left = max(0, start - BEFORE_FRAMES)
                right = min(frames, end + AFTER_FRAMES)
                piece = samples[left * FRAME_SAMPLES : right * FRAME_SAMPLES]
                found = self._detect(piece * np.float32(gain))
                for frame in range(start, end):
                    heard = frame - left
                    loudness[frame] = float(found.loudness_db[heard]) - gain_db
                    if found.confidence[heard] >= VOICED:
                        pitch[frame] = float(found.pitch_hz[heard])
        return Contour(STEP_S, tuple(pitch), tuple(loudness))


def load() -> SwiftF0Tracker:
    """The network from its package, on one thread: the same sums every time."""
    from swift_f0 import SwiftF0

    return SwiftF0Tracker(SwiftF0(threads=1, spin=False))


def _frames_of(span: TimeSpan, frames: int) -> tuple[int, int]:
    """The first frame of a span and one past its last."""
    first = max(0, -int(-span.start_s // STEP_S))
    return first, max(first, min(frames, -int(-span.end_s // STEP_S)))


def _rms(samples: Samples, spans: Sequence[tuple[int, int]]) -> float:
    """Of all spans together; piece by piece, as it is done in double precision."""
    count, energy = 0, 0.0
    for first, last in spans:
        for start in range(first, last, PIECE_FRAMES):
            end = min(start + PIECE_FRAMES, last)
            piece = samples[start * FRAME_SAMPLES : end * FRAME_SAMPLES]
            energy += float(np.square(piece, dtype=np.float64).sum())
            count += len(piece)
    return float(np.sqrt(energy / count)) if count else 0.0
