"""Who takes part in an interview: the contracts that the conductor relies on."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from simulator.archive import Answer, Session, StoredSession
from simulator.audio import Level, Recording
from simulator.questions import Question
from simulator.voice import Utterance

Ending = Literal["enter", "silence", "over", "lost", "skip", "quit", "interrupt"]
"""How an answer ended: Enter was pressed; as much silence as `--auto-stop` says; the sound file was
over; the microphone was lost; the candidate skipped, quit, or pressed Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one question: a recording, or a text that was typed, or neither (skipped)."""

    ending: Ending
    recording: Recording | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """One look at a recording that is going on, about ten times a second."""

    elapsed_s: float
    target_s: tuple[float, float]
    level: Level
    paused: bool
    warning: str
    """What is wrong with the sound, as a sentence; empty where nothing is."""


@runtime_checkable
class Screen(Protocol):
    """What the candidate sees. None of these waits for the candidate."""

    def caption(self, utterance: Utterance) -> None:
        """What an interviewer is saying."""

    def question(self, number: int, of: int, question: Question) -> None:
        """A new question begins."""

    def listening(self, moment: Moment) -> None: ...

    def listened(self, heard: Heard) -> None:
        """The answer is over."""

    def notice(self, text: str) -> None:
        """Something that the candidate should know, once."""

    def assessing(self, done: int, of: int) -> None:
        """So many answers are assessed while the candidate waits; `done == of` ends it."""

    def feedback(self, answer: Answer) -> None: ...


@runtime_checkable
class Mouth(Protocol):
    """The interviewers' voices. A voice or loudspeaker that fails is told once, never raised."""

    def prepare(self, utterance: Utterance) -> None:
        """Will be said soon; returns at once."""

    def say(self, utterance: Utterance) -> None:
        """Says and shows it; returns when it has been said."""


@runtime_checkable
class Candidate(Protocol):
    """Whoever answers: a person at a microphone or a keyboard, or sound files.

    `asked` is what to say again when the candidate wants to hear it once more. Raises `AudioError`
    where nothing can be recorded at all; a device lost on the way is `Heard("lost", recording)`.
    """

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard: ...


@runtime_checkable
class Shelf(Protocol):
    """Where the session is kept, anew after every step. Raises `ArchiveError`."""

    def create(self, session: Session) -> StoredSession: ...

    def save(self, session: Session) -> StoredSession: ...

    def new_sound_file(self, session: Session, number: int, question_id: str) -> Path: ...


@runtime_checkable
class Clock(Protocol):
    def now(self) -> datetime:
        """With its time zone."""
        ...

    def monotonic_s(self) -> float: ...

    def sleep(self, duration_s: float) -> None: ...
