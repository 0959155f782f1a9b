"""Recognising ahead: what is done early, what is guessed, and that it never changes the outcome."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.sound import SPEECH_RATE_HZ, Samples, Sound
from simulator.transcription import Hearing, Word
from simulator.transcription.hearing import ChunkedHearing, Heard
from simulator.transcription.voice_activity import FRAME_S, FRAME_SAMPLES, Probabilities, Stream


class KnownVoice(Stream):
    """Takes the samples' own height for the probability of a voice."""

    def __init__(self) -> None:
        super().__init__(None)
        self.samples = np.zeros(0, np.float32)

    @property
    def probabilities(self) -> Probabilities:
        return self.samples[: len(self.samples) // FRAME_SAMPLES * FRAME_SAMPLES : FRAME_SAMPLES]

    def hear(self, samples: Samples) -> None:
        self.samples = np.concatenate([self.samples, samples])

    def to_the_end(self) -> Probabilities:
        return self.samples[::FRAME_SAMPLES]


class Chunks:
    """Writes one word for each chunk and remembers them."""

    def __init__(self) -> None:
        self.heard: list[tuple[float, float]] = []

    def __call__(self, samples: Samples, offset_s: float, voice: Probabilities) -> Heard:
        end_s = offset_s + len(samples) / SPEECH_RATE_HZ
        self.heard.append((round(offset_s, 2), round(end_s, 2)))
        return [Word(f"{samples.sum():.0f}", offset_s + 0.4, offset_s + 0.5, 0.9)], []


def sound_of(*runs: tuple[float, float]) -> Sound:
    """Seconds of a voice (1.0) or none (0.0), one after another."""
    pieces = [
        np.full(round(seconds / FRAME_S) * FRAME_SAMPLES, height, np.float32)
        for seconds, height in runs
    ]
    return Sound(np.concatenate(pieces), SPEECH_RATE_HZ)


def hearing() -> tuple[ChunkedHearing, Chunks]:
    chunks = Chunks()
    return ChunkedHearing(chunks, KnownVoice(), model="known", language="en"), chunks


def until(hearing: Hearing, sound: Sound, end_s: float) -> None:
    while hearing.ahead(sound.part(0, end_s)):
        pass


SPEECH = [(2.0, 1.0), (0.3, 0.0)] * 20


def test_what_is_settled_is_recognised_while_the_speaker_goes_on() -> None:
    one, chunks = hearing()
    sound = sound_of(*SPEECH)
    until(one, sound, 15)
    assert chunks.heard == []
    until(one, sound, 30)
    assert len(chunks.heard) == 1
    assert len(one.so_far(sound.part(0, 30)).words) == 1
    assert len(chunks.heard) == 1


def test_in_a_silence_the_rest_is_recognised_and_at_the_end_nothing_is_left() -> None:
    one, chunks = hearing()
    sound = sound_of((5.0, 1.0), (2.0, 0.0))
    until(one, sound, 5.2)
    assert chunks.heard == []
    until(one, sound, 5.6)
    assert len(chunks.heard) == 1
    assert one.so_far(sound.part(0, 5.6)).words == one.transcript(sound).words
    assert len(chunks.heard) == 1


def test_a_wrong_guess_is_not_made_again_at_every_breath() -> None:
    one, chunks = hearing()
    sound = sound_of((5.0, 1.0), (0.6, 0.0), (1.0, 1.0), (0.6, 0.0), (1.0, 1.0), (3.0, 0.0))
    for end_s in np.arange(0.2, 11.0, 0.2):
        until(one, sound, float(end_s))
    assert chunks.heard[0][1] == pytest.approx(5.3, abs=0.1)
    assert len(chunks.heard) == 2  # the second when the silence had become long
    assert chunks.heard[1][1] == pytest.approx(8.5, abs=0.1)


def test_silence_is_nothing_to_do() -> None:
    one, chunks = hearing()
    sound = sound_of((6.0, 0.0))
    assert not one.ahead(sound)
    assert one.so_far(sound).words == ()
    assert one.transcript(sound).words == ()
    assert chunks.heard == []


@given(
    st.lists(st.tuples(st.floats(0.1, 12), st.floats(0.1, 3)), max_size=12),
    st.lists(st.floats(0.05, 20), max_size=20),
)
def test_done_ahead_or_not_the_transcript_is_the_same(
    speech: list[tuple[float, float]], looks: list[float]
) -> None:
    sound = sound_of((0.2, 0.0), *(run for a, b in speech for run in ((a, 1.0), (b, 0.0))))
    followed, _ = hearing()
    at_s = 0.0
    for step_s in looks:
        at_s = min(at_s + step_s, sound.duration_s)
        until(followed, sound, at_s)
    whole, _ = hearing()
    assert followed.transcript(sound) == whole.transcript(sound)


def test_another_rate_is_refused() -> None:
    one, _ = hearing()
    with pytest.raises(ValueError, match="16000"):
        one.ahead(Sound(np.zeros(100, np.float32), 48_000))
