"""A microphone that cannot be used: somebody chooses another one, types, or stops."""

from pathlib import Path

import pytest

from simulator.audio import DeviceError
from simulator.interview import Candidate, Heard
from simulator.interview.steady import SteadyCandidate, Ways
from simulator.questions import Interviewer
from simulator.voice import Utterance
from tests.factories import a_question
from tests.fakes import FakeCandidate, FakeKeyboard, FakeScreen

ASKED = Utterance("Why you?", Interviewer("peer", "Sam", "Team Lead"))
FILE = Path("/nowhere/01-pitch.flac")
GONE = DeviceError("No microphone was found.", "Plug one in.")


def says(text: str) -> FakeCandidate:
    return FakeCandidate(*[lambda _: Heard("enter", text=text)] * 3)


class FakeWays:
    def __init__(self, names: list[str] | DeviceError) -> None:
        self.names = names
        self.chosen: list[int] = []
        self.looks = 0

    def look_again(self) -> list[str]:
        self.looks += 1
        if isinstance(self.names, DeviceError):
            raise self.names
        return self.names

    def speaking(self, choice: int) -> Candidate:
        self.chosen.append(choice)
        return says("spoken into another one")

    def typing(self) -> Candidate:
        return says("typed")


_: Ways = FakeWays([])


def answers(
    candidate: Candidate, keys: list[str | BaseException | None], ways: FakeWays | None = None
) -> tuple[SteadyCandidate, FakeScreen, FakeWays]:
    ways = ways or FakeWays(["USB", "Built-in"])
    screen = FakeScreen()
    return SteadyCandidate(candidate, ways, FakeKeyboard(keys), screen), screen, ways


def test_while_all_is_well_nothing_is_asked() -> None:
    steady, screen, ways = answers(says("hello"), [])
    assert steady.answer(a_question(), ASKED, FILE).text == "hello"
    assert (screen.notices, ways.looks) == ([], 0)


@pytest.mark.parametrize(
    ("key", "said"), [("t", "typed"), ("2", "spoken into another one"), ("enter", "back again")]
)
def test_ways_to_go_on(key: str, said: str) -> None:
    candidate = FakeCandidate(GONE, *[lambda _: Heard("enter", text="back again")] * 2)
    steady, screen, ways = answers(candidate, [None, "x", "9", key])
    assert steady.answer(a_question(), ASKED, FILE).text == said
    assert screen.notices == [
        str(GONE),
        "Enter: try again   1: USB   2: Built-in   t: type   q: stop here",
    ]
    assert ways.chosen == ([1] if key == "2" else [])
    # Nothing is asked again for the next question.
    assert steady.answer(a_question(), ASKED, FILE).text == said


def test_it_asks_as_often_as_it_fails() -> None:
    candidate = FakeCandidate(GONE, GONE, GONE)
    steady, _, ways = answers(candidate, ["enter", "enter", "t"])
    assert steady.answer(a_question(), ASKED, FILE).text == "typed"
    assert ways.looks == 3


@pytest.mark.parametrize(("key", "ending"), [("q", "quit"), (KeyboardInterrupt(), "interrupt")])
def test_who_would_rather_stop(key: str | BaseException, ending: str) -> None:
    steady, _, _ = answers(FakeCandidate(GONE), [key])
    assert steady.answer(a_question(), ASKED, FILE) == Heard(ending)  # type: ignore[arg-type]


def test_where_the_sound_does_not_answer_typing_is_left() -> None:
    hangs = DeviceError("The computer's sound does not answer.", "Restart it.")
    steady, screen, _ = answers(FakeCandidate(GONE), ["1", "t"], FakeWays(hangs))
    assert steady.answer(a_question(), ASKED, FILE).text == "typed"
    assert screen.notices[1:] == [hangs.what, "Enter: try again   t: type   q: stop here"]
