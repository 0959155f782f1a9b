"""Only the owner can read what is kept, whatever the umask; logs hold no words; temps are gone."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.reliability import PLAIN
from tests.reliability.soaking import SOAK, note

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="permissions are another matter there"),
]

LONGEST_S = 300
SECRET = "Xylophonically"
"""A word of an answer that stands nowhere else."""


def mockview(*words: str, home: Path, typed: str = "", umask: int = 0o022) -> "Done":
    return subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        input=typed, capture_output=True, text=True, check=False, timeout=LONGEST_S, umask=umask,
        env=os.environ | {"MOCKVIEW_HOME": str(home), "TMPDIR": str(home.parent / "tmp"),
                          "PULSE_SERVER": "unix:/nowhere"},
    )  # fmt: skip


Done = subprocess.CompletedProcess[str]


def open_to_others(home: Path) -> list[str]:
    """What others could get at: a file or folder with a right for them, and every folder above it
    (below `home`) with one to pass."""
    found = []
    for path in sorted(home.rglob("*")):
        above = [one for one in path.parents if one.is_relative_to(home)]
        passable = all(one.stat().st_mode & 0o011 for one in above)
        mode = path.lstat().st_mode
        if passable and mode & 0o077 and not stat.S_ISLNK(mode):
            found.append(f"{mode & 0o777:o} {path}")
    return found


@pytest.mark.parametrize("umask", [0o000, 0o777] if SOAK else [0o000])
def test_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    home = tmp_path / "home"
    (tmp_path / "tmp").mkdir()
    asked = ("--question", "pitch", "--question", "salary-expectation")
    runs = [
        mockview(
            "run", *PLAIN, *asked, "--voice", "neural", "--no-input",
            "--answers", "sample",  # which a voice speaks, and keeps in its cache
            home=home, umask=umask,
        ),
        mockview("run", *asked, "--voice", "silent", "--typed", home=home, umask=umask,
                 typed=f"{SECRET}, I am the one.\n\n"),
        mockview("resume", "--voice", "silent", home=home, umask=umask, typed="I do it.\n\n"),
        mockview("sessions", home=home, umask=umask),
        mockview("models", "path", home=home, umask=umask),
    ]  # fmt: skip
    assert [done.returncode for done in runs] == [0] * len(runs), [done.stderr for done in runs]
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".flac" for path in kept)
    assert any(path.name == "model.bin" for path in kept)
    assert any(path.suffix == ".npz" for path in kept)
    home.chmod(0o755)  # as if others might come as far as here
    recordings = home / "recordings"
    assert open_to_others(home) == []
    assert [path for path in recordings.rglob("*") if path.lstat().st_mode & 0o077] == []
    assert list((tmp_path / "tmp").iterdir()) == []
    holding = [path for path in kept if SECRET in path.read_bytes().decode("latin-1")]
    assert all(path.is_relative_to(recordings) for path in holding)
    assert holding
    note(
        f"files and folders for their owner alone, with a umask of {umask:03o}", len(kept),
        "none open to others; no temporary file left; what was typed stands in the session alone",
    )  # fmt: skip


def test_settings_that_are_remembered_are_private_too(tmp_path: Path) -> None:
    from simulator import settings

    file = tmp_path / "config" / "deep" / "settings.toml"
    before = os.umask(0)
    try:
        settings.remember(file, "input_device", "USB")
    finally:
        os.umask(before)
    assert open_to_others(tmp_path / "config") == []
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_bug_log_holds_no_words_and_is_private(tmp_path: Path) -> None:
    """A bug is put in where what was typed is at hand, in a program of its own."""
    code = """
import os, sys
os.umask(0)
from simulator.interview import conductor
def buggy(self, answer, heard):
    raise ValueError(heard.text)
conductor.Conductor._assess = buggy
from simulator.cli.main import run
sys.exit(run(["run", "--typed", "--voice", "silent", "--question", "pitch"]))
"""
    home = tmp_path / "home"
    done = subprocess.run(
        [sys.executable, "-c", code], input=f"{SECRET}.\n\n", capture_output=True, text=True,
        check=False, timeout=LONGEST_S, env=os.environ | {"MOCKVIEW_HOME": str(home)},
    )  # fmt: skip
    assert done.returncode == 3
    assert SECRET not in done.stderr
    (log,) = (home / "cache" / "logs").iterdir()
    assert "ValueError" in log.read_text()
    assert SECRET not in log.read_text()
    assert log.stat().st_mode & 0o077 == 0
    assert log.parent.stat().st_mode & 0o077 == 0
    (session,) = (home / "recordings").glob("*/session.json")
    assert SECRET in session.read_text()  # the answer itself is not lost for the bug
    note("a bug's log", 1, "the traceback without a word of the answer, for the owner alone")


def test_temporary_files_of_a_killed_program_go_at_the_next_start(tmp_path: Path) -> None:
    temporary, home = tmp_path / "tmp", tmp_path / "home"
    temporary.mkdir()
    code = """
import sys, time
from simulator.voice.pyttsx3 import load
voice = load()
import simulator.voice.pyttsx3 as engine
engine._answer = lambda *_: (print("speaking", flush=True), time.sleep(60))
from simulator.questions import Interviewer
from simulator.voice import Utterance
voice.synthesise(Utterance("What did we leave out?", Interviewer("a", "Dana", "Director")))
"""
    program = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True,
        env=os.environ | {"TMPDIR": str(temporary)},
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stdout.readline() == "speaking\n"
    program.send_signal(signal.SIGKILL)
    program.communicate()
    (left,) = temporary.iterdir()
    assert left.stat().st_mode & 0o077 == 0
    mine = temporary / "mockview-voice-branch-of-mine"
    mine.mkdir()
    long_ago_s = time.time() - 3600
    joining = home / "cache" / "models" / ".joining-abcdefgh"
    joining.mkdir(parents=True)
    for path in (left, mine, joining):
        os.utime(path, (long_ago_s, long_ago_s))
    assert mockview("sessions", home=home).returncode == 0
    assert [path.name for path in temporary.iterdir()] == [mine.name]
    assert not joining.exists()
    note("temporary files after a SIGKILL", 2, "gone at the next start; somebody's own stay")
