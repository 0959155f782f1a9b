"""A candidate whose microphone fails: chooses another one, or types, and the interview goes on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from simulator.audio import AudioError, DeviceError
from simulator.interview.base import Candidate, Heard, Screen
from simulator.questions import Question
from simulator.terminal import Keyboard
from simulator.voice import Utterance

MOST_SHOWN = 9
"""One key chooses."""
LOOK_EVERY_S = 0.2


class Ways(Protocol):
    """How somebody can answer, other than into the microphone that has failed."""

    def look_again(self) -> Sequence[str]:
        """The names of the microphones that are there now. Raises `AudioError`."""
        ...

    def speaking(self, choice: int) -> Candidate:
        """Into that one of the microphones that were last looked at."""
        ...

    def typing(self) -> Candidate: ...


class SteadyCandidate:
    """A `Candidate`: the one it is given, until its microphone cannot be used any more.

    It then asks for a key, and the one who comes of it also gives the answers that follow.
    """

    def __init__(
        self, candidate: Candidate, ways: Ways, keyboard: Keyboard, screen: Screen
    ) -> None:
        self._candidate = candidate
        self._ways = ways
        self._keyboard = keyboard
        self._screen = screen

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard:
        while True:
            try:
                return self._candidate.answer(question, asked, file)
            except DeviceError as error:
                self._screen.notice(str(error))
            try:
                if not self._choose():
                    return Heard("quit")
            except KeyboardInterrupt:
                return Heard("interrupt")

    def _choose(self) -> bool:
        """Waits for a key that says how to go on. False where the candidate would rather stop."""
        names = self._microphones()
        shown = [f"{number}: {name}" for number, name in enumerate(names, 1)]
        self._screen.notice("   ".join(["Enter: try again", *shown, "t: type", "q: stop here"]))
        while True:
            key = (self._keyboard.key(LOOK_EVERY_S) or "").lower()
            if key == "q":
                return False
            if key == "t":
                self._candidate = self._ways.typing()
                return True
            if key == "enter":
                return True
            if key.isdecimal() and 1 <= int(key) <= len(names):
                self._candidate = self._ways.speaking(int(key) - 1)
                return True

    def _microphones(self) -> Sequence[str]:
        try:
            return self._ways.look_again()[:MOST_SHOWN]
        except AudioError as error:
            self._screen.notice(error.what)
            return []
