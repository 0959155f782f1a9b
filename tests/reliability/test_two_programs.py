"""Several mockviews on one recordings folder at the same time: none harms another."""

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.reliability import PLAIN
from tests.reliability.soaking import note, times
from tests.reliability.test_full_disk import recorded_answers

pytestmark = pytest.mark.slow

AT_ONCE = times(2, 6)
LONGEST_S = 300


def start(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "simulator", *words],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_interviews_at_the_same_time(tmp_path: Path) -> None:
    given = recorded_answers(tmp_path / "answers")
    recordings = tmp_path / "recordings"
    at = ("--recordings", str(recordings))
    programs = [
        start(
            "run", *PLAIN, "--no-input", "--voice", "silent", "--model", "tiny.en", "--json", *at,
            "--answers", *map(str, given),
        )
        for _ in range(AT_ONCE)
    ]  # fmt: skip
    refused = looks = 0
    end_s = time.monotonic() + LONGEST_S
    while any(program.poll() is None for program in programs):
        assert time.monotonic() < end_s
        for words in (["sessions"], ["delete", "latest", "--yes"]):
            others = start(*words, *at)
            _, said = others.communicate(timeout=LONGEST_S)
            looks += 1
            assert "was interrupted" not in said, "somebody else's work was taken for left over"
            refused += "at work on" in said
            assert others.returncode in (0, 1)
            assert "bug" not in said
    whole = 0
    for program in programs:
        out, err = program.communicate(timeout=LONGEST_S)
        assert program.returncode == 0, err
        session = json.loads(out)
        folder = recordings / session["id"]
        if not folder.exists():  # it had ended, and one of ours removed it
            continue
        assert session["state"] == "finished"
        for answer, file in zip(session["answers"], given, strict=True):
            kept, _ = soundfile.read(folder / answer["source"], dtype="int16")
            assert np.array_equal(kept, soundfile.read(file, dtype="int16")[0])
        whole += 1
    assert not list(recordings.glob(".*.held"))
    note(
        "mockviews at the same time on one folder", AT_ONCE,
        f"each finished, {whole} sessions whole sample by sample; meanwhile {looks} times "
        f"`sessions` or `delete`, of which {refused} were refused as somebody was at work on it",
    )  # fmt: skip
