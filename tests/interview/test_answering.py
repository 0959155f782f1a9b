"""Recording an answer: keys, silences, files that end, devices that vanish."""

from pathlib import Path

import pytest

from simulator.audio import Level
from simulator.interview import Heard
from simulator.interview.answering import CLIPS, NOTHING_HEARD, Rules, SpokenCandidate
from simulator.questions import Interviewer
from simulator.voice import Utterance
from tests.factories import a_question
from tests.fakes import FakeKeyboard, FakeLive, FakeMicrophone, FakeScreen

ASKED = Utterance("What do you expect?", Interviewer("supervisor", "Dana", "Director"))
FILE = Path("01.flac")


class Sitting:
    """One answer, with everything around it."""

    def __init__(self, microphone: FakeMicrophone, keys: FakeKeyboard, rules: Rules) -> None:
        self.microphone, self.screen = microphone, FakeScreen()
        self.said: list[Utterance] = []
        candidate = SpokenCandidate(microphone, keys, self.screen, self.said.append, rules)
        self.heard: Heard = candidate.answer(a_question(), ASKED, FILE)

    @property
    def live(self) -> FakeLive:
        return self.microphone.lives[0]


def sit(
    *keys: str | BaseException | None,
    microphone: FakeMicrophone | None = None,
    rules: Rules = Rules(),  # noqa: B008 (frozen)
) -> Sitting:
    return Sitting(microphone or FakeMicrophone(), FakeKeyboard(keys), rules)


def test_enter_ends_the_answer_and_keeps_it() -> None:
    sitting = sit(None, None, "enter")
    assert sitting.heard.ending == "enter"
    assert sitting.heard.recording is not None
    assert sitting.heard.recording.file == FILE
    assert len(sitting.screen.moments) == 2


def test_r_says_the_question_again_without_recording_it() -> None:
    sitting = sit("r", None, "enter")
    assert sitting.said == [ASKED]
    assert sitting.live.calls == ["pause", "resume", "stop"]


def test_p_pauses_and_goes_on() -> None:
    sitting = sit("p", None, "P", "enter")
    assert sitting.live.calls == ["pause", "resume", "stop"]
    assert [moment.paused for moment in sitting.screen.moments] == [True, True, False]


def test_s_skips_and_leaves_no_file() -> None:
    sitting = sit("s")
    assert sitting.heard == Heard("skip")
    assert sitting.live.calls == ["discard"]


def test_q_keeps_what_was_said() -> None:
    sitting = sit(None, "q")
    assert sitting.heard.ending == "quit"
    assert sitting.heard.recording is not None


def test_q_before_a_word_leaves_nothing() -> None:
    def mute(live: FakeLive) -> None:
        live.heard_anything = False

    sitting = sit("q", microphone=FakeMicrophone(mute))
    assert sitting.heard == Heard("quit")
    assert sitting.live.calls[-1] == "discard"


def test_ctrl_c_keeps_what_was_said() -> None:
    sitting = sit(None, KeyboardInterrupt())
    assert sitting.heard.ending == "interrupt"
    assert sitting.heard.recording is not None


def test_a_bug_on_the_way_still_finishes_the_file() -> None:
    microphone = FakeMicrophone()
    with pytest.raises(ZeroDivisionError):
        sit(ZeroDivisionError(), microphone=microphone)
    assert microphone.lives[0].calls == ["stop"]


def test_other_keys_do_nothing() -> None:
    assert sit("x", "left", "space", "enter").live.calls == ["stop"]


def test_a_file_that_stands_in_ends_by_itself() -> None:
    def over(live: FakeLive) -> None:
        live.now = "ended"

    assert sit(microphone=FakeMicrophone(over)).heard.ending == "over"


def test_a_lost_microphone_is_told_with_what_was_recorded() -> None:
    def vanish(live: FakeLive) -> None:
        live.now, live.lost = "lost", "The microphone has vanished."

    heard = sit(microphone=FakeMicrophone(vanish)).heard
    assert heard.ending == "lost"
    assert heard.recording is not None
    assert heard.recording.lost == "The microphone has vanished."


def test_silence_ends_an_answer_only_where_asked_for() -> None:
    def silent(live: FakeLive) -> None:
        live.silent_for_s = 30.0

    microphone = FakeMicrophone(silent)
    assert sit(*[None] * 50, "enter", microphone=microphone).heard.ending == "enter"
    stopped = sit(microphone=FakeMicrophone(silent), rules=Rules(auto_stop_s=3.0))
    assert stopped.heard.ending == "silence"


def test_silence_does_not_end_what_has_not_begun() -> None:
    def mute(live: FakeLive) -> None:
        live.silent_for_s, live.heard_anything = 30.0, False

    sitting = sit(
        *[None] * 20, "enter", microphone=FakeMicrophone(mute), rules=Rules(auto_stop_s=3.0)
    )
    assert sitting.heard.ending == "enter"


def test_where_nobody_presses_keys_silence_from_the_start_ends_too() -> None:
    def mute(live: FakeLive) -> None:
        live.heard_anything = False

    sitting = sit(microphone=FakeMicrophone(mute), rules=Rules(give_up_s=5.0))
    assert sitting.heard.ending == "silence"
    assert sitting.screen.moments[-1].elapsed_s >= 4.5


def test_nothing_heard_is_told_after_a_while() -> None:
    def mute(live: FakeLive) -> None:
        live.heard_anything = False

    sitting = sit(*[None] * 60, "enter", microphone=FakeMicrophone(mute))
    assert sitting.screen.moments[0].warning == ""
    assert sitting.screen.moments[-1].warning == NOTHING_HEARD


def test_clipping_is_told_and_stays_told() -> None:
    def loud(live: FakeLive) -> None:
        live.loudness = Level(-3.0, 0.0)

    sitting = sit(None, "enter", microphone=FakeMicrophone(loud))
    assert sitting.screen.moments[0].warning == CLIPS
