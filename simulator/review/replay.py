"""Hearing an interview again: question, answer, question, answer, under the keys of a player."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.archive import ArchiveError
from simulator.audio import Loudspeaker, Playback, SoundFileError
from simulator.sound import Sound
from simulator.terminal import Keyboard
from simulator.voice import VoiceError

SEEK_S = 5.0
TICK_S = 0.1
"""How long the player waits for a key before it looks whether the sound is over."""
BEFORE_FILLER_S = 1.0
"""A filler is heard with what leads to it."""
TEMPOS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)

KEYS = (
    "space: pause · left/right: 5 s · up/down: faster, slower · f: next filler · "
    "n: next · b: back · r: again · q: quit"
)


@dataclass(frozen=True, slots=True)
class SaidWord:
    """A word, or a filled pause in brackets, and when it is said."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Part:
    """Something to hear. `load` is called when its turn comes, and again when it is heard again.

    `load` may raise `SoundFileError`, `ArchiveError` or `VoiceError`: the part is then told of and
    passed over. None where there is nothing to hear: the caption is all.
    """

    kind: Literal["question", "answer"]
    number: int
    caption: str
    load: Callable[[], Sound] | None
    words: tuple[SaidWord, ...] = ()
    """In order of time; empty where no times are known."""
    fillers_s: tuple[float, ...] = ()
    """When fillers begin, in order."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the player is. `place` counts the parts from 0; times are those of the recording,
    whatever the tempo."""

    place: int
    part: Part
    position_s: float
    duration_s: float
    paused: bool
    trouble: str = ""
    """Why this part cannot be heard, as a sentence."""
    tempo: float = 1.0


class Player:
    """Plays parts one after the other; `press` and `tick` move it on. It owns no clock: sound does
    the timing. `at_tempo` makes a sound faster or slower. Raises `DeviceError` where the
    loudspeaker cannot be used."""

    def __init__(
        self,
        parts: Sequence[Part],
        loudspeaker: Loudspeaker,
        at_tempo: Callable[[Sound, float], Sound],
    ) -> None:
        self._parts = tuple(parts)
        self._loudspeaker = loudspeaker
        self._at_tempo = at_tempo
        self._place = 0
        self._sound: Sound | None = None
        self._playback: Playback | None = None
        self._from_s = 0.0  # where in the part the playback begins
        self._tempo = 1.0
        self._paused = False
        self._trouble = ""

    @property
    def finished(self) -> bool:
        return self._place >= len(self._parts)

    def moment(self) -> Moment:
        """Raises IndexError when finished."""
        return Moment(
            place=self._place,
            part=self._parts[self._place],
            position_s=self._position_s(),
            duration_s=self._duration_s(),
            paused=self._paused,
            trouble=self._trouble,
            tempo=self._tempo,
        )

    def start(self) -> None:
        self._go(0)

    def stop(self) -> None:
        """Ends the sound; safe to call again."""
        if self._playback is not None:
            self._playback.stop()
            self._playback = None

    def press(self, key: str) -> None:  # noqa: C901 (one case a key)
        """What a key does; others do nothing."""
        if self.finished:
            return
        match key:
            case "space":
                self._pause(not self._paused)
            case "left":
                self._seek(self._position_s() - SEEK_S)
            case "right":
                self._seek(self._position_s() + SEEK_S)
            case "up" | "+" | ">":
                self._change_tempo(1)
            case "down" | "-" | "<":
                self._change_tempo(-1)
            case "f":
                self._next_filler()
            case "n":
                self._go(self._place + 1)
            case "b":
                self._go(self._before())
            case "r":
                self._go(self._place)
            case "q" | "escape":
                self._go(len(self._parts))

    def tick(self) -> None:
        """Goes on to the next part when this one is over."""
        if (
            not self.finished
            and not self._paused
            and (self._playback is None or self._playback.done)
        ):
            self._go(self._place + 1)

    def _duration_s(self) -> float:
        return 0.0 if self._sound is None else self._sound.duration_s

    def _position_s(self) -> float:
        played_s = 0.0 if self._playback is None else self._playback.position_s * self._tempo
        return min(max(0.0, self._from_s + played_s), self._duration_s())

    def _go(self, place: int, at_s: float = 0.0) -> None:
        self.stop()
        self._place, self._paused = place, False
        self._sound, self._from_s, self._trouble = None, 0.0, ""
        load = None if self.finished else self._parts[place].load
        if load is None:
            return
        try:
            self._sound = load()
        except (ArchiveError, SoundFileError, VoiceError) as error:
            self._trouble = str(error)
            return
        self._play_from(at_s)

    def _before(self) -> int:
        """The part before this one; what is only a caption would be over at once, and is passed."""
        place = max(0, self._place - 1)
        while place > 0 and self._parts[place].load is None:
            place -= 1
        return place

    def _play_from(self, at_s: float) -> None:
        """Begins a playback there, or, while paused, makes it begin there later."""
        self.stop()
        self._from_s = at_s
        if self._sound is not None and not self._paused:
            rest = self._sound.part(at_s, self._sound.duration_s) if at_s else self._sound
            self._playback = self._loudspeaker.play(self._at_tempo(rest, self._tempo))

    def _pause(self, paused: bool) -> None:
        if self._sound is None:
            return
        self._paused = paused
        if self._playback is None:
            self._play_from(self._from_s)
        else:
            self._playback.pause() if paused else self._playback.resume()

    def _seek(self, to_s: float) -> None:
        if self._sound is None:
            return
        to_s = min(max(0.0, to_s), self._duration_s())
        if self._playback is None or to_s < self._from_s:
            self._play_from(to_s)
        else:
            self._playback.seek((to_s - self._from_s) / self._tempo)

    def _change_tempo(self, by: int) -> None:
        place = TEMPOS.index(self._tempo) + by
        if 0 <= place < len(TEMPOS):
            at_s = self._position_s()
            self._tempo = TEMPOS[place]
            self._play_from(at_s)

    def _next_filler(self) -> None:
        """In this part, else in the parts after it; stays where it is if there is none."""
        heard_s = self._position_s() + BEFORE_FILLER_S + TICK_S / 2
        here = [at_s for at_s in self._parts[self._place].fillers_s if at_s > heard_s]
        if here and self._sound is not None:
            self._seek(here[0] - BEFORE_FILLER_S)
            return
        for place in range(self._place + 1, len(self._parts)):
            fillers_s = self._parts[place].fillers_s
            if fillers_s:
                self._go(place, max(0.0, fillers_s[0] - BEFORE_FILLER_S))
                return


def play_through(player: Player, keyboard: Keyboard, show: Callable[[Moment], None]) -> None:
    """Plays to the end, or until somebody quits; the sound stops whatever happens."""
    try:
        player.start()
        while not player.finished:
            show(player.moment())
            key = keyboard.key(TICK_S)
            if key is None:
                player.tick()
            else:
                player.press(key)  # what it leads to is shown before it may be over
    finally:
        player.stop()
