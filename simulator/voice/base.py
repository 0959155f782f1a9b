"""The contract of a speech engine, and the manual for writing one.

To add an engine: write one file `simulator/voice/<name>.py` with

- `probe() -> Probe`: can it work on this machine? Cheap (no model is loaded, nothing is played,
  no network), never raises, prints nothing.
- a class that fulfils `VoiceEngine`, and `load() -> VoiceEngine` that makes one. Heavy imports
  happen in `load`, not when the module is imported.

and add its name to `ENGINES` in `simulator/voice/choosing.py`, most natural first. The contract
tests in `tests/voice/` then run on it.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from simulator.errors import MockviewError
from simulator.questions import Interviewer
from simulator.sound import Sound


class VoiceError(MockviewError):
    """No interviewer can be heard, or one text could not be spoken."""


@dataclass(frozen=True, slots=True)
class Probe:
    """Whether an engine works here; `why_not` and `fix` are sentences, empty where it does."""

    engine: str
    works: bool
    about: str
    """What it is, for a person: `neural voice, US English (hibari-tts 0.2.1)`."""
    why_not: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing that an interviewer says."""

    text: str
    speaker: Interviewer


@runtime_checkable
class VoiceEngine(Protocol):
    """Turns text into sound.

    - `synthesise` returns when the whole sound is there; the same engine, utterance and version
      give the same sound, sample by sample. It plays nothing, prints nothing, and leaves no file.
    - The gender and rate of the speaker's `VoiceWish` are followed as near as the engine can;
      two speakers of different gender never sound alike.
    - Any text is taken: an empty one gives an empty sound; markup is read, not obeyed.
    - It may be called from any one thread at a time, not from two at once.
    - An engine that has no sound (`silent`) returns an empty `Sound`.

    Raises `VoiceError` where a text cannot be spoken, within a bounded time (30 s).
    """

    name: str

    @property
    def version(self) -> str:
        """Names everything that changes the sound (engine, its version, its model): a cache key."""
        ...

    def synthesise(self, utterance: Utterance) -> Sound: ...
