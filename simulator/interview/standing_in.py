"""Answers that stand in for a person's: recordings, or texts that a voice speaks.

A follow-up that nobody has prepared an answer for is passed: the interview takes the course that it
would take with a person who says no more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from simulator.errors import MockviewError
from simulator.interview.base import Candidate, Heard
from simulator.questions import Question
from simulator.questions.samples import SampleAnswer
from simulator.sound import Sound
from simulator.voice import Utterance

REPLY_MARK = "+"
"""`03.flac` is an answer, `03+1.flac` what is said to the first follow-up."""


class LineUp(Protocol):
    """Answers that wait for their questions, and come out one by one as sounds."""

    def ready(self, question: Question) -> bool:
        """Makes the answer to this question the next to come; False where there is none.

        Raises `MockviewError` where a question of the plan has none.
        """
        ...

    def __iter__(self) -> Iterator[Sound]: ...


class StandIn:
    """A `Candidate` around another one, whose microphone takes its sounds from `line_up`."""

    def __init__(self, candidate: Candidate, line_up: LineUp) -> None:
        self._candidate = candidate
        self._line_up = line_up

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard:
        if not self._line_up.ready(question):
            return Heard("skip")
        return self._candidate.answer(question, asked, file)


class Recorded:
    """A `LineUp` of sound files: one for each question in order, and `NAME+1`, `NAME+2` for what
    follows from the answer `NAME`."""

    def __init__(self, files: Sequence[Path], read: Callable[[Path], Sound]) -> None:
        self._read = read
        self.answers = [file for file in files if not _is_reply(file)]
        self._replies = {file.stem: file for file in files if _is_reply(file)}
        self._answered = 0
        self._replied = 0
        self._next: Path | None = None

    def ready(self, question: Question) -> bool:
        if not question.follows:
            self._next = None  # none left: the microphone tells
            if self._answered < len(self.answers):
                self._next = self.answers[self._answered]
            self._answered, self._replied = self._answered + 1, 0
            return True
        self._replied += 1
        stem = f"{self.answers[self._answered - 1].stem}{REPLY_MARK}{self._replied}"
        self._next = self._replies.get(stem)
        return self._next is not None

    def __iter__(self) -> Iterator[Sound]:
        while self._next is not None:
            yield self._read(self._next)


def _is_reply(file: Path) -> bool:
    stem, mark, turn = file.stem.rpartition(REPLY_MARK)
    return bool(stem and mark and turn.isdigit())


class Script:
    """Texts by question: the first answer to each, and its replies in the order of follow-ups."""

    def __init__(self, samples: Mapping[str, Sequence[SampleAnswer]]) -> None:
        self._samples = samples
        self._replied = 0

    def words(self, question: Question) -> str | None:
        """What is said now; None where nothing is prepared for a follow-up.

        Raises `MockviewError` for a question of the plan without an answer.
        """
        said = self._samples.get(question.follows or question.id)
        if not said:
            raise MockviewError(
                f"There is no sample answer to '{question.id}'.",
                "Choose other questions, or give recordings with --answers.",
            )
        if not question.follows:
            self._replied = 0
            return said[0].answer
        self._replied += 1
        replies = said[0].replies
        return replies[self._replied - 1] if self._replied <= len(replies) else None


class Scripted:
    """A `LineUp` of a script that `speak` makes sounds of."""

    def __init__(self, script: Script, speak: Callable[[str], Sound]) -> None:
        self._script = script
        self._speak = speak
        self._next: str | None = None

    def ready(self, question: Question) -> bool:
        self._next = self._script.words(question)
        return self._next is not None

    def __iter__(self) -> Iterator[Sound]:
        while self._next is not None:
            yield self._speak(self._next)


class TypedScript:
    """A `Candidate` who types what a script says."""

    def __init__(self, script: Script) -> None:
        self._script = script

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard:  # noqa: ARG002
        words = self._script.words(question)
        return Heard("skip") if words is None else Heard("enter", text=words)
