"""The contract of whoever assesses answers while the interview goes on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from simulator.assessment.assessing import Assessment
from simulator.questions import Question


@dataclass(frozen=True, slots=True)
class Job:
    """An answer to assess: a sound file, or a text that was typed."""

    question: Question | None
    file: Path | None = None
    text: str | None = None
    language: str = "en"


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

    `begin` returns at once. After `close` nothing more comes; what is being made is given up.
    """

    def begin(self, job: Job) -> Pending: ...

    def close(self) -> None: ...
