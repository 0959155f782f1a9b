"""Recordings that stand in for the microphone: the rest of an interview is the same."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from simulator.audio.base import DeviceError, Level, Recording, RecordingState
from simulator.audio.flac import write_flac
from simulator.audio.level import Listener, level
from simulator.audio.resampling import resampled
from simulator.sound import SPEECH_RATE_HZ, Sound

BLOCK = round(0.05 * SPEECH_RATE_HZ)


class StandInMicrophone:
    """A `Microphone` that gives one sound after another, each whole and at once.

    `sounds` are taken as they are needed, so they may be made on the way.
    """

    def __init__(self, sounds: Iterable[Sound]) -> None:
        self._sounds: Iterator[Sound] = iter(sounds)

    def record(self, file: Path) -> "StandInRecording":
        sound = next(self._sounds, None)
        if sound is None:
            raise DeviceError(
                "There are more questions than recorded answers.",
                "Give an answer for each, or fewer questions with --count.",
            )
        sound = resampled(sound)
        write_flac(file, sound)
        return StandInRecording(file, sound)


class StandInRecording:
    """A `LiveRecording` that is over as soon as it has begun."""

    def __init__(self, file: Path, sound: Sound) -> None:
        self._sound = sound
        listener = Listener()
        for start in range(0, len(sound.samples), BLOCK):
            listener.hear(sound.samples[start : start + BLOCK], sound.sample_rate_hz)
        self.silent_for_s = listener.silent_for_s
        self.heard_anything = listener.heard_anything
        self._recording = Recording(file, sound.duration_s, sound.sample_rate_hz)

    @property
    def state(self) -> RecordingState:
        return "ended"

    @property
    def elapsed_s(self) -> float:
        return self._sound.duration_s

    def level(self) -> Level:
        return level(self._sound.samples)

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def stop(self) -> Recording:
        return self._recording

    def discard(self) -> None:
        self._recording.file.unlink(missing_ok=True)
