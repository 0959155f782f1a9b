"""The contracts of ears and mouth: a microphone that records, a loudspeaker that plays."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from simulator.errors import MockviewError
from simulator.sound import Sound


class AudioError(MockviewError):
    """A device or a sound file did not do what was asked of it."""


class DeviceError(AudioError):
    """No device, an unknown one, or one that stalled or vanished."""


class SoundFileError(AudioError):
    """A file that should hold sound does not, or cannot be read or written."""


CLIPPING_DBFS = -0.1
"""A peak above this counts as clipped."""


@dataclass(frozen=True, slots=True)
class Level:
    """How loud the last moment (about 0.1 s) was, in dB below full scale; silence is -120."""

    rms_dbfs: float
    peak_dbfs: float

    @property
    def clips(self) -> bool:
        """Whether samples reached full scale."""
        return self.peak_dbfs > CLIPPING_DBFS


RecordingState = Literal["recording", "paused", "ended", "lost"]
"""`ended`: nothing more will come, and that is right (a file that stands in for the microphone is
over). `lost`: the device stalled for 2 s or vanished; what came until then is safe."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished recording on disk: mono, lossless, 16 kHz."""

    file: Path
    duration_s: float
    sample_rate_hz: int
    overflows: int = 0
    """How often the machine was too busy to take sound from the device in time."""
    lost: str = ""
    """Why the device was lost while recording, as a sentence; empty where it was not."""


@runtime_checkable
class LiveRecording(Protocol):
    """A recording that is going on. Every method returns at once, but for `stop` (under 3 s)."""

    @property
    def state(self) -> RecordingState: ...

    @property
    def elapsed_s(self) -> float:
        """Seconds of sound recorded so far (pauses are not recorded)."""
        ...

    @property
    def silent_for_s(self) -> float:
        """Seconds since the last sound that is clearly above the room's own noise."""
        ...

    @property
    def heard_anything(self) -> bool:
        """Whether there has been any such sound at all."""
        ...

    def level(self) -> Level: ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def stop(self) -> Recording:
        """Ends the recording, whatever its state, and puts it in its final file.

        May be called again, and then returns the same value. Never raises for a lost device.
        Raises `SoundFileError` where the file cannot be finished (the part file stays).
        """
        ...

    def discard(self) -> None:
        """Ends the recording and leaves no file."""
        ...


@runtime_checkable
class Microphone(Protocol):
    """Somebody's voice: a device, or sound files that stand in for it.

    `record` opens the device, creates the file and returns when sound is coming in. While it
    goes on, sound is in `file` with the suffix `.part.wav` (readable after a kill at any moment but
    for the last half second); `stop` turns that into the lossless `file` (FLAC) in one step.

    Raises `DeviceError` where nothing can be recorded, `SoundFileError` where nothing can be
    written.
    """

    def record(self, file: Path) -> LiveRecording: ...


@runtime_checkable
class Playback(Protocol):
    """A sound that is being played."""

    @property
    def position_s(self) -> float: ...

    @property
    def done(self) -> bool:
        """Whether the last sample has left the loudspeaker, or the device was lost."""
        ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def seek(self, position_s: float) -> None:
        """Goes to a time, clipped to the sound."""
        ...

    def stop(self) -> None:
        """Ends at once; safe to call again."""
        ...


@runtime_checkable
class Loudspeaker(Protocol):
    """Where sound is heard. Raises `DeviceError` where it cannot be."""

    def play(self, sound: Sound) -> Playback:
        """Starts to play and returns at once. An empty sound is done at once."""
        ...
