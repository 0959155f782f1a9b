"""The player: keys, order, ends. Sound and time are a fake loudspeaker's; nothing waits."""

import dataclasses
from collections.abc import Callable, Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.archive import ArchiveError
from simulator.audio import DeviceError, Loudspeaker, Playback, SoundFileError
from simulator.review.replay import (
    BEFORE_FILLER_S,
    SEEK_S,
    TICK_S,
    Moment,
    Part,
    Player,
    play_through,
)
from simulator.sound import Sound, silence
from simulator.terminal import Keyboard
from simulator.voice import VoiceError


class FakePlayback:
    """Sound that passes when its loudspeaker says so."""

    def __init__(self, sound: Sound) -> None:
        self.sound = sound
        self.position_s = 0.0
        self.paused = False
        self.stopped = False

    @property
    def done(self) -> bool:
        return self.stopped or self.position_s >= self.sound.duration_s

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False

    def seek(self, position_s: float) -> None:
        self.position_s = min(max(0.0, position_s), self.sound.duration_s)

    def stop(self) -> None:
        self.stopped = True


class FakeLoudspeaker:
    def __init__(self) -> None:
        self.played: list[FakePlayback] = []

    def play(self, sound: Sound) -> Playback:
        assert all(playback.stopped for playback in self.played), "two sounds at once"
        self.played.append(FakePlayback(sound))
        return self.played[-1]

    def pass_time(self, seconds: float) -> None:
        for playback in self.played:
            if not playback.paused and not playback.stopped:
                playback.position_s += seconds


class ScriptedKeyboard:
    """Keys at times; time passes for the loudspeaker while it is waited for."""

    def __init__(
        self, loudspeaker: FakeLoudspeaker, keys: Iterable[tuple[float, str]] = ()
    ) -> None:
        self._loudspeaker = loudspeaker
        self._keys = sorted(keys, key=lambda entry: entry[0])
        self.now_s = 0.0

    def key(self, wait_s: float) -> str | None:
        if self._keys and self._keys[0][0] <= self.now_s:
            key = self._keys.pop(0)[1]
            if key == "ctrl-c":
                raise KeyboardInterrupt
            return key
        self.now_s += wait_s
        self._loudspeaker.pass_time(wait_s)
        assert self.now_s < 1000, "the player does not end"
        return None


def sped_up(sound: Sound, tempo: float) -> Sound:
    """As long as the real thing makes it; what it sounds like has its own tests."""
    return silence(sound.duration_s / tempo, sound.sample_rate_hz)


LENGTHS_S = {"q1": 3.0, "a1": 20.0, "q2": 4.0, "a2": 30.0}


def part(name: str, *, error: Exception | None = None) -> Part:
    def load() -> Sound:
        if error is not None:
            raise error
        return silence(LENGTHS_S[name], 100)

    kind = "question" if name.startswith("q") else "answer"
    return Part(kind, int(name[1]), name, load)  # type: ignore[arg-type]


def interview() -> list[Part]:
    return [part(name) for name in LENGTHS_S]


def played(
    keys: Iterable[tuple[float, str]] = (), parts: list[Part] | None = None
) -> tuple[list[Moment], FakeLoudspeaker, ScriptedKeyboard]:
    loudspeaker = FakeLoudspeaker()
    keyboard = ScriptedKeyboard(loudspeaker, keys)
    moments: list[Moment] = []
    player = Player(interview() if parts is None else parts, loudspeaker, sped_up)
    play_through(player, keyboard, moments.append)
    assert all(playback.stopped for playback in loudspeaker.played)
    return moments, loudspeaker, keyboard


def order(moments: list[Moment]) -> list[str]:
    """The captions in the order in which they were shown, repeats left out."""
    captions: list[str] = []
    for moment in moments:
        if not captions or captions[-1] != moment.part.caption:
            captions.append(moment.part.caption)
    return captions


def test_fakes_keep_the_contracts() -> None:
    loudspeaker = FakeLoudspeaker()
    assert isinstance(loudspeaker, Loudspeaker)
    assert isinstance(FakePlayback(silence(1, 100)), Playback)
    assert isinstance(ScriptedKeyboard(loudspeaker), Keyboard)


def test_it_plays_to_the_end_by_itself() -> None:
    moments, loudspeaker, keyboard = played()
    assert order(moments) == ["q1", "a1", "q2", "a2"]
    assert keyboard.now_s == pytest.approx(sum(LENGTHS_S.values()), abs=10 * TICK_S)
    assert [playback.sound.duration_s for playback in loudspeaker.played] == list(
        LENGTHS_S.values()
    )


def test_next_and_back() -> None:
    moments, _, _ = played([(1, "n"), (2, "n"), (3, "b"), (4, "b"), (5, "b"), (6, "q")])
    assert order(moments) == ["q1", "a1", "q2", "a1", "q1"]


def test_next_after_the_last_ends() -> None:
    moments, _, keyboard = played([(0, "n"), (0, "n"), (0, "n"), (1, "n")])
    assert order(moments)[-1] == "a2"
    assert keyboard.now_s == pytest.approx(1, abs=2 * TICK_S)


@pytest.mark.parametrize("key", ["q", "escape"])
def test_quit(key: str) -> None:
    moments, loudspeaker, _ = played([(1, key)])
    assert order(moments) == ["q1"]
    assert len(loudspeaker.played) == 1


def test_pause_and_go_on() -> None:
    moments, _, keyboard = played([(1, "space"), (11, "space"), (12.5, "q")])
    paused = [moment for moment in moments if moment.paused]
    (position_s,) = {moment.position_s for moment in paused}
    assert position_s == pytest.approx(1.0, abs=2 * TICK_S)
    assert moments[-1].position_s == pytest.approx(2.5, abs=3 * TICK_S)
    assert keyboard.now_s == pytest.approx(12.5, abs=2 * TICK_S)


def test_a_paused_sound_does_not_end() -> None:
    moments, _, _ = played([(1, "space"), (1, "right"), (1, "right"), (100, "q")])
    assert order(moments) == ["q1"]


def test_a_new_part_is_not_paused() -> None:
    moments, _, _ = played([(1, "space"), (2, "n"), (3, "q")])
    assert moments[-1].part.caption == "a1"
    assert not moments[-1].paused
    assert moments[-1].position_s > 0


def test_seeking() -> None:
    moments, _, _ = played([(0, "n"), (1, "right"), (2, "right"), (3, "left"), (4, "q")])
    assert moments[-1].position_s == pytest.approx(4 + SEEK_S, abs=6 * TICK_S)


def test_seeking_stops_at_the_start() -> None:
    moments, _, _ = played([(0, "n"), (1, "left"), (1, "left"), (2, "q")])
    assert moments[-1].position_s == pytest.approx(1.0, abs=4 * TICK_S)


def test_seeking_over_the_end_goes_on() -> None:
    moments, _, _ = played([(1, "right"), (2, "q")])
    assert order(moments) == ["q1", "a1"]


def test_faster_takes_less_time_and_keeps_the_place() -> None:
    moments, _, keyboard = played([(0, "n"), (2, "up"), (2, "up"), (6, "q")])
    assert moments[-1].tempo == 1.5
    assert moments[-1].position_s == pytest.approx(2 + 4 * 1.5, abs=8 * TICK_S)
    assert keyboard.now_s == pytest.approx(6, abs=2 * TICK_S)


def test_slower_and_back_to_normal() -> None:
    moments, _, _ = played([(0, "n"), (2, "down"), (4, "up"), (6, "q")])
    slow = [moment.position_s for moment in moments if moment.tempo == 0.75]
    assert slow[0] == pytest.approx(2, abs=3 * TICK_S)
    assert slow[-1] == pytest.approx(3.5, abs=4 * TICK_S)
    assert moments[-1].tempo == 1.0
    assert moments[-1].position_s == pytest.approx(5.5, abs=6 * TICK_S)


def test_there_is_a_slowest_and_a_fastest() -> None:
    moments, _, _ = played([*[(0, "down")] * 9, (1, "q")])
    assert moments[-1].tempo == 0.5
    moments, _, _ = played([*[(0, "up")] * 9, (1, "q")])
    assert moments[-1].tempo == 2.0


def test_the_tempo_stays_from_part_to_part_and_seeking_counts_in_real_seconds() -> None:
    moments, _, _ = played([(0, "up"), (0, "n"), (1, "right"), (2, "left"), (3, "q")])
    assert moments[-1].part.caption == "a1"
    assert moments[-1].tempo == 1.25
    assert moments[-1].position_s == pytest.approx(3 * 1.25, abs=8 * TICK_S)


def test_seeking_back_over_where_the_tempo_changed() -> None:
    moments, _, _ = played([(0, "n"), (8, "up"), (8.2, "left"), (8.3, "q")])
    assert moments[-1].position_s == pytest.approx(3.2, abs=5 * TICK_S)


def test_a_change_of_tempo_does_not_end_a_pause() -> None:
    moments, loudspeaker, _ = played([(0, "n"), (2, "space"), (3, "up"), (5, "left"), (9, "q")])
    assert moments[-1].paused
    assert moments[-1].position_s == 0.0
    assert all(playback.stopped for playback in loudspeaker.played)
    moments, _, _ = played([(0, "n"), (2, "space"), (3, "up"), (5, "space"), (6, "q")])
    assert moments[-1].position_s == pytest.approx(3.25, abs=5 * TICK_S)


def with_fillers(name: str, *fillers_s: float) -> Part:
    return dataclasses.replace(part(name), fillers_s=fillers_s)


def test_to_the_next_filler_and_the_one_after_it() -> None:
    parts = [part("q1"), with_fillers("a1", 6.0, 9.0), part("q2"), with_fillers("a2", 0.4, 20.0)]
    for presses, caption, filler_s in [(1, "a1", 6.0), (2, "a1", 9.0), (4, "a2", 20.0)]:
        moments, _, _ = played([*[(0, "f")] * presses, (0, "q")], parts)
        assert moments[-1].part.caption == caption
        assert moments[-1].position_s == pytest.approx(filler_s - BEFORE_FILLER_S, abs=TICK_S)
    moments, _, _ = played([(0, "f"), (0, "f"), (0, "f"), (0, "q")], parts)
    assert (moments[-1].part.caption, moments[-1].position_s) == ("a2", 0.0)


def test_back_passes_what_is_only_a_caption() -> None:
    parts = [part("a1"), Part("question", 2, "caption", None), part("a2")]
    moments, _, _ = played([(1, "n"), (3, "b"), (4, "q")], parts)
    assert order(moments) == ["a1", "caption", "a2", "a1"]


def test_without_another_filler_it_goes_on_where_it_is() -> None:
    moments, _, _ = played([(0, "n"), (8, "f"), (9, "q")], [part("q1"), with_fillers("a1", 6.0)])
    assert moments[-1].position_s == pytest.approx(9, abs=4 * TICK_S)


def test_again() -> None:
    moments, loudspeaker, _ = played([(2, "r"), (3, "q")])
    assert order(moments) == ["q1"]
    assert moments[-1].position_s == pytest.approx(1.0, abs=3 * TICK_S)
    assert len(loudspeaker.played) == 2


def test_other_keys_do_nothing() -> None:
    moments, _, _ = played([(1, "x"), (1, "enter"), (1, "up"), (2, "q")])
    assert moments[-1].position_s == pytest.approx(2.0, abs=5 * TICK_S)


def test_parts_without_sound_are_shown_and_passed() -> None:
    parts = [Part("question", 1, "only a caption", None), part("a1")]
    moments, _, _ = played(parts=parts)
    assert order(moments) == ["only a caption", "a1"]


def test_an_empty_sound_is_passed() -> None:
    empty = Part("answer", 1, "empty", lambda: Sound(np.zeros(0, np.float32), 100))
    moments, _, _ = played(parts=[empty, part("a1")])
    assert order(moments) == ["empty", "a1"]


@pytest.mark.parametrize("kind", [ArchiveError, SoundFileError, VoiceError])
def test_a_part_that_cannot_be_heard_is_told_and_passed(
    kind: Callable[[str, str], Exception],
) -> None:
    moments, _, _ = played(parts=[part("q1", error=kind("It is missing.", "Look.")), part("a1")])
    assert moments[0].trouble == "It is missing. Look."
    assert order(moments) == ["q1", "a1"]


def test_no_loudspeaker_is_an_error() -> None:
    class Broken:
        def play(self, sound: Sound) -> Playback:
            raise DeviceError("There is no loudspeaker.", "Plug one in.")

    with pytest.raises(DeviceError):
        Player(interview(), Broken(), sped_up).start()


def test_nothing_to_play() -> None:
    assert played(parts=[])[0] == []


def test_ctrl_c_stops_the_sound() -> None:
    loudspeaker = FakeLoudspeaker()
    keyboard = ScriptedKeyboard(loudspeaker, [(1, "ctrl-c")])
    with pytest.raises(KeyboardInterrupt):
        play_through(Player(interview(), loudspeaker, sped_up), keyboard, lambda _: None)
    assert loudspeaker.played[-1].stopped


keys = st.sampled_from(["space", "left", "right", "up", "down", "f", "n", "b", "r", "x"])


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(0, 40), keys), max_size=15))
def test_any_keys_lead_to_an_end(presses: list[tuple[float, str]]) -> None:
    """No keys break it, and it can be left from wherever they lead."""
    moments, _, _ = played([*presses, (50, "q")])
    assert moments[0].place == 0
    for moment in moments:
        assert 0 <= moment.position_s <= moment.duration_s
