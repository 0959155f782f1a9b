"""What the candidate sees in a terminal: captions, the time against the target, the level."""

import math

from rich.console import Console
from rich.live import Live
from rich.text import Text

from simulator.archive import Answer
from simulator.audio import Level
from simulator.interview import Heard, Moment
from simulator.questions import Question
from simulator.review.pages import answer_brief
from simulator.review.plain import clock, plain
from simulator.voice import Utterance

KEYS = "Enter: done   r: hear again   p: pause   s: skip   q: quit"
METER_CELLS = 12
QUIETEST_DBFS, LOUDEST_DBFS = -60.0, -3.0
"""What the meter spans: a quiet room to nearly too loud."""
STYLES = ("cyan", "magenta")


class TerminalScreen:
    """A `Screen`. On a terminal one line moves; elsewhere only what is new is printed."""

    def __init__(self, console: Console, *, keys: str = KEYS, scores: bool = True) -> None:
        self._console = console
        self._keys = keys
        self._scores = scores
        self._live: Live | None = None
        self._warned = ""
        self._speakers: list[str] = []

    def caption(self, utterance: Utterance) -> None:
        self._end_line()
        name = utterance.speaker.name
        if name not in self._speakers:
            self._speakers.append(name)
        style = STYLES[self._speakers.index(name) % len(STYLES)]
        self._console.print(Text.assemble((f"{name}: ", f"bold {style}"), plain(utterance.text)))

    def question(self, number: int, of: int, question: Question) -> None:  # noqa: ARG002
        self._end_line()
        self._warned = ""
        self._console.print(Text(f"\nQuestion {number} of {of}", "dim"))

    def listening(self, moment: Moment) -> None:
        if self._console.is_terminal:
            self._show(listening_line(moment, self._keys))
        elif moment.warning and moment.warning != self._warned:
            self._console.print(moment.warning)
        self._warned = moment.warning

    def listened(self, heard: Heard) -> None:
        self._end_line()
        self._console.print(Text(how_it_ended(heard), "dim"))

    def notice(self, text: str) -> None:
        self._end_line()
        self._console.print(Text(plain(text), "yellow"))

    def assessing(self, done: int, of: int) -> None:
        if done >= of:
            self._end_line()
        elif self._console.is_terminal:
            self._show(Text(f"Transcribing and scoring: {done} of {of} answers done ...", "dim"))
        elif self._live is None and done == 0 and self._warned != "assessing":
            self._warned = "assessing"
            answers = "1 answer" if of == 1 else f"{of} answers"
            self._console.print(f"Transcribing and scoring {answers} ...")

    def feedback(self, answer: Answer) -> None:
        self._end_line()
        self._console.print(answer_brief(answer, scores=self._scores))

    def close(self) -> None:
        self._end_line()

    def _show(self, line: Text) -> None:
        if self._live is None:
            self._live = Live(console=self._console, transient=True, auto_refresh=False)
            self._live.start()
            # A program that is killed or stopped could not show a hidden cursor again.
            self._console.show_cursor(True)
        self._live.update(line, refresh=True)

    def _end_line(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None


def listening_line(moment: Moment, keys: str) -> Text:
    """`● 0:42 of 1:00-2:00  ▁▃▅▇  Enter: done ...`, and a warning where there is one."""
    low_s, high_s = moment.target_s
    state = ("Paused ", "bold yellow") if moment.paused else ("● ", "bold red")
    within = low_s <= moment.elapsed_s <= high_s
    over = moment.elapsed_s > high_s
    time_style = "green" if within else "yellow" if over else ""
    line = Text.assemble(
        state,
        (clock(moment.elapsed_s), time_style),
        (f" of {clock(low_s)}-{clock(high_s)}  ", "dim"),
        (meter(moment.level), "green"),
        ("  " + ("p: go on" if moment.paused else keys), "dim"),
    )
    if moment.warning:
        line.append(f"\n{moment.warning}", "bold yellow")
    return line


def meter(level: Level) -> str:
    """A bar as long as the level is loud."""
    share = (level.rms_dbfs - QUIETEST_DBFS) / (LOUDEST_DBFS - QUIETEST_DBFS)
    filled = math.ceil(min(1.0, max(0.0, share)) * METER_CELLS)
    return "█" * filled + "·" * (METER_CELLS - filled)


def how_it_ended(heard: Heard) -> str:
    if heard.ending == "skip":
        return "Skipped."
    if heard.recording is not None:
        return f"Recorded {clock(heard.recording.duration_s)}."
    return "Taken down." if heard.text else "Nothing was said."
