"""The contract of whoever assesses answers while the interview goes on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from simulator.assessment.assessing import Assessment
from simulator.questions import Question
from simulator.transcription import TranscriptionError


@dataclass(frozen=True, slots=True)
class Job:
    """An answer to assess: a sound file, or a text that was typed."""

    question: Question | None
    file: Path | None = None
    text: str | None = None
    language: str = "en"


class ProcessDiedError(TranscriptionError):
    """Whoever was assessing is gone, memory or a library being the reason; another try may do."""


@runtime_checkable
class Pending(Protocol):
    """An assessment that is being made."""

    def done(self) -> bool: ...

    def result(self, wait_s: float | None = None) -> Assessment:
        """Waits for it. Raises `MockviewError` where it went wrong, TimeoutError after `wait_s`."""
        ...


@runtime_checkable
class Assessor(Protocol):
    """Takes answers one after another and assesses them in that order, elsewhere.

    Every method returns at once. After `close` nothing more comes; what is being made is given up.
    """

    def follow(self, job: Job) -> None:
        """An answer is going to be recorded into this file: assess what is there of it ahead.

        A hint, for one answer at a time. It ends with the next `begin` or `follow`: an answer that
        was skipped needs nothing. The assessment is the same with it and without, only sooner.
        """
        ...

    def begin(self, job: Job) -> Pending:
        """The answer is there, whole: assess it."""
        ...

    def close(self) -> None: ...
