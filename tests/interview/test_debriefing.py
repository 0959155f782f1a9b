"""A debrief asks five questions and keeps what was said, word for word."""

from pathlib import Path

import pytest

from simulator.archive.debrief import KINDS
from simulator.errors import MockviewError
from simulator.interview import Heard
from simulator.interview.debriefing import QUESTIONS, Debriefing
from simulator.transcription import TranscriptionError
from tests.fakes import FakeAssessor, FakeCandidate, FakeClock, FakeMouth, FakeScreen
from tests.scripted import AssessesHere

SAID = {
    "unsaid": "I ran the storm desk for two years.",
    "short": "Nothing.",
    "idea": "The drivers could take a picture at the ramp.",
    "pitch": "I want this job, and I can start in March.",
    "pay": "Between seventy and eighty thousand.",
}


def debrief(*heard: Heard, assessor: object = None) -> tuple[Debriefing, FakeMouth]:
    mouth = FakeMouth()
    made = Debriefing(
        mouth=mouth,
        candidate=FakeCandidate(*[(lambda _, h=h: h) for h in heard]),
        assessor=assessor or AssessesHere(),  # type: ignore[arg-type]
        screen=FakeScreen(),
        clock=FakeClock(),
        folder=Path("/nowhere"),
    )
    return made, mouth


def test_all_five_are_asked_and_kept_but_nothing_said_is_nothing_kept() -> None:
    made, mouth = debrief(*[Heard("enter", text=text) for text in SAID.values()])
    kept = made.conduct()
    assert [u.text for u in mouth.said][1:-1] == list(QUESTIONS.values())
    assert tuple(QUESTIONS) == KINDS
    assert {entry.kind: entry.text for entry in kept.entries} == {
        kind: text for kind, text in SAID.items() if kind != "short"
    }
    assert [entry.has_range for entry in kept.entries] == [False, False, False, True]


def test_a_single_figure_is_no_range() -> None:
    skip = Heard("skip")
    made, _ = debrief(skip, skip, skip, skip, Heard("enter", text="I want eighty thousand."))
    (entry,) = made.conduct().entries
    assert not entry.has_range


def test_quitting_keeps_what_there_is() -> None:
    made, _ = debrief(Heard("enter", text=SAID["unsaid"]), Heard("quit"))
    assert [entry.kind for entry in made.conduct().entries] == ["unsaid"]


def test_ctrl_c_stops_it() -> None:
    made, _ = debrief(Heard("interrupt", text="I"))
    with pytest.raises(KeyboardInterrupt):
        made.conduct()


def test_what_cannot_be_transcribed_is_told() -> None:
    trouble = TranscriptionError("The answer could not be transcribed.", "Try again.")
    made, _ = debrief(Heard("enter", text="I ran it."), assessor=FakeAssessor([trouble]))
    with pytest.raises(MockviewError, match="could not be transcribed"):
        made.conduct()
