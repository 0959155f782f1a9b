"""Looking back through a real pseudo-terminal: keys, widths, colours, the terminal given back."""

import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pexpect
import pytest

from simulator.archive import Archive
from simulator.audio import flac
from simulator.measures import Filler
from simulator.sound import Sound
from tests import factories
from tests.virtual_sound_card import VirtualSoundCard

LONGEST_S = 45
HOSTILE = "\x1b[2J\x1b[31mred \x07 \u202e and\nnew"


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """One interview of two spoken answers, half a minute of sound each, a filler at 20 s."""
    folder = tmp_path / "recordings"
    text = f"{factories.ANSWER_TEXT} " * 3
    filler = Filler("um", "filled_pause", 20.0, 20.3, "transcript", 0.9)
    measures = factories.some_measures(factories.a_transcript(text), fillers=(filler,))
    answers = tuple(
        factories.an_answer(
            number,
            question=factories.a_question(f"question-{number}"),
            assessment=factories.an_assessment(text, measures=measures),
        )
        for number in (1, 2)
    )
    stored = Archive(folder).create(factories.a_session(answers=answers))
    times_s = np.arange(30 * 16_000) / 16_000
    tone = Sound((0.1 * np.sin(2 * np.pi * 220 * times_s)).astype(np.float32), 16_000)
    for answer in answers:
        assert answer.sound is not None
        flac.write_flac(stored.folder / answer.sound, tone)
    return folder


def start(
    recordings: Path, *words: str, columns: int = 80, **environment: str
) -> "pexpect.spawn[str]":
    """A shell that tells the terminal's settings before and after, and how it ended."""
    line = 'stty -g; "$@"; echo "ended=$?"; stty -g'
    program = [sys.executable, "-m", "simulator", *words, "--recordings", str(recordings)]
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    terminal = pexpect.spawn(
        "bash",
        ["-c", line, "bash", *program],
        env=kept | {"TERM": "xterm-256color"} | environment,
        encoding="utf-8",
        dimensions=(40, columns),
        timeout=LONGEST_S,
    )
    terminal.delaybeforesend = None
    return terminal


def end(terminal: "pexpect.spawn[str]") -> tuple[int, str]:
    """How the program ended, and all it showed; the terminal must be as it was."""
    terminal.expect(r"ended=(\d+)\r\n")
    status = int(terminal.match.group(1))
    shown = terminal.before or ""
    terminal.expect(r"([0-9a-f:]{20,})\r\n")
    after = terminal.match.group(1)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert after == terminal.settings_before
    return status, shown


def settings_before(terminal: "pexpect.spawn[str]") -> None:
    terminal.expect(r"([0-9a-f:]{20,})\r\n")
    terminal.settings_before = terminal.match.group(1)


def playing(
    recordings: Path, card: VirtualSoundCard, *words: str, columns: int = 80, **environment: str
) -> "pexpect.spawn[str]":
    terminal = start(
        recordings, "replay", "--voice", "silent", *words, columns=columns, **card.env,
        **environment,
    )  # fmt: skip
    settings_before(terminal)
    return terminal


def test_a_terminal_without_sound_is_not_needed_for_the_rest(recordings: Path) -> None:
    terminal = start(recordings, "sessions")
    settings_before(terminal)
    status, shown = end(terminal)
    assert status == 0
    assert "2026-11-23-1434-k3f9" in shown


@pytest.mark.sound_card
class TestReplay:
    def test_every_key(self, sound_card: VirtualSoundCard, recordings: Path) -> None:
        terminal = playing(recordings, sound_card)
        terminal.expect("space: pause")
        terminal.expect("1. Your answer")
        terminal.expect(r"0:01 / 0:30")
        terminal.send(" ")
        terminal.expect("paused")
        terminal.send("\x1b[C")  # right
        terminal.expect(r"0:0[67] / 0:30  paused")
        terminal.send("\x1b[D")  # left
        terminal.expect(r"0:0[12] / 0:30  paused")
        terminal.send(" \x1b[A")  # go on; faster
        terminal.expect(r"/ 0:30  1\.25x")
        terminal.send("\x1b[B\x1b[B")  # slower, slower
        terminal.expect(r"/ 0:30  0\.75x")
        terminal.send("\x1b[A")
        terminal.expect(r"0:0\d / 0:30  [^\d ]")
        terminal.send("f")
        terminal.expect(r"0:(19|2\d) / 0:30")
        terminal.send("n")
        terminal.expect(r"2\. Dana")
        terminal.expect(r"2\. Your answer")
        terminal.send("b")  # the question is a caption here: back is the answer before
        terminal.expect(r"1\. Your answer")
        terminal.send("r")
        terminal.expect(r"0:00 / 0:30")
        terminal.send("q")
        assert end(terminal)[0] == 0

    def test_the_words_move_with_the_sound(
        self, sound_card: VirtualSoundCard, recordings: Path
    ) -> None:
        terminal = playing(recordings, sound_card, "latest", "1")
        terminal.expect(re.escape("\x1b[7m[um]\x1b[27m I was thinking"))
        terminal.expect(re.escape("[um] I was \x1b[7mthinking\x1b[27m"))
        terminal.send("q")
        assert end(terminal)[0] == 0

    def test_no_colour(self, sound_card: VirtualSoundCard, recordings: Path) -> None:
        terminal = playing(recordings, sound_card, "latest", "1", NO_COLOR="1")
        terminal.expect(re.escape("[um] I *was* thinking"))
        terminal.send("q")
        status, shown = end(terminal)
        assert status == 0
        assert "\x1b[7m" not in shown

    def test_a_narrow_window_and_one_that_is_resized(
        self, sound_card: VirtualSoundCard, recordings: Path
    ) -> None:
        terminal = playing(recordings, sound_card, "latest", "1", columns=40, NO_COLOR="1")
        terminal.expect("1. Your answer")
        terminal.expect(r"0:01  ")
        terminal.setwinsize(40, 100)
        terminal.expect(r"0:0\d / 0:30")
        terminal.setwinsize(40, 30)
        for _ in range(3):  # the first may pad over what was wider
            # On a busy machine ALSA tells of underruns between two of our lines.
            terminal.expect(r"\r(0:\d\d  (?:(?!ALSA)[^\r\n])*)(?=\r|ALSA)")
        assert len(terminal.match.group(1)) < 30
        terminal.send("q")
        assert end(terminal)[0] == 0

    @pytest.mark.parametrize("way", ["ctrl-c", "sigterm", "ctrl-z"])
    def test_the_terminal_is_given_back(
        self, sound_card: VirtualSoundCard, recordings: Path, way: str
    ) -> None:
        terminal = playing(recordings, sound_card, "latest", "1")
        terminal.expect(r"0:01 / 0:30")
        if way == "ctrl-c":
            terminal.sendintr()
            assert end(terminal)[0] == 130
        elif way == "sigterm":
            found = subprocess.run(
                ["pgrep", "-P", str(terminal.pid)], capture_output=True, text=True, check=True
            )
            os.kill(int(found.stdout.split()[0]), 15)
            assert end(terminal)[0] == 128 + 15
        else:
            terminal.send("\x1a")  # no job control in this shell: it stays; q still ends it
            time.sleep(0.3)
            found = subprocess.run(
                ["pgrep", "-P", str(terminal.pid)], capture_output=True, text=True, check=True
            )
            os.kill(int(found.stdout.split()[0]), 18)
            terminal.expect(r"0:0[2-9] / 0:30")
            terminal.send("q")
            assert end(terminal)[0] == 0

    def test_a_loudspeaker_that_dies(self, sound_card: VirtualSoundCard, recordings: Path) -> None:
        terminal = playing(recordings, sound_card)
        terminal.expect(r"0:01 / 0:30")
        sound_card.kill()
        status, shown = end(terminal)
        assert status == 1
        assert "Traceback" not in shown

    def test_without_a_terminal_it_plays_to_the_end(
        self, sound_card: VirtualSoundCard, recordings: Path
    ) -> None:
        answer = next(recordings.glob("*/01-*.flac"))
        flac.write_flac(answer, Sound(np.zeros(8000, np.float32), 16_000))
        done = subprocess.run(
            [
                *(sys.executable, "-m", "simulator", "replay", "latest", "1"),
                *("--voice", "silent", "--recordings", str(recordings)),
            ],
            env=os.environ | sound_card.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_S,
        )
        assert done.returncode == 0, done.stderr
        assert "\x1b" not in done.stdout
        assert done.stdout.splitlines()[-1] == "1. Your answer"


COMMANDS = [
    ["review"], ["trend"], ["sessions"], ["mark", "latest", "1"], ["drill", "--list"],
]  # fmt: skip


@pytest.fixture
def hostile(recordings: Path) -> Path:
    """As bad as a folder from somebody else can be: escapes in everything that is text."""
    archive = Archive(recordings)
    question = factories.a_question(
        "bad", ask=HOSTILE, section=HOSTILE,
        talking_points=(factories.a_talking_point(HOSTILE, label=HOSTILE),),
    )  # fmt: skip
    point = factories.some_coverage(point=HOSTILE, label=HOSTILE)
    answer = factories.an_answer(
        1,
        question=question,
        assessment=replace(factories.an_assessment(HOSTILE), coverage=(point,)),
    )
    archive.create(
        factories.a_session(
            "2026-11-24-0900-aaaa", answers=(answer,), role=HOSTILE, set_title=HOSTILE
        )
    )
    return recordings


@pytest.fixture(params=COMMANDS, ids=" ".join)
def command(request: pytest.FixtureRequest) -> list[str]:
    words: list[str] = request.param
    return words


@pytest.mark.parametrize("columns", [40, 100])
def test_a_line_is_never_longer_than_the_window(
    hostile: Path, command: list[str], columns: int
) -> None:
    terminal = start(hostile, *command, columns=columns)
    settings_before(terminal)
    status, shown = end(terminal)
    assert status == 0, shown
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).split("\r\n")
    assert len(lines) > 1
    long = [line for line in lines if len(line) > columns and not line.startswith("In /")]
    if command[0] != "sessions":
        assert long == []
    assert all("\r" not in line for line in lines)


def test_nothing_stored_reaches_the_terminal_but_what_can_be_seen(
    hostile: Path, command: list[str]
) -> None:
    terminal = start(hostile, *command)
    settings_before(terminal)
    status, shown = end(terminal)
    assert status == 0
    escapes = set(re.findall(r"\x1b[^a-zA-Z]*[a-zA-Z]?", shown))
    assert all(re.fullmatch(r"\x1b\[[\d;]*m", escape) for escape in escapes)
    assert "\x1b[2J" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_colour_where_there_is_one_and_none_where_not(recordings: Path) -> None:
    shown = {}
    for name, (variable, value) in {
        "colour": ("TERM", "xterm-256color"),
        "none wanted": ("NO_COLOR", "1"),
        "dumb": ("TERM", "dumb"),
    }.items():
        terminal = start(recordings, "review", **{variable: value})  # type: ignore[arg-type]
        settings_before(terminal)
        _, shown[name] = end(terminal)
    assert re.search(r"\x1b\[[\d;]*3\dm", shown["colour"])
    assert not re.search(r"\x1b\[[\d;]*3\dm", shown["none wanted"])
    assert "\x1b" not in shown["dumb"]
    bare = [
        [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", text).split("\r\n")]
        for text in shown.values()
    ]
    assert all(one == other for one, other in pairwise(bare)), "colour only repeats the words"


def test_without_a_terminal_there_are_no_escapes(recordings: Path, command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", *command, "--recordings", str(recordings)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_S,
    )
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert done.stderr == ""
