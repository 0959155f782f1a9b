"""A debrief that is killed, stopped, or loses its microphone or recogniser keeps what was told."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from simulator.archive.debrief import KINDS
from simulator.archive.debrief_sound import FOLDER
from simulator.transcription import models
from tests.reliability.soaking import note, times
from tests.reliability.test_killed import drain, mockview
from tests.spoken import spoken
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = pytest.mark.slow

LONGEST_S = 120
SAID = "I ran the night desk for two years."
TOLD = ("I led the move to the new hall.", "Drivers take a picture at the ramp.", "I start in May.")
ENDINGS = times(1, 5)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything is kept; the temporary folder is one that can be looked into."""
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    return tmp_path / "home"


@contextmanager
def debrief(*words: str, **more: str) -> Iterator["pexpect.spawn[str]"]:
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "simulator", "debrief", "--voice", "silent", *words],
        env=os.environ | {"TERM": "xterm"} | more,
        encoding="utf-8",
        codec_errors="replace",
        dimensions=(40, 100),
        timeout=LONGEST_S,
    )
    try:
        yield terminal
    finally:
        terminal.close(force=True)


def types(terminal: "pexpect.spawn[str]", *answers: str) -> None:
    for answer in answers:
        terminal.expect("> ")
        terminal.send(f"{answer}\r\r")
        terminal.expect("Taken down")


def kept(home: Path) -> tuple[dict[str, str], list[str]]:
    document = json.loads((home / "debrief.json").read_text())
    return {entry["kind"]: entry["text"] for entry in document["entries"]}, document["left"]


def killed(terminal: "pexpect.spawn[str]") -> None:
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.expect(pexpect.EOF)


def stopped(terminal: "pexpect.spawn[str]") -> None:
    terminal.sendintr()
    terminal.expect("What you told so far is kept; go on with: mockview debrief")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 130


def window_closed(terminal: "pexpect.spawn[str]") -> None:
    terminal.ptyproc.fileobj.close()
    deadline_s = time.monotonic() + LONGEST_S
    while terminal.isalive():
        assert time.monotonic() < deadline_s
        time.sleep(0.05)


WAYS: dict[str, Callable[["pexpect.spawn[str]"], None]] = {
    "SIGKILL": killed,
    "Ctrl-C": stopped,
    "the terminal is closed": window_closed,
}


@pytest.mark.parametrize("way", WAYS)
def test_however_it_ends_the_next_one_goes_on(way: str, home: Path) -> None:
    for _ in range(ENDINGS):
        (home / "debrief.json").unlink(missing_ok=True)
        with debrief("--typed") as terminal:
            types(terminal, *TOLD[:2])
            terminal.expect("> ")
            terminal.send("I have not fini")
            WAYS[way](terminal)
        assert kept(home) == ({"unsaid": TOLD[0], "short": TOLD[1]}, list(KINDS[2:]))
        with debrief("--typed") as terminal:
            terminal.expect("Three questions are left")
            types(terminal, *TOLD)
            terminal.expect("Kept in")
            terminal.expect(pexpect.EOF)
        texts, left = kept(home)
        assert (list(texts), left) == (list(KINDS), [])
        assert [one.name for one in home.iterdir() if one.name.startswith(".")] == []
    note(f"{way} in a debrief", ENDINGS, "what was told before is kept, the next one asks the rest")


@pytest.mark.sound_card
def test_a_voice_that_was_being_recorded_goes_at_the_next_start(
    home: Path, sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    with debrief("--model", "tiny.en") as terminal:
        terminal.expect("Enter: done")
        sound_card.say_into_microphone(spoken(SAID)).wait()
        parts = list((home / FOLDER).iterdir())
        assert parts
        assert all(part.stat().st_mode & 0o077 == 0 for part in parts)
        assert mockview("sessions").returncode == 0
        assert list((home / FOLDER).iterdir()) == parts, "it is still going on"
        drain(terminal)
        killed(terminal)
    assert (home / FOLDER).exists()
    assert mockview("sessions").returncode == 0
    assert not (home / FOLDER).exists()
    assert not (home / ".debrief.held").exists()
    assert list((tmp_path / "tmp").iterdir()) == []
    note("the sound of a debrief that was killed", 1, "gone at the next start, and not before")


def speaks_one(terminal: "pexpect.spawn[str]", card: VirtualSoundCard) -> None:
    terminal.expect("Enter: done")
    card.say_into_microphone(spoken(SAID)).wait()
    time.sleep(0.5)
    terminal.send("\r")


@pytest.mark.sound_card
def test_a_microphone_that_vanishes_costs_no_answer(home: Path) -> None:
    card = VirtualSoundCard()
    try:
        with debrief("--model", "tiny.en", **card.env) as terminal:
            speaks_one(terminal, card)
            terminal.expect("Question 2 of 5")
            terminal.expect("Enter: done")
            card.say_into_microphone(spoken(SAID)).wait()
            card.kill()
            terminal.expect(r"What you said until\s+then is kept")
            terminal.expect("t: type")
            terminal.send("t")
            types(terminal, *TOLD)
            terminal.expect("Kept in")
            terminal.expect(pexpect.EOF)
    finally:
        card.close()
    texts, left = kept(home)
    assert (list(texts), left) == (list(KINDS), [])
    assert "desk" in texts["unsaid"]
    assert tuple(texts.values())[2:] == TOLD
    note("a microphone that is lost in a debrief", 1, "all that was told is kept, the rest typed")


@pytest.mark.sound_card
def test_a_recogniser_that_fails_costs_no_answer(
    home: Path, sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    good = models.find("tiny.en", pulled=tmp_path / "none", cache=tmp_path / "cache").folder
    model = tmp_path / "model"
    model.mkdir()
    for file in good.iterdir():
        if file.is_file() and file.name != "model.bin":
            (model / file.name).symlink_to(file)
    (model / "model.bin").write_bytes((good / "model.bin").read_bytes()[:1000])
    with debrief("--model", str(model)) as terminal:
        speaks_one(terminal, sound_card)
        terminal.expect("Please type it")
        types(terminal, SAID, *TOLD, "Between 80 and 90 thousand.")
        terminal.expect("Kept in")
        terminal.expect(pexpect.EOF)
    texts, left = kept(home)
    assert (list(texts), left) == (list(KINDS), [])
    assert texts["unsaid"] == SAID
    note("a recogniser that fails in a debrief", 1, "told; the answer and the rest typed and kept")
