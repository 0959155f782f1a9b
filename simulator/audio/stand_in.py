"""Recordings that stand in for the microphone: the rest of an interview is the same."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from simulator.audio.base import DeviceError, Level, Recording, RecordingState
from simulator.audio.files import write_flac
from simulator.audio.level import level
from simulator.sound import Samples, Sound


class StandInMicrophone:
    """A `Microphone` that gives one sound after another, each whole and at once.

    `sounds` are taken as they are needed, so they may be made on the way; 16 kHz, one channel.
    """

    def __init__(self, sounds: Iterable[Sound]) -> None:
        self._sounds: Iterator[Sound] = iter(sounds)

    def record(
        self, file: Path, *, tap: Callable[[Samples], None] | None = None
    ) -> "StandInRecording":
        sound = next(self._sounds, None)
        if sound is None:
            raise DeviceError(
                "There are more questions than recorded answers.",
                "Give an answer for each, or fewer questions with --count.",
            )
        write_flac(file, sound)
        if tap is not None:
            tap(sound.samples)
        return StandInRecording(file, sound)


class StandInRecording:
    """A `LiveRecording` that is over as soon as it has begun."""

    silent_for_s = 0.0
    heard_anything = True

    def __init__(self, file: Path, sound: Sound) -> None:
        self._sound = sound
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
