"""The candidate at the microphone: records until the candidate, a silence or the file ends it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from simulator.audio import LiveRecording, Microphone
from simulator.interview.base import Ending, Heard, Moment, Screen
from simulator.questions import Question
from simulator.terminal import Keyboard
from simulator.voice import Utterance

LOOK_EVERY_S = 0.1
NOTHING_HEARD_AFTER_S = 4.0
NOTHING_HEARD = "Nothing is heard: is the microphone on, and the right one? (mockview doctor)"
CLIPS = "Too loud: move back a little, or turn the microphone down."


@dataclass(frozen=True, slots=True)
class Rules:
    """When an answer ends without a key; None means never."""

    auto_stop_s: float | None = None
    """After so much silence, once something has been said."""
    give_up_s: float | None = None
    """After so long with nothing said at all."""


class SpokenCandidate:
    """A `Candidate`. Keys: Enter ends, r hears the question again, p pauses, s skips, q quits."""

    def __init__(
        self,
        microphone: Microphone,
        keyboard: Keyboard,
        screen: Screen,
        say_again: Callable[[Utterance], None],
        rules: Rules,
    ) -> None:
        self._microphone = microphone
        self._keyboard = keyboard
        self._screen = screen
        self._say_again = say_again
        self._rules = rules

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard:
        live = self._microphone.record(file)
        try:
            ending = self._until_over(live, question, asked)
        except KeyboardInterrupt:
            return Heard("interrupt", live.stop())
        except BaseException:
            live.stop()
            raise
        if ending == "skip":
            live.discard()
            return Heard("skip")
        recording = live.stop()
        if recording.lost:
            return Heard("lost", recording)
        if ending == "quit" and not live.heard_anything:
            live.discard()
            return Heard("quit")
        return Heard(ending, recording)

    def _until_over(self, live: LiveRecording, question: Question, asked: Utterance) -> Ending:
        clipped = False
        while True:
            if live.state == "ended":
                return "over"
            if live.state == "lost":
                return "lost"
            ending = self._press(self._keyboard.key(LOOK_EVERY_S), live, asked)
            ending = ending or self._by_itself(live)
            if ending is not None:
                return ending
            level = live.level()
            clipped = clipped or level.clips
            self._screen.listening(
                Moment(
                    elapsed_s=live.elapsed_s,
                    target_s=question.target.answer_s,
                    level=level,
                    paused=live.state == "paused",
                    warning=_warning(live, clipped),
                )
            )

    def _press(self, key: str | None, live: LiveRecording, asked: Utterance) -> Ending | None:
        match (key or "").lower():
            case "enter":
                return "enter"
            case "s":
                return "skip"
            case "q":
                return "quit"
            case "p":
                live.resume() if live.state == "paused" else live.pause()
            case "r":
                live.pause()  # the question is not part of the answer
                self._say_again(asked)
                live.resume()
        return None

    def _by_itself(self, live: LiveRecording) -> Ending | None:
        if live.state == "paused":
            return None
        stop_s, give_up_s = self._rules.auto_stop_s, self._rules.give_up_s
        if stop_s is not None and live.heard_anything and live.silent_for_s >= stop_s:
            return "silence"
        if give_up_s is not None and not live.heard_anything and live.elapsed_s >= give_up_s:
            return "silence"
        return None


def _warning(live: LiveRecording, clipped: bool) -> str:
    if not live.heard_anything and live.elapsed_s >= NOTHING_HEARD_AFTER_S:
        return NOTHING_HEARD
    return CLIPS if clipped else ""
