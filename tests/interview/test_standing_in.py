"""Answers that stand in for a person's: files in order, scripts by question, replies where there
are some."""

from pathlib import Path

import numpy as np
import pytest

from simulator.audio import DeviceError, files
from simulator.audio.flac import write_flac
from simulator.audio.stand_in import StandInMicrophone
from simulator.errors import MockviewError
from simulator.interview import Heard
from simulator.interview.answering import Rules, SpokenCandidate
from simulator.interview.standing_in import Recorded, Script, Scripted, StandIn, TypedScript
from simulator.questions import Question
from simulator.questions.samples import SampleAnswer
from simulator.sound import Sound
from simulator.voice import Utterance
from tests.factories import DANA, a_question
from tests.fakes import FakeKeyboard, FakeScreen

SAMPLES = {"first": (SampleAnswer("One.", ("More.",)),), "second": (SampleAnswer("Two."),)}


def main(question_id: str) -> Question:
    return a_question(question_id)


def reply(question_id: str) -> Question:
    return a_question(f"{question_id}.1", follows=question_id)


def sound_of(level: float) -> Sound:
    return Sound(np.full(16_000, level, np.float32), 16_000)


def candidate(line_up: Recorded | Scripted) -> StandIn:
    spoken = SpokenCandidate(
        StandInMicrophone(line_up), FakeKeyboard(), FakeScreen(), lambda _: None, Rules()
    )
    return StandIn(spoken, line_up)


def answer(who: StandIn | TypedScript, question: Question, file: Path) -> Heard:
    return who.answer(question, Utterance("?", DANA), file)


@pytest.fixture
def recorded(tmp_path: Path) -> Recorded:
    named = {"01": 0.1, "01+1": 0.2, "02": 0.3}
    for name, level in named.items():
        write_flac(tmp_path / f"{name}.flac", sound_of(level))
    return Recorded([tmp_path / f"{name}.flac" for name in sorted(named)], files.read)


def test_replies_are_no_answers_to_questions_of_their_own(recorded: Recorded) -> None:
    assert [file.stem for file in recorded.answers] == ["01", "02"]


def test_files_are_taken_in_order_with_their_replies(recorded: Recorded, tmp_path: Path) -> None:
    who = candidate(recorded)
    heard: list[float | None] = []
    for number, question in enumerate([main("a"), reply("a"), reply("a"), main("b"), reply("b")]):
        file = tmp_path / f"out-{number}.flac"
        if answer(who, question, file).ending == "skip":
            heard.append(None)
        else:
            heard.append(round(float(files.read(file).samples[100]), 1))
    assert heard == [0.1, 0.2, None, 0.3, None]


def test_more_questions_than_files_are_told(recorded: Recorded, tmp_path: Path) -> None:
    who = candidate(recorded)
    for number, question_id in enumerate(["a", "b"]):
        answer(who, main(question_id), tmp_path / f"out-{number}.flac")
    with pytest.raises(DeviceError, match="more questions than recorded"):
        answer(who, main("c"), tmp_path / "out-3.flac")


def test_a_script_is_spoken_by_question(tmp_path: Path) -> None:
    spoken: list[str] = []

    def speak(text: str) -> Sound:
        spoken.append(text)
        return sound_of(0.1)

    who = candidate(Scripted(Script(SAMPLES), speak))
    asked = [main("second"), reply("second"), main("first"), reply("first"), reply("first")]
    endings = [answer(who, q, tmp_path / f"{n}.flac").ending for n, q in enumerate(asked)]
    assert spoken == ["Two.", "One.", "More."]
    assert endings == ["over", "skip", "over", "over", "skip"]


def test_a_script_can_be_typed(tmp_path: Path) -> None:
    who = TypedScript(Script(SAMPLES))
    assert answer(who, main("first"), tmp_path) == Heard("enter", text="One.")
    assert answer(who, reply("first"), tmp_path) == Heard("enter", text="More.")
    assert answer(who, reply("first"), tmp_path) == Heard("skip")


def test_a_question_without_an_answer_is_told(tmp_path: Path) -> None:
    with pytest.raises(MockviewError, match="no sample answer to 'third'"):
        answer(TypedScript(Script(SAMPLES)), main("third"), tmp_path)
