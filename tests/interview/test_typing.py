"""Answers from the keyboard."""

from pathlib import Path

from simulator.interview import Heard
from simulator.interview.typing import TypedCandidate
from simulator.questions import Interviewer
from simulator.voice import Utterance
from tests.factories import a_question

ASKED = Utterance("Why?", Interviewer("supervisor", "Dana", "Director"))


def typed(*lines: str | BaseException | None) -> tuple[Heard, list[Utterance]]:
    waiting = list(lines)
    again: list[Utterance] = []

    def read_line() -> str | None:
        line = waiting.pop(0)
        if isinstance(line, BaseException):
            raise line
        return line

    heard = TypedCandidate(read_line, again.append).answer(a_question(), ASKED, Path("x"))
    return heard, again


def test_an_empty_line_ends_the_answer() -> None:
    assert typed("I led it.", "  We finished early. ", "")[0] == Heard(
        "enter", text="I led it. We finished early."
    )


def test_empty_lines_before_the_answer_are_waited_out() -> None:
    assert typed("", "", "Yes.", "")[0].text == "Yes."


def test_commands() -> None:
    assert typed("/s")[0] == Heard("skip")
    assert typed("half", "/q")[0] == Heard("quit", text="half")
    heard, again = typed("/r", "Yes.", "")
    assert (heard.text, again) == ("Yes.", [ASKED])


def test_the_end_of_the_input_and_ctrl_c_keep_what_was_typed() -> None:
    assert typed("half", None)[0] == Heard("quit", text="half")
    assert typed("half", KeyboardInterrupt())[0] == Heard("interrupt", text="half")
