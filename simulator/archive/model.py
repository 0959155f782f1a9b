"""A session: one interview from greeting to goodbye, as it is kept."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from simulator.archive.takes import standing_of
from simulator.assessment import Assessment, Mark
from simulator.errors import MockviewError
from simulator.questions import Interviewer, Question


class ArchiveError(MockviewError):
    """A session cannot be found, read, written or removed."""


AnswerState = Literal["recorded", "assessed", "failed", "skipped"]
"""`recorded`: the sound is safe, not transcribed yet. `failed`: transcription went wrong, `note`
says how; the sound is kept and can be measured later. `skipped`: the candidate passed."""

SessionState = Literal["running", "finished", "stopped"]
"""`running` on disk while no program runs it: it was interrupted. `stopped`: the candidate quit."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an interviewer said after an answer, before the next question; `by` is an id."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question, or to a follow-up (`follows`), which has its own sound and words.

    `sound` is a file name inside the session's folder (never a path), None for typed and skipped
    answers. `question` is the whole question as it was asked, so that a session can be read
    without the set it came from.
    """

    number: int
    """1 for the first answer of the session; file names begin with it (`01-...`)."""
    question: Question
    asked_at: datetime
    """With its time zone."""
    state: AnswerState
    sound: str | None = None
    typed: bool = False
    take: int = 1
    """2 for the second answer to the same question, and so on."""
    lost: str = ""
    """Why the recording broke off, where it did."""
    note: str = ""
    """Why it could not be assessed, where its state is `failed`."""
    assessment: Assessment | None = None
    """What counts: the candidate's marks are in it."""
    marks: tuple[Mark, ...] = ()
    """The candidate's own word, in the order it was given."""
    own_assessment: Assessment | None = None
    """The program's own, where marks changed it; None where `assessment` is that."""
    typed_text: str | None = None
    """What was typed, word for word; None for an answer that was spoken or skipped."""
    follows: int | None = None
    """The number of the answer that called for this one. What it brings counts there; by itself it
    has no score."""
    said_after: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """One interview. `plan` is the ids of the questions to ask, in order."""

    id: str
    """Sorts by time: `2026-11-23-1434-k3f9`."""
    started_at: datetime
    state: SessionState
    set_id: str
    set_title: str
    role: str | None
    seed: int
    plan: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    """Numbered 1, 2, 3 and so on; one that follows another comes after it."""
    version: str = ""
    """The version of mockview that wrote it."""
    interviewers: tuple[Interviewer, ...] = ()
    """Who asked, so that a session can be shown and heard again without its set."""

    @property
    def planned(self) -> tuple[Answer, ...]:
        """The answers to questions of the plan, every take of them; follow-ups left out."""
        return tuple(answer for answer in self.answers if answer.follows is None)

    @property
    def standing(self) -> tuple[Answer, ...]:
        """The planned answers that no later take of the same question has taken the place of."""
        return standing_of(self.planned, lambda answer: answer.question.id)

    @property
    def counting(self) -> tuple[Answer, ...]:
        """The answers that stand, and those to follow-ups of them, in the order they were given."""
        stand = {answer.number for answer in self.standing}
        return tuple(a for a in self.answers if (a.follows or a.number) in stand)

    def answer(self, number: int) -> Answer:
        """The answer of that number. Raises `LookupError` where there is none."""
        found = next((answer for answer in self.answers if answer.number == number), None)
        if found is None:
            raise LookupError(number)
        return found

    def following(self, number: int) -> tuple[Answer, ...]:
        """The answers to follow-ups of the answer of that number."""
        return tuple(answer for answer in self.answers if answer.follows == number)

    @property
    def total(self) -> int | None:
        """The mean of the scores of the answers that stand, rounded; None where none has one."""
        scores = [
            answer.assessment.score.total
            for answer in self.standing
            if answer.assessment is not None and answer.assessment.score.total is not None
        ]
        return round(sum(scores) / len(scores)) if scores else None


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session and the folder that it lies in."""

    folder: Path
    session: Session
