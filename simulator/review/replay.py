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

KEYS = "space: pause · left/right: 5 s · n: next · b: back · r: again · q: quit"


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


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the player is. `place` counts the parts from 0."""

    place: int
    part: Part
    position_s: float
    duration_s: float
    paused: bool
    trouble: str = ""
    """Why this part cannot be heard, as a sentence."""


class Player:
    """Plays parts one after the other; `press` and `tick` move it on. It owns no clock: sound does
    the timing. Raises `DeviceError` where the loudspeaker cannot be used."""

    def __init__(self, parts: Sequence[Part], loudspeaker: Loudspeaker) -> None:
        self._parts = tuple(parts)
        self._loudspeaker = loudspeaker
        self._place = 0
        self._playback: Playback | None = None
        self._duration_s = 0.0
        self._paused = False
        self._trouble = ""

    @property
    def finished(self) -> bool:
        return self._place >= len(self._parts)

    def moment(self) -> Moment:
        """Raises IndexError when finished."""
        position_s = 0.0 if self._playback is None else self._playback.position_s
        return Moment(
            place=self._place,
            part=self._parts[self._place],
            position_s=min(max(position_s, 0.0), self._duration_s),
            duration_s=self._duration_s,
            paused=self._paused,
            trouble=self._trouble,
        )

    def start(self) -> None:
        self._go(0)

    def stop(self) -> None:
        """Ends the sound; safe to call again."""
        if self._playback is not None:
            self._playback.stop()
            self._playback = None

    def press(self, key: str) -> None:
        """What a key does; others do nothing."""
        if self.finished:
            return
        match key:
            case "space":
                self._pause(not self._paused)
            case "left":
                self._seek(-SEEK_S)
            case "right":
                self._seek(SEEK_S)
            case "n":
                self._go(self._place + 1)
            case "b":
                self._go(max(0, self._place - 1))
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

    def _go(self, place: int) -> None:
        self.stop()
        self._place, self._paused = place, False
        self._duration_s, self._trouble = 0.0, ""
        if self.finished:
            return
        load = self._parts[place].load
        if load is None:
            return
        try:
            sound = load()
        except (ArchiveError, SoundFileError, VoiceError) as error:
            self._trouble = str(error)
            return
        self._duration_s = sound.duration_s
        self._playback = self._loudspeaker.play(sound)

    def _pause(self, paused: bool) -> None:
        if self._playback is not None:
            self._playback.pause() if paused else self._playback.resume()
            self._paused = paused

    def _seek(self, by_s: float) -> None:
        if self._playback is not None:
            self._playback.seek(min(max(0.0, self._playback.position_s + by_s), self._duration_s))


def play_through(player: Player, keyboard: Keyboard, show: Callable[[Moment], None]) -> None:
    """Plays to the end, or until somebody quits; the sound stops whatever happens."""
    try:
        player.start()
        while not player.finished:
            show(player.moment())
            key = keyboard.key(TICK_S)
            if key is not None:
                player.press(key)
            player.tick()
    finally:
        player.stop()
