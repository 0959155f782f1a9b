"""What was said, word by word, and the contract of whoever writes it down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from simulator.errors import MockviewError
from simulator.sound import Sound


class TranscriptionError(MockviewError):
    """There is no speech model, it is broken, or it could not be run."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of time, in seconds from the start of the recording."""

    start_s: float
    end_s: float

    @property
    def duration_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the recogniser wrote it, punctuation attached ("Um,").

    Times are seconds from the start of the recording; None where there is no sound (typed answers).
    `probability` is the recogniser's own, 0 to 1; None for typed words.
    """

    text: str
    start_s: float | None = None
    end_s: float | None = None
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class FilledPause:
    """An um, uh, er, ah or mm: heard, not a word."""

    text: str
    start_s: float | None
    end_s: float | None
    source: Literal["transcript", "acoustic"]
    confidence: float
    """That it is one, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything that was heard in one answer.

    `words` come from a pass that is after words alone and `filled_pauses` from one that is made to
    write them, so that hunting for fillers never costs a word; a filled pause is never among
    `words`. Both are in order of time. `speech` is where the voice activity detector heard a voice.
    For a typed answer (`timed` is false) `speech` is empty and `duration_s` None.
    """

    words: tuple[Word, ...]
    filled_pauses: tuple[FilledPause, ...]
    speech: tuple[TimeSpan, ...]
    duration_s: float | None
    model: str
    language: str = "en"

    @property
    def timed(self) -> bool:
        return self.duration_s is not None

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@runtime_checkable
class Hearing(Protocol):
    """One sound that is recognised while it is being recorded.

    Each method takes the whole of the sound so far: each time the same, and what came after it.
    """

    def ahead(self, sound: Sound) -> bool:
        """Recognises one stretch (half a minute at most) of what there is so far.

        False where there is nothing to do for now.
        """
        ...

    def so_far(self, sound: Sound) -> Transcript:
        """As `transcript`, without the words that `ahead` has not come to."""
        ...

    def transcript(
        self, sound: Sound, progress: Callable[[float], None] | None = None
    ) -> Transcript:
        """What `Recogniser.transcribe` gives for the whole sound, sooner where `ahead` was."""
        ...


@runtime_checkable
class Recogniser(Protocol):
    """Writes down what a sound says.

    The same sound, model and version give the same transcript, on any number of calls and
    threads. `progress`, if given, is called with the seconds done so far. Silence, noise and music
    give no words.

    Raises `TranscriptionError`.
    """

    @property
    def model(self) -> str:
        """The name of the model, as it stands in results (`base`, `tiny.en`, a folder's name)."""
        ...

    def transcribe(
        self,
        sound: Sound,
        *,
        language: str = "en",
        progress: Callable[[float], None] | None = None,
    ) -> Transcript: ...

    def hearing(self, *, language: str = "en") -> Hearing:
        """Begins to hear a sound that is still being recorded."""
        ...
