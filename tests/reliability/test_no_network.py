"""No command opens a connection: none fails without a network, and none asks the system for one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from simulator.cli.main import COMMANDS
from tests.reliability.soaking import SOAK, note

pytestmark = pytest.mark.slow

QUESTION = "pitch"
LONGEST_S = 300
NOT_HERE = {
    "models pull": "fetches over the network, having said so and asked: tested in its own file",
}


def every_command(folder: Path) -> dict[str, tuple[list[str], str]]:
    """A line for each command that does its real work, and what is typed; in an order in which
    each finds what it needs."""
    sound, text = folder / "answer.wav", folder / "answer.txt"
    beep = np.sin(np.arange(32_000) / 20) * 0.2
    soundfile.write(sound, beep, 16_000)
    text.write_text("I would say between seventy and eighty thousand.")
    answer = "I am the one who does it.\n\n"
    asked = ["--question", QUESTION, "--voice"]
    return {
        "run": (["run", *asked, "neural", "--answers", str(sound), "--no-input"], ""),
        "run --answers sample": (
            ["run", *asked, "pyttsx3", "--answers", "sample", "--no-input"], "",
        ),
        "run --typed": (["run", *asked, "silent", "--question", "salary-expectation", "--typed"],
                        answer),
        "resume": (["resume", "--voice", "silent"], answer),
        "sessions": (["sessions", "--json"], ""),
        "review": (["review"], ""),
        "report": (["report", "-o", str(folder / "report.html")], ""),
        "trend": (["trend", "--json"], ""),
        "export": (["export", "--to", "md"], ""),
        "mark": (["mark", "latest", "1", "--note", "Slower."], ""),
        "retake": (["retake", "latest", QUESTION, "--voice", "silent", "--typed"], answer),
        "drill": (["drill", "--anyway", "--count", "1", "--voice", "silent", "--typed"], answer),
        "debrief": (["debrief", "--voice", "silent", "--typed"], answer * 8),
        "replay": (["replay", "latest", "1", "--voice", "silent", "--no-input"], ""),
        "score": (["score", str(sound), str(text), "--question", QUESTION], ""),
        "sets list": (["sets", "list"], ""),
        "sets show": (["sets", "show", "second-interview"], ""),
        "sets check": (["sets", "check", "second-interview"], ""),
        "sets try": (["sets", "try", "second-interview", "salary-expectation", answer], ""),
        "models list": (["models", "list"], ""),
        "models path": (["models", "path"], ""),
        "doctor": (["doctor", "--json"], ""),
        "delete": (["delete", "latest", "--yes"], ""),
        "purge": (["purge", "--yes"], ""),
    }  # fmt: skip


def test_every_command_is_tried(tmp_path: Path) -> None:
    tried = {name.split()[0] for name in every_command(tmp_path)}
    missing = set(COMMANDS) - tried
    assert not missing, f"name a line for {missing} in `every_command`"


def may_not_fail(name: str, status: int) -> bool:
    """There is neither microphone nor loudspeaker here: `doctor` and `replay` say so with 1."""
    return status == 0 or (status == 1 and name in ("doctor", "replay"))


def has_no_network() -> list[str] | None:
    """The words before a command that take its network away; None where that is not allowed."""
    for words in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if (
            shutil.which("unshare")
            and not subprocess.run([*words, "true"], check=False, capture_output=True).returncode
        ):
            return words
    return None


NO_NETWORK = has_no_network()
STRACE = shutil.which("strace")


INTERNET = re.compile(r"\b(socket|connect|sendto|bind)\([^\n]*\b(AF_INET6?|PF_INET6?|AF_PACKET)\b")


@pytest.mark.skipif(
    NO_NETWORK is None or STRACE is None,
    reason="NOT RUN: needs strace, and a system that gives network namespaces",
)
def test_every_command_works_without_a_network_and_asks_for_none(tmp_path: Path) -> None:
    assert NO_NETWORK is not None
    every = every_command(tmp_path)
    names = list(every) if SOAK else ["run", "run --typed", "resume", "score", "sessions"]
    lines = {name: every[name] for name in names}
    log = tmp_path / "strace.log"
    calls = 0
    for name, (words, typed) in lines.items():
        done = subprocess.run(
            [
                *(*NO_NETWORK, str(STRACE), "-f", "-qq", "-e", "trace=%network", "-o", str(log)),
                *(sys.executable, "-m", "simulator", *words),
            ],
            input=typed, capture_output=True, text=True, check=False, timeout=LONGEST_S,
            env=os.environ | {"PULSE_SERVER": "unix:/nowhere"},
        )  # fmt: skip
        assert may_not_fail(name, done.returncode), f"{name}: {done.stderr}"
        seen = log.read_text(errors="replace")
        assert not INTERNET.search(seen), f"{name}: {INTERNET.findall(seen)}"
        calls += seen.count("\n")
    note("every command where there is no network (unshare)", len(lines), "all did their work")
    note(
        "the system calls of every command, its child processes too (strace)", len(lines),
        f"{calls} calls about sockets, none for a network",
    )  # fmt: skip


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_strace_would_have_seen_it(tmp_path: Path) -> None:
    log = tmp_path / "strace.log"
    code = "import socket; socket.socket().close()"
    subprocess.run(
        [str(STRACE), "-f", "-qq", "-e", "trace=%network", "-o", str(log), sys.executable, "-c",
         code],
        check=True,
    )  # fmt: skip
    assert INTERNET.search(log.read_text())


def test_pulling_a_model_says_what_and_from_whom_and_asks(tmp_path: Path) -> None:
    for words, typed in ((["models", "pull", "small.en"], ""), (["models", "pull", "tiny"], "n\n")):
        done = subprocess.run(
            [sys.executable, "-m", "simulator", *words],
            input=typed, capture_output=True, text=True, check=False, timeout=LONGEST_S,
        )  # fmt: skip
        assert done.returncode == 1
        assert "huggingface.co" in done.stderr
        assert words[-1] in done.stderr
        assert "Nothing was fetched" in done.stderr
    note("`models pull` asks first", 2, "says what, from whom and where to; nothing was fetched")
