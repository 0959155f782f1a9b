"""Recognises one sound chunk by chunk, while it is still being recorded or when it is whole.

What is done early is only done ahead: the chunks are those that the whole sound is cut into, so an
answer that was followed has the transcript that its file has. Where no more is settled, and nobody
speaks just now, it guesses that the answer is over: the rest up to here is recognised too. A wrong
guess costs time of the processor's and nothing else.
"""

from collections.abc import Callable

from simulator.sound import SPEECH_RATE_HZ, Samples, Sound
from simulator.transcription import chunks, timing, voice_activity
from simulator.transcription.base import FilledPause, TimeSpan, Transcript, Word

QUIET_S = chunks.MARGIN_S + voice_activity.SHORTEST_SILENCE_S
"""Silence after which the answer may be over; all that its last chunk will hold is there then."""
GUESS_AGAIN_S = 4.0
"""So much more speech makes a new guess worth its while after one that was wrong,"""
SURELY_QUIET_S = 1.0
"""and so long a silence makes it likely to be right."""

Heard = tuple[list[Word], list[FilledPause]]
HearChunk = Callable[[Samples, float, voice_activity.Probabilities], Heard]
"""The samples of a chunk, its start in seconds, the voice probabilities of the whole sound."""
NOTHING: Heard = ([], [])


class ChunkedHearing:
    """A `Hearing`, by whatever recognises one chunk."""

    def __init__(
        self, hear: HearChunk, voice: voice_activity.Stream, *, model: str, language: str
    ) -> None:
        self._hear = hear
        self._voice = voice
        self._model = model
        self._language = language
        self._taken = 0
        self._heard: dict[TimeSpan, Heard] = {}
        self._guessed_s = -GUESS_AGAIN_S

    def ahead(self, sound: Sound) -> bool:
        self._take_in(sound)
        voice = self._voice.probabilities
        now_s = len(voice) * voice_activity.FRAME_S
        sure = voice_activity.spans(voice)
        possible = voice_activity.spans(voice, voice_activity.POSSIBLE)
        if self._hear_one(sound, chunks.settled(possible, sure, now_s), voice):
            return True
        spoken_s = possible[-1].end_s if possible else 0.0
        silent_s = now_s - spoken_s
        if silent_s < QUIET_S:
            return False
        if spoken_s - self._guessed_s >= GUESS_AGAIN_S or silent_s >= SURELY_QUIET_S:
            self._guessed_s = spoken_s
            return self._hear_one(sound, chunks.cut(possible, sure, now_s), voice)
        return False

    def so_far(self, sound: Sound) -> Transcript:
        return self._written(sound, lambda chunk, _: self._heard.get(chunk, NOTHING))

    def transcript(
        self, sound: Sound, progress: Callable[[float], None] | None = None
    ) -> Transcript:
        def heard(chunk: TimeSpan, voice: voice_activity.Probabilities) -> Heard:
            found = self._heard.get(chunk) or self._of(sound, chunk, voice)
            if progress is not None:
                progress(chunk.end_s)
            return found

        return self._written(sound, heard)

    def _written(
        self, sound: Sound, hear: Callable[[TimeSpan, voice_activity.Probabilities], Heard]
    ) -> Transcript:
        self._take_in(sound)
        voice = self._voice.to_the_end()
        sure = voice_activity.spans(voice)
        possible = voice_activity.spans(voice, voice_activity.POSSIBLE)
        words: list[Word] = []
        pauses: list[FilledPause] = []
        for chunk in chunks.cut(possible, sure, sound.duration_s):
            heard, filled = hear(chunk, voice)
            words += heard
            pauses += filled
        heard_from = voice_activity.with_onsets(sure, voice)
        speech = voice_activity.confirmed(heard_from, possible, words)
        return Transcript(
            words=tuple(timing.settle(words, speech)),
            filled_pauses=tuple(pauses),
            speech=speech,
            duration_s=round(sound.duration_s, 3),
            model=self._model,
            language=self._language,
        )

    def _take_in(self, sound: Sound) -> None:
        if sound.sample_rate_hz != SPEECH_RATE_HZ:
            raise ValueError(f"the sound must be at {SPEECH_RATE_HZ} Hz")
        self._voice.hear(sound.samples[self._taken :])
        self._taken = len(sound.samples)

    def _hear_one(
        self, sound: Sound, wanted: list[TimeSpan], voice: voice_activity.Probabilities
    ) -> bool:
        """Recognises the first of the chunks that has not been; False where there is none."""
        for chunk in wanted:
            if chunk not in self._heard:
                self._heard[chunk] = self._of(sound, chunk, voice)
                return True
        return False

    def _of(self, sound: Sound, chunk: TimeSpan, voice: voice_activity.Probabilities) -> Heard:
        part = sound.part(chunk.start_s, chunk.end_s)
        return self._hear(part.samples, chunk.start_s, voice)
