"""The candidate at the keyboard: types instead of speaking, in a room where nobody may talk."""

from collections.abc import Callable
from pathlib import Path

from simulator.interview.base import Heard
from simulator.questions import Question
from simulator.voice import Utterance

COMMANDS = "An empty line ends the answer; /r hears the question again, /s skips, /q quits."


class TypedCandidate:
    """A `Candidate`. `read_line` gives one line without its end, None where there are no more."""

    def __init__(
        self,
        read_line: Callable[[], str | None],
        say_again: Callable[[Utterance], None],
    ) -> None:
        self._read_line = read_line
        self._say_again = say_again

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard:  # noqa: ARG002
        lines: list[str] = []
        while True:
            try:
                line = self._read_line()
            except KeyboardInterrupt:
                return Heard("interrupt", text=_joined(lines))
            match (line or "").strip().lower():
                case "/s":
                    return Heard("skip")
                case "/q":
                    return Heard("quit", text=_joined(lines))
                case "/r":
                    self._say_again(asked)
                case "" if line is None:  # the end of the input: nobody is there any more
                    return Heard("quit", text=_joined(lines))
                case "" if lines:
                    return Heard("enter", text=_joined(lines))
                case _ if line and line.strip():
                    lines.append(line.strip())


def _joined(lines: list[str]) -> str | None:
    return " ".join(lines) or None
