"""What is heard in a recording beside its words, and the contracts of those who listen for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from simulator.sound import Sound
from simulator.transcription import TimeSpan


@dataclass(frozen=True, slots=True)
class Contour:
    """Pitch and loudness, one value for each `step_s` of a recording from its beginning on.

    Value i is of the moment `i * step_s`. `loudness_db` (RMS level, dB below full scale) is None
    where nobody was heard, and `pitch_hz` also where the voice has no pitch (s, f, a whisper).
    """

    step_s: float
    pitch_hz: tuple[float | None, ...]
    loudness_db: tuple[float | None, ...]


@runtime_checkable
class PitchTracker(Protocol):
    """Follows the pitch of one voice.

    Takes 16 kHz, and only what lies within `speech` (in order, without overlaps): a fan or music
    in the pauses has a pitch too. The same sound and speech give the same contour. Time and memory
    grow with the speech, memory no more than by what the contour holds. Noise and silence have no
    pitch. How loud the recording is does not matter.
    """

    def contour(self, sound: Sound, speech: Sequence[TimeSpan]) -> Contour: ...


@dataclass(frozen=True, slots=True)
class Voices:
    """For how long anybody speaks in a recording, and for how long two do at once, in seconds."""

    speech_s: float
    overlap_s: float


@runtime_checkable
class OverlapDetector(Protocol):
    """Hears that two people speak at once. Takes 16 kHz; memory does not grow with the sound."""

    def voices(self, sound: Sound) -> Voices: ...
