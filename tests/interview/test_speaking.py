"""The interviewers' mouth: ahead of time, cut short by a key, and never in the way."""

from simulator.audio import DeviceError
from simulator.interview.speaking import Speaking
from simulator.questions import Interviewer
from simulator.voice import Utterance, VoiceError
from tests.fakes import FakeKeyboard, FakeLoudspeaker, FakeScreen, FakeVoice

HELLO = Utterance("Hello.", Interviewer("supervisor", "Dana", "Director"))


def speaking(
    voice: FakeVoice, loudspeaker: FakeLoudspeaker, *keys: str | None
) -> tuple[Speaking, FakeScreen]:
    screen = FakeScreen()
    return Speaking(voice, loudspeaker, FakeKeyboard(keys), screen), screen


def test_says_and_shows_what_was_prepared_once() -> None:
    voice, loudspeaker = FakeVoice(), FakeLoudspeaker()
    mouth, screen = speaking(voice, loudspeaker)
    mouth.prepare(HELLO)
    mouth.say(HELLO)
    mouth.say(HELLO)
    assert voice.synthesised == ["Hello."]
    assert len(loudspeaker.played) == 2
    assert screen.captions == ["Dana: Hello."] * 2


def test_enter_cuts_it_short() -> None:
    loudspeaker = FakeLoudspeaker(looks=1000)
    mouth, _ = speaking(FakeVoice(), loudspeaker, None, "enter")
    mouth.say(HELLO)
    assert loudspeaker.playbacks[0].stopped
    assert loudspeaker.playbacks[0].looks > 900


def test_a_loudspeaker_that_fails_is_told_once_and_captions_go_on() -> None:
    loudspeaker = FakeLoudspeaker(DeviceError("No loudspeaker was found.", "Plug one in."))
    mouth, screen = speaking(FakeVoice(), loudspeaker)
    mouth.say(HELLO)
    mouth.say(HELLO)
    assert screen.captions == ["Dana: Hello."] * 2
    assert len(screen.notices) == 1
    assert "captions" in screen.notices[0]


def test_a_voice_that_fails_is_told_once() -> None:
    mouth, screen = speaking(FakeVoice(VoiceError("It cannot speak.")), FakeLoudspeaker())
    mouth.say(HELLO)
    mouth.say(Utterance("Again.", HELLO.speaker))
    assert len(screen.notices) == 1
