"""Looking back through a real pseudo-terminal: keys, widths, colours, the terminal given back."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from simulator.archive import Archive
from simulator.audio import flac
from simulator.measures import Filler
from simulator.sound import Sound
from tests import factories
from tests.shell import Program
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


def start(recordings: Path, *words: str, columns: int = 80, **environment: str) -> Program:
    return Program(*words, "--recordings", str(recordings), columns=columns, **environment)


def playing(
    recordings: Path, card: VirtualSoundCard, *words: str, columns: int = 80, **environment: str
) -> Program:
    return start(
        recordings, "replay", "--voice", "silent", *words, columns=columns, **card.env,
        **environment,
    )  # fmt: skip


def test_a_terminal_without_sound_is_not_needed_for_the_rest(recordings: Path) -> None:
    program = start(recordings, "sessions")
    status, shown = program.end()
    assert status == 0
    assert "2026-11-23-1434-k3f9" in shown


@pytest.mark.sound_card
class TestReplay:
    def test_every_key(self, sound_card: VirtualSoundCard, recordings: Path) -> None:
        program = playing(recordings, sound_card)
        program.terminal.expect("space: pause")
        program.terminal.expect("1. Your answer")
        program.terminal.expect(r"0:01 / 0:30")
        program.terminal.send(" ")
        program.terminal.expect("paused")
        program.terminal.send("\x1b[C")  # right
        program.terminal.expect(r"0:0[67] / 0:30  paused")
        program.terminal.send("\x1b[D")  # left
        program.terminal.expect(r"0:0[12] / 0:30  paused")
        program.terminal.send(" \x1b[A")  # go on; faster
        program.terminal.expect(r"/ 0:30  1\.25x")
        program.terminal.send("\x1b[B\x1b[B")  # slower, slower
        program.terminal.expect(r"/ 0:30  0\.75x")
        program.terminal.send("\x1b[A")
        program.terminal.expect(r"0:0\d / 0:30  [^\d ]")
        program.terminal.send("f")
        program.terminal.expect(r"0:(19|2\d) / 0:30")
        program.terminal.send("n")
        program.terminal.expect(r"2\. Dana")
        program.terminal.expect(r"2\. Your answer")
        program.terminal.send("b")  # the question is a caption here: back is the answer before
        program.terminal.expect(r"1\. Your answer")
        program.terminal.send("r")
        program.terminal.expect(r"0:00 / 0:30")
        program.terminal.send("q")
        assert program.end()[0] == 0

    def test_the_words_move_with_the_sound(
        self, sound_card: VirtualSoundCard, recordings: Path
    ) -> None:
        program = playing(recordings, sound_card, "latest", "1")
        program.terminal.expect(re.escape("\x1b[7m[um]\x1b[27m I was thinking"))
        program.terminal.expect(re.escape("[um] I was \x1b[7mthinking\x1b[27m"))
        program.terminal.send("q")
        assert program.end()[0] == 0

    def test_no_colour(self, sound_card: VirtualSoundCard, recordings: Path) -> None:
        program = playing(recordings, sound_card, "latest", "1", NO_COLOR="1")
        program.terminal.expect(re.escape("[um] I *was* thinking"))
        program.terminal.send("q")
        status, shown = program.end()
        assert status == 0
        assert "\x1b[7m" not in shown

    def test_a_narrow_window_and_one_that_is_resized(
        self, sound_card: VirtualSoundCard, recordings: Path
    ) -> None:
        program = playing(recordings, sound_card, "latest", "1", columns=40, NO_COLOR="1")
        program.terminal.expect("1. Your answer")
        program.terminal.expect(r"0:01  ")
        program.terminal.setwinsize(40, 100)
        program.terminal.expect(r"0:0\d / 0:30")
        program.terminal.setwinsize(40, 30)
        for _ in range(3):  # the first may pad over what was wider
            # On a busy machine ALSA tells of underruns between two of our lines.
            program.terminal.expect(r"\r(0:\d\d  (?:(?!ALSA)[^\r\n])*)(?=\r|ALSA)")
        assert len(program.terminal.match.group(1)) < 30
        program.terminal.send("q")
        assert program.end()[0] == 0

    @pytest.mark.parametrize(
        ("way", "status"),
        [("\x03", 130), ("\x1c", 131), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
        ids=["Ctrl-C", "Ctrl-backslash", "SIGTERM", "SIGHUP"],
    )
    def test_the_terminal_is_given_back(
        self, sound_card: VirtualSoundCard, recordings: Path, way: str | int, status: int
    ) -> None:
        program = playing(recordings, sound_card, "latest", "1")
        program.terminal.expect(r"0:01 / 0:30")
        program.terminal.send(way) if isinstance(way, str) else program.kill(way)
        assert program.end()[0] == status

    def test_ctrl_z_gives_the_terminal_back_and_fg_goes_on(
        self, sound_card: VirtualSoundCard, recordings: Path
    ) -> None:
        program = playing(recordings, sound_card, "latest", "1")
        program.terminal.expect(r"0:01 / 0:30")
        for _ in range(2):
            program.stop()
            time.sleep(2.5)  # longer than a loudspeaker may be silent
            program.go_on()
            program.terminal.expect(r"0:0[1-9] / 0:30")
        program.terminal.send(" ")  # keys count again, without Enter
        program.terminal.expect("paused")
        program.terminal.send("q")
        assert program.end()[0] == 0

    def test_behind_the_shell_the_keys_are_the_shells(
        self, sound_card: VirtualSoundCard, recordings: Path
    ) -> None:
        program = playing(recordings, sound_card, "latest", "1")
        program.terminal.expect(r"0:01 / 0:30")
        program.stop()
        program.go_on_behind()
        program.terminal.expect(r"0:0[2-9] / 0:30")
        program.come_back()
        program.terminal.expect(r"0:0[2-9] / 0:30")
        program.terminal.send(" ")
        program.terminal.expect("paused")
        program.terminal.send("q")
        assert program.end()[0] == 0

    def test_a_loudspeaker_that_dies(self, sound_card: VirtualSoundCard, recordings: Path) -> None:
        program = playing(recordings, sound_card)
        program.terminal.expect(r"0:01 / 0:30")
        sound_card.kill()
        status, shown = program.end()
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
    program = start(hostile, *command, columns=columns)
    status, shown = program.end()
    assert status == 0, shown
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).split("\r\n")
    assert len(lines) > 1
    whole = ("In /", "mockview ")  # to be copied
    long = [line for line in lines if len(line) > columns and not line.startswith(whole)]
    assert long == []
    assert all("\r" not in line for line in lines)


def test_nothing_stored_reaches_the_terminal_but_what_can_be_seen(
    hostile: Path, command: list[str]
) -> None:
    program = start(hostile, *command)
    status, shown = program.end()
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
        program = start(recordings, "review", **{variable: value})  # type: ignore[arg-type]
        _, shown[name] = program.end()
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


def fitting(shown: str, columns: int) -> list[str]:
    """The lines, without colours; none may be longer than the window but those that name a file."""
    lines = re.split(r"[\r\n]+", re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", shown))
    assert [line for line in lines if len(line) > columns and "/" not in line] == []
    assert "Traceback" not in shown
    return lines


@pytest.mark.slow
class TestAnsweringAgain:
    """Typed, so that no device is needed; judged by the real rules."""

    SAID = "Between 75 and 85 thousand."

    def test_a_further_take_is_typed_and_compared(self, recordings: Path) -> None:
        program = start(
            recordings, "retake", "latest", "1", "--typed", "--voice", "silent", columns=40
        )
        program.terminal.expect("salary")
        program.terminal.expect("> ")
        program.terminal.send(f"{self.SAID}\r\r")
        status, shown = program.end()
        assert status == 0, shown
        lines = fitting(shown, 40)
        assert "question-1: take 2 against take 1" in " ".join(" ".join(lines).split())
        assert len(Archive(recordings).load().session.answers) == 3

    def test_ctrl_c_while_typing_costs_nothing_that_was_there(self, recordings: Path) -> None:
        before = Archive(recordings).load().session
        program = start(recordings, "retake", "latest", "1", "--typed", "--voice", "silent")
        program.terminal.expect("> ")
        program.terminal.send("\x03")
        status, shown = program.end()
        assert status in (1, 130), shown
        assert Archive(recordings).load().session == before

    def test_ctrl_z_while_typing_and_a_window_that_is_resized(self, recordings: Path) -> None:
        program = start(
            recordings, "drill", "--typed", "--count", "1", "--no-follow-ups", "--voice", "silent"
        )
        program.terminal.expect("Question 1 of 1")
        program.terminal.expect("> ")
        program.stop()
        program.go_on()
        program.terminal.setwinsize(40, 40)
        program.terminal.send(f"{self.SAID}\r\r")
        program.terminal.expect("Score")
        status, shown = program.end()
        assert status == 0, shown
        fitting(shown, 40)
        assert "Kept in" in shown
        archive = Archive(recordings)
        (answer,) = archive.load(archive.listing().sessions[0].id).session.answers
        assert answer.state == "assessed"


class TestWriting:
    def test_a_page_is_written_and_said_to_be(self, recordings: Path, tmp_path: Path) -> None:
        program = start(recordings, "report", "-o", str(tmp_path / "page.html"), columns=40)
        status, shown = program.end()
        assert status == 0, shown
        assert "page.html (it holds your voice" in shown
        assert (tmp_path / "page.html").read_text().count('class="sound"') == 2

    @pytest.mark.parametrize("to", ["csv", "md", "vtt"])
    def test_an_export_on_a_terminal_obeys_nothing(self, hostile: Path, to: str) -> None:
        status, shown = start(hostile, "export", "--to", to).end()
        assert status == 0, shown
        assert shown.strip()
        assert not re.search("[\x1b\x07\u202e]", shown)

    def test_an_export_into_a_file_says_so(self, recordings: Path, tmp_path: Path) -> None:
        file = tmp_path / "out.md"
        status, shown = start(recordings, "export", "--to", "md", "-o", str(file)).end()
        assert (status, f"Wrote {file}.") == (0, shown.strip())
        assert file.read_text().startswith("# ")

    def test_a_mistake_is_told(self, recordings: Path) -> None:
        for words in (["report", "nothing"], ["export", "nothing", "--to", "md"]):
            status, shown = start(recordings, *words).end()
            assert status == 1
            assert "There is no interview 'nothing'" in shown
