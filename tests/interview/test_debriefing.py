"""A debrief asks five questions and keeps what was said, word for word, after each answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from simulator.archive.debrief import KINDS, Debrief, Entry
from simulator.audio import DeviceError, Recording
from simulator.errors import MockviewError
from simulator.interview import Heard
from simulator.interview.debriefing import QUESTIONS, Debriefing
from simulator.transcription import TranscriptionError
from tests.factories import a_transcript, an_assessment
from tests.fakes import FakeAssessor, FakeCandidate, FakeClock, FakeMouth, FakeScreen

SAID = {
    "unsaid": "I ran the storm desk for two years.",
    "short": "Nothing.",
    "idea": "The drivers could take a picture at the ramp.",
    "pitch": "I want this job, and I can start in March.",
    "pay": "Between seventy and eighty thousand.",
}
SKIP = Heard("skip")
RECORDED = Recording(Path("/nowhere/unsaid.flac"), 3.0, 16_000)
TROUBLE = TranscriptionError("The answer could not be transcribed.", "Measure it later.")


def typed(text: str) -> Heard:
    return Heard("enter", text=text)


def _says(heard: Heard, _: Path) -> Heard:
    return heard


class Kept:
    """A debrief among fakes; `kept` is what was kept, in order."""

    def __init__(self, *heard: Heard | BaseException, **other: Any) -> None:
        self.mouth, self.screen, self.clock = FakeMouth(), FakeScreen(), FakeClock()
        self.kept: list[Debrief] = []
        answers: list[Callable[[Path], Heard] | BaseException] = [
            one if isinstance(one, BaseException) else partial(_says, one) for one in heard
        ]
        self.debriefing = Debriefing(
            mouth=self.mouth,
            candidate=FakeCandidate(*answers),
            screen=self.screen,
            clock=self.clock,
            folder=Path("/nowhere"),
            keep=self.kept.append,
            **{"assessor": FakeAssessor(), **other},
        )

    def conduct(self, before: Debrief | None = None) -> Debrief:
        return self.debriefing.conduct(before)

    @property
    def asked(self) -> list[str]:
        return [question for _, _, question in self.screen.questions]


def texts(debrief: Debrief) -> dict[str, str]:
    return {entry.kind: entry.text for entry in debrief.entries}


def test_all_five_are_asked_and_kept_but_nothing_said_is_nothing_kept() -> None:
    told = Kept(*map(typed, SAID.values()))
    kept = told.conduct()
    assert [u.text for u in told.mouth.said][1:-1] == list(QUESTIONS.values())
    assert tuple(QUESTIONS) == KINDS
    assert texts(kept) == {kind: text for kind, text in SAID.items() if kind != "short"}
    assert [entry.has_range for entry in kept.entries] == [False, False, False, True]
    assert kept.left == ()


def test_it_is_kept_after_each_answer() -> None:
    told = Kept(*map(typed, SAID.values()))
    told.conduct()
    assert [len(kept.entries) for kept in told.kept] == [1, 1, 2, 3, 4]
    assert [kept.left for kept in told.kept] == [KINDS[number:] for number in range(1, 6)]


def test_a_single_figure_is_no_range() -> None:
    (entry,) = Kept(SKIP, SKIP, SKIP, SKIP, typed("I want eighty thousand.")).conduct().entries
    assert not entry.has_range


def test_quitting_keeps_what_there_is_and_remembers_what_is_left() -> None:
    kept = Kept(typed(SAID["unsaid"]), Heard("quit")).conduct()
    assert texts(kept) == {"unsaid": SAID["unsaid"]}
    assert kept.left == KINDS[1:]


def test_quitting_at_once_keeps_nothing() -> None:
    told = Kept(Heard("quit"))
    told.conduct()
    assert told.kept == []


@pytest.mark.parametrize(
    "end",
    [
        Heard("interrupt", text="I"),
        KeyboardInterrupt(),
        DeviceError("No microphone was found.", "Plug one in."),
    ],
)
def test_whatever_ends_it_what_was_told_before_is_kept(end: Heard | BaseException) -> None:
    told = Kept(typed(SAID["unsaid"]), typed(SAID["idea"]), end)
    with pytest.raises((KeyboardInterrupt, DeviceError)):
        told.conduct()
    assert texts(told.kept[-1]) == {"unsaid": SAID["unsaid"], "short": SAID["idea"]}
    assert told.kept[-1].left == KINDS[2:]


def test_one_that_broke_off_goes_on_with_what_is_left() -> None:
    clock = FakeClock()
    before = Debrief(clock.now(), (Entry("short", "The night shifts."),), ("idea", "pay"))
    told = Kept(typed(SAID["idea"]), typed(SAID["pay"]))
    kept = told.conduct(before)
    assert told.asked == ["idea", "pay"]
    assert "Two questions are left." in told.mouth.said[0].text
    assert texts(kept) == {
        "short": "The night shifts.", "idea": SAID["idea"], "pay": SAID["pay"],
    }  # fmt: skip
    assert kept.left == ()


def complete() -> Debrief:
    at = FakeClock().now() - timedelta(days=30)
    entries = (Entry("unsaid", "I speak Turkish."), Entry("pay", "70 to 80", has_range=True))
    return Debrief(at, entries)


def test_a_complete_one_is_told_anew_and_what_is_skipped_stays() -> None:
    told = Kept(SKIP, SKIP, typed(SAID["idea"]), SKIP, typed("Between eighty and ninety."))
    kept = told.conduct(complete())
    assert told.asked == list(KINDS)
    assert texts(kept) == {
        "unsaid": "I speak Turkish.", "idea": SAID["idea"], "pay": "Between eighty and ninety.",
    }  # fmt: skip
    assert any("I speak Turkish." in notice for notice in told.screen.notices)
    assert kept.made_at == told.clock.now()


def test_silence_changes_nothing_and_nothing_takes_it_off() -> None:
    silence = an_assessment(transcript=replace(a_transcript(""), words=()))
    told = Kept(
        Heard("enter", RECORDED), SKIP, SKIP, SKIP, typed("Nothing."),
        assessor=FakeAssessor([silence]),
    )  # fmt: skip
    assert texts(told.conduct(complete())) == {"unsaid": "I speak Turkish."}


def test_what_cannot_be_transcribed_is_typed_and_so_is_the_rest() -> None:
    types = FakeCandidate(*[lambda _, text=text: typed(text) for text in SAID.values()])
    told = Kept(
        Heard("enter", RECORDED), assessor=FakeAssessor([TROUBLE]), typing=lambda: types,
    )  # fmt: skip
    kept = told.conduct()
    assert texts(kept)["unsaid"] == SAID["unsaid"]
    assert len(types.asked) == 5
    assert "could not be transcribed" in told.screen.notices[0]
    assert "Measure it later" not in told.screen.notices[0]


def test_where_nobody_can_type_it_is_left_for_the_next_time() -> None:
    told = Kept(
        Heard("enter", RECORDED), *map(typed, list(SAID.values())[1:]),
        assessor=FakeAssessor([TROUBLE]),
    )  # fmt: skip
    kept = told.conduct()
    assert kept.left == ("unsaid",)
    assert texts(kept)["pay"] == SAID["pay"]


def test_a_recording_that_broke_off_counts_as_far_as_it_goes() -> None:
    heard = Heard("lost", replace(RECORDED, lost="The microphone was lost."))
    told = Kept(heard, SKIP, SKIP, SKIP, SKIP, assessor=FakeAssessor([an_assessment()]))
    assert [entry.kind for entry in told.conduct().entries] == ["unsaid"]
    assert told.screen.notices == ["The microphone was lost. What you said until then is kept."]


def test_what_cannot_be_kept_is_told() -> None:
    def full(_: Debrief) -> None:
        raise MockviewError("The disk is full.")

    told = Kept(typed(SAID["unsaid"]))
    told.debriefing._keep = full
    with pytest.raises(MockviewError, match="full"):
        told.conduct()
