"""Assesses an answer while it is being given, so that little is left when it is over.

The recording is followed through its part file: whoever records does nothing for it and waits for
nobody, and however far behind the assessment falls, no sound is lost. Everything done on the way is
only done ahead: what comes out at the end is what the finished file gives.
"""

from pathlib import Path

import numpy as np

from simulator.assessment.assessing import Assessment, assess_heard, assess_sound
from simulator.assessment.engines import Engines
from simulator.assessment.standards import USUAL, Standards
from simulator.audio import files, flac, part_file
from simulator.measures import place
from simulator.questions import Question
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound
from simulator.transcription import Recogniser, Transcript, Word


class Following:
    """One answer, from the first sound of its recording on."""

    def __init__(
        self,
        file: Path,
        question: Question | None,
        engines: Engines,
        *,
        standards: Standards = USUAL,
        language: str = "en",
    ) -> None:
        assert engines.recogniser is not None  # noqa: S101 (nobody records without a model)
        self.file = file
        self._recogniser: Recogniser = engines.recogniser
        self._question = question
        self._engines = engines
        self._standards = standards
        self._language = language
        self._hearing = self._recogniser.hearing(language=language)
        self._sound = GrowingSound()
        self._points_placed = False
        self._rehearsed: tuple[Word, ...] = ()

    def ahead(self) -> bool:
        """Does one thing that can be done by now: a few seconds of work at most, mostly less.

        False where there is nothing to do for the moment.
        """
        self._read_on()
        sound = self._sound.so_far()
        return self._place_points() or self._hearing.ahead(sound) or self._rehearse(sound)

    def finish(self) -> Assessment:
        """The assessment of the recording, now that it is over. Raises `MockviewError`."""
        if len(self._sound) == flac.samples_in(self.file):
            sound = self._sound.so_far()
        else:
            sound = files.read(self.file)
            if not self._sound.begins(sound):  # not what was followed
                return self._anew(sound)
        return self._assess(sound, self._hearing.transcript(sound))

    def _read_on(self) -> None:
        while len(more := part_file.read_on(self.file, len(self._sound))):
            self._sound.append(more)

    def _place_points(self) -> bool:
        if self._points_placed:
            return False
        self._points_placed = True
        if self._question is not None:
            place(self._question, self._engines.judge)
        return True

    def _rehearse(self, sound: Sound) -> bool:
        """Assesses what has been recognised, as if this were the end: the engines remember what
        they saw."""
        transcript = self._hearing.so_far(sound)
        if transcript.words == self._rehearsed:
            return False
        self._rehearsed = transcript.words
        self._assess(sound, transcript)
        return True

    def _assess(self, sound: Sound, transcript: Transcript) -> Assessment:
        return assess_heard(
            sound,
            transcript,
            self._question,
            judge=self._engines.judge,
            tracker=self._engines.tracker,
            overlap=self._engines.overlap,
            standards=self._standards,
        )

    def _anew(self, sound: Sound) -> Assessment:
        return assess_sound(
            sound,
            self._question,
            recogniser=self._recogniser,
            judge=self._engines.judge,
            tracker=self._engines.tracker,
            overlap=self._engines.overlap,
            standards=self._standards,
            language=self._language,
        )


class GrowingSound:
    """16 kHz samples that become more; appending does not copy what is there each time."""

    def __init__(self) -> None:
        self._room: Samples = np.zeros(60 * SPEECH_RATE_HZ, np.float32)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def append(self, samples: Samples) -> None:
        needed = self._length + len(samples)
        if needed > len(self._room):
            self._room = np.concatenate([self._room, np.zeros(needed, np.float32)])
        self._room[self._length : needed] = samples
        self._length = needed

    def so_far(self) -> Sound:
        return Sound(self._room[: self._length], SPEECH_RATE_HZ)

    def begins(self, sound: Sound) -> bool:
        """Whether the whole of this is the beginning of `sound`."""
        return np.array_equal(self._room[: self._length], sound.samples[: self._length])
