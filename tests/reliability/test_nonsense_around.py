"""Environment, settings and streams that make no sense: a sentence, or it works all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.soaking import note, some

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="shells and signals are another matter there"),
]

PROGRAM = f'"{sys.executable}" -m simulator'


def shell(line: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; M() {{ {PROGRAM} \"$@\"; }}; {line}"],
        capture_output=True, text=True, check=False, timeout=120, cwd=folder,
        env=os.environ | {"MOCKVIEW_HOME": str(folder / "home"), "MOCKVIEW_VOICE": "silent"}
        | environment,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, line
    assert "bug" not in done.stderr, line
    assert "Exception ignored" not in done.stderr, line
    return done


STREAMS = {
    "M sets show second-interview >/dev/full": 1,
    "M sets show second-interview | head -1": 1,  # the pipe is closed
    "M sessions >&-": 0,
    "M sets list >&- 2>&-": 0,
    "M review 2>&-": 1,
    "M run --typed --question pitch <&- >/dev/null": 0,
    "M run --typed --question pitch <&- >&- 2>&-": 0,
    "mkdir gone && cd gone && rmdir ../gone && M sessions": 1,
    'M score "$(printf %05000d 1)"': 1,
    'M run --set "$(printf %05000d 1)"': 1,
    'M sessions --recordings "$(printf %05000d 1)"': 1,
    'M review "$(printf %05000d 1)"': 1,
    "M sessions --recordings '~nobody-at-all/x'": 0,
    "M score x.wav --model '~nobody-at-all/x'": 1,
    "ulimit -n 12; M sets list": None,  # Python itself may need more; a sentence or nothing
}


@pytest.mark.parametrize("line", some(STREAMS, 5))
def test_streams_and_names(line: str, tmp_path: Path) -> None:
    done = shell(line, tmp_path)
    if STREAMS[line] is not None:
        assert done.returncode == STREAMS[line], done.stderr
    note(f"`{line}`", 1, f"status {done.returncode}")


ENVIRONMENTS: dict[str, tuple[dict[str, str], int]] = {
    "columns that are none": ({"COLUMNS": "-3", "LINES": "abc"}, 0),
    "a terminal of no width": ({"COLUMNS": "0"}, 0),
    "a terminal without end": ({"COLUMNS": "99999999999999"}, 0),
    "a language that is none": ({"LANG": "xx_YY.nonsense", "LC_ALL": "no"}, 0),
    "no home": ({"HOME": "/nowhere/at/all", "MOCKVIEW_HOME": ""}, 0),
    "a home of nobody's": ({"MOCKVIEW_HOME": "~nobody-at-all/x"}, 0),
    "a home that is a file": ({"MOCKVIEW_HOME": "/etc/passwd"}, 1),
    "no temporary folder": ({"TMPDIR": "/nowhere/at/all"}, 0),
    "an unknown setting": ({"MOCKVIEW_VIOCE": "x"}, 1),
    "an empty setting": ({"MOCKVIEW_MODEL": ""}, 1),
    "recordings in a file": ({"MOCKVIEW_RECORDINGS": "/etc/passwd/x"}, 1),
    "recordings in /proc": ({"MOCKVIEW_RECORDINGS": "/proc/self/fd/x"}, 0),
}


@pytest.mark.parametrize("what", some(ENVIRONMENTS, 3))
def test_environments(what: str, tmp_path: Path) -> None:
    environment, status = ENVIRONMENTS[what]
    done = shell("M sessions", tmp_path, **environment)
    assert done.returncode == status, done.stderr
    note(f"environment: {what}", 1, f"status {status}")


SETTINGS: dict[str, str | bytes] = {
    "deep nesting": "a = " + "[" * 50_000,
    "a gigabyte": b"",
    "a pipe": b"",
    "a folder": b"",
    "no text": b"\xff\xfe\x00",
    "no TOML": "voice = ",
    "a number for a name": "voice = 3",
    "an unknown name": "vioce = 'x'",
    "escapes": 'voice = "x"\nvio\x1b[31mce = 1',
    "huge numbers": f"[targets]\npace_wpm = {'9' * 4000}",
    "targets of nothing": "[targets]\npace_wpm = [-1, nan]",
}


@pytest.mark.parametrize("what", some(SETTINGS, 3))
def test_settings(what: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    file = home / "settings.toml"
    content = SETTINGS[what]
    if what == "a pipe":
        os.mkfifo(file)
    elif what == "a folder":
        file.mkdir()
    elif what == "a gigabyte":
        with file.open("wb") as opened:
            opened.truncate(2**30)
    else:
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    done = shell("M sessions", tmp_path)
    assert done.returncode == 1, done.stdout
    assert str(file) in done.stderr
    assert "\x1b" not in done.stderr
    assert len(done.stderr) < 2_000
    note(f"settings: {what}", 1, "one sentence, status 1")
