"""Where a voice is heard: the Silero detector's frame probabilities, and spans made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.sound import SPEECH_RATE_HZ, Samples
from simulator.transcription.base import TimeSpan, Word

FRAME_SAMPLES = 512
FRAME_S = FRAME_SAMPLES / SPEECH_RATE_HZ
CONTEXT_SAMPLES = 64
"""What the detector sees of the frame before."""
STATE = 128
"""How many numbers it remembers, twice."""
MOST_FRAMES = 2000
"""One minute: memory stays the same however long a sound is."""
SHORTEST_SILENCE_S = 0.16
"""Shorter gaps lie inside a word (the closure of a stop consonant) and end no span."""
SHORTEST_SPEECH_S = 0.10
"""Shorter blips are clicks, not voices."""
ONSET = 0.05
"""A word that begins with a hiss ("so") reaches `SURE` only at its vowel, 0.2 s late, but this much
from its beginning on."""
LONGEST_ONSET_FRAMES = 8
"""A hiss at the beginning of a word lasts a quarter of a second at most."""
UNDERSTOOD_PROBABILITY = 0.5
"""A word that the recogniser gives this much was said, even where the detector doubts it."""

Probabilities = NDArray[np.float32]
"""That somebody speaks: shape (frames,), 0 to 1, one for each frame of `FRAME_S`."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Speech begins at a frame of probability `enter` or more and ends below `leave`."""

    enter: float
    leave: float


SURE = Thresholds(0.5, 0.35)
"""Silero's own."""
POSSIBLE = Thresholds(0.15, 0.10)
"""Also takes a voice that is far away or faint on a telephone line, and some noise."""


def spans(
    probabilities: Sequence[float] | Probabilities, thresholds: Thresholds = SURE
) -> tuple[TimeSpan, ...]:
    """Speech spans from one probability for each frame of 32 ms; times in seconds."""
    found: list[list[int]] = []
    inside = False
    for frame, probability in enumerate(probabilities):
        if probability >= (thresholds.leave if inside else thresholds.enter):
            gap_s = (frame - found[-1][1]) * FRAME_S if found else float("inf")
            if inside or gap_s < SHORTEST_SILENCE_S:
                found[-1][1] = frame + 1
            else:
                found.append([frame, frame + 1])
            inside = True
        else:
            inside = False
    return tuple(
        TimeSpan(round(first * FRAME_S, 3), round(last * FRAME_S, 3))
        for first, last in found
        if (last - first) * FRAME_S >= SHORTEST_SPEECH_S
    )


def with_onsets(
    speech: Sequence[TimeSpan], probabilities: Sequence[float] | Probabilities
) -> tuple[TimeSpan, ...]:
    """Spans of sure speech that begin where their first word does, hiss and all."""
    found: list[TimeSpan] = []
    for span in speech:
        first = round(span.start_s / FRAME_S)
        earliest = max(0, first - LONGEST_ONSET_FRAMES)
        while first > earliest and probabilities[first - 1] >= ONSET:
            first -= 1
        start_s = round(first * FRAME_S, 3)
        if found and start_s - found[-1].end_s < SHORTEST_SILENCE_S:
            start_s = found.pop().start_s
        found.append(TimeSpan(start_s, span.end_s))
    return tuple(found)


def confirmed(
    sure: Sequence[TimeSpan], possible: Sequence[TimeSpan], words: Sequence[Word]
) -> tuple[TimeSpan, ...]:
    """The sure speech, and those possible stretches in which the recogniser understood a word."""
    understood = [
        span
        for span in possible
        if not any(_overlap(span, other) for other in sure)
        and any(
            word.start_s is not None
            and word.end_s is not None
            and (word.probability or 0.0) >= UNDERSTOOD_PROBABILITY
            and _overlap(span, TimeSpan(word.start_s, word.end_s))
            for word in words
        )
    ]
    return tuple(sorted([*sure, *understood], key=lambda span: span.start_s))


def _overlap(one: TimeSpan, other: TimeSpan) -> bool:
    return one.start_s < other.end_s and other.start_s < one.end_s


class Detector:
    """The Silero detector that comes with faster-whisper."""

    def __init__(self, network: Any) -> None:
        self._network = network

    def __call__(self, samples: Samples) -> Probabilities:
        """One probability for each frame of a whole sound at 16 kHz; the last is filled up."""
        stream = self.stream()
        stream.hear(samples)
        return stream.to_the_end()

    def stream(self) -> "Stream":
        return Stream(self._network)


class Stream:
    """One sound as it comes in. However it is cut into blocks, the probabilities are the same."""

    def __init__(self, network: Any) -> None:
        self._network = network
        self._state = np.zeros((1, 1, STATE), np.float32), np.zeros((1, 1, STATE), np.float32)
        self._before = np.zeros(CONTEXT_SAMPLES, np.float32)
        self._rest = np.zeros(0, np.float32)
        self._heard = np.zeros(0, np.float32)

    @property
    def probabilities(self) -> Probabilities:
        """Of all whole frames so far."""
        return self._heard

    def hear(self, samples: Samples) -> None:
        waiting = np.concatenate([self._rest, samples])
        whole = len(waiting) // FRAME_SAMPLES * FRAME_SAMPLES
        for start in range(0, whole, MOST_FRAMES * FRAME_SAMPLES):
            block = waiting[start : min(whole, start + MOST_FRAMES * FRAME_SAMPLES)]
            found, self._state, self._before = self._run(block)
            self._heard = np.concatenate([self._heard, found])
        self._rest = waiting[whole:]

    def to_the_end(self) -> Probabilities:
        """Of all frames, were this the end; more may still come."""
        if not len(self._rest):
            return self._heard
        last = np.pad(self._rest, (0, FRAME_SAMPLES - len(self._rest)))
        return np.concatenate([self._heard, self._run(last)[0]])

    def _run(self, block: Samples) -> tuple[Probabilities, Any, Samples]:
        """Of a block of whole frames, and what the next one needs."""
        frames = block.reshape(-1, FRAME_SAMPLES)
        before = np.vstack([self._before, frames[:-1, -CONTEXT_SAMPLES:]])
        found, *state = self._network.run(
            None,
            {"input": np.hstack([before, frames]), "h": self._state[0], "c": self._state[1]},
        )
        return np.asarray(found, np.float32).ravel(), state, frames[-1, -CONTEXT_SAMPLES:].copy()


def load() -> Detector:
    """The detector with its network, which takes a moment to read."""
    from faster_whisper.vad import get_vad_model

    return Detector(get_vad_model().session)
