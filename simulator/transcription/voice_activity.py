"""Where a voice is heard: the Silero detector's frame probabilities, and spans made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.sound import SPEECH_RATE_HZ, Samples
from simulator.transcription.base import Span, Word

FRAME_SAMPLES = 512
FRAME_S = FRAME_SAMPLES / SPEECH_RATE_HZ
SHORTEST_SILENCE_S = 0.16
"""Shorter gaps lie inside a word (the closure of a stop consonant) and end no span."""
SHORTEST_SPEECH_S = 0.10
"""Shorter blips are clicks, not voices."""
LONGEST_ONSET_FRAMES = 8
"""A hiss at the beginning of a word lasts a quarter of a second at most."""
UNDERSTOOD_PROBABILITY = 0.5
"""A word that the recogniser gives this much was said, even where the detector doubts it."""

Probabilities = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Speech begins at a frame of probability `enter` or more and ends below `leave`.

    Frames of probability `onset` or more right before the first belong to it.
    """

    enter: float
    leave: float
    onset: float


SURE = Thresholds(0.5, 0.35, 0.05)
"""Silero's own, but for `onset`: a word that begins with a hiss ("so") reaches 0.5 only at its
vowel, 0.2 s late."""
POSSIBLE = Thresholds(0.15, 0.10, 0.05)
"""Also takes a voice that is far away or faint on a telephone line, and some noise."""


def spans(
    probabilities: Sequence[float] | Probabilities, thresholds: Thresholds = SURE
) -> tuple[Span, ...]:
    """Speech spans from one probability for each frame of 32 ms; times in seconds."""
    found: list[list[int]] = []
    inside = False
    for frame, probability in enumerate(probabilities):
        if probability >= (thresholds.leave if inside else thresholds.enter):
            first = frame if inside else _onset(probabilities, frame, thresholds.onset)
            gap_s = (first - found[-1][1]) * FRAME_S if found else float("inf")
            if inside or gap_s < SHORTEST_SILENCE_S:
                found[-1][1] = frame + 1
            else:
                found.append([first, frame + 1])
            inside = True
        else:
            inside = False
    return tuple(
        Span(round(first * FRAME_S, 3), round(last * FRAME_S, 3))
        for first, last in found
        if (last - first) * FRAME_S >= SHORTEST_SPEECH_S
    )


def _onset(probabilities: Sequence[float] | Probabilities, frame: int, least: float) -> int:
    """The frame at which the speech that is sure from `frame` on began."""
    first = frame
    earliest = max(0, frame - LONGEST_ONSET_FRAMES)
    while first > earliest and probabilities[first - 1] >= least:
        first -= 1
    return first


def confirmed(
    sure: Sequence[Span], possible: Sequence[Span], words: Sequence[Word]
) -> tuple[Span, ...]:
    """The sure speech, and those possible stretches in which the recogniser understood a word."""
    understood = [
        span
        for span in possible
        if not any(_overlap(span, other) for other in sure)
        and any(
            word.start_s is not None
            and word.end_s is not None
            and (word.probability or 0.0) >= UNDERSTOOD_PROBABILITY
            and _overlap(span, Span(word.start_s, word.end_s))
            for word in words
        )
    ]
    return tuple(sorted([*sure, *understood], key=lambda span: span.start_s))


def _overlap(one: Span, other: Span) -> bool:
    return one.start_s < other.end_s and other.start_s < one.end_s


def load() -> Callable[[Samples], Probabilities]:
    """The detector that comes with faster-whisper: samples at 16 kHz -> probability per frame.

    It carries nothing over from one call to the next.
    """
    from faster_whisper.vad import get_vad_model

    model = get_vad_model()

    def probabilities(samples: Samples) -> Probabilities:
        if not len(samples):
            return np.zeros(0, np.float32)
        frames = -(-len(samples) // FRAME_SAMPLES)
        padded = np.pad(samples, (0, frames * FRAME_SAMPLES - len(samples)))
        return np.asarray(model(padded), np.float32).ravel()[:frames]

    return probabilities
