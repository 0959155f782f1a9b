"""`mockview score` over many inputs: in order, past what is broken, and stopped in good order."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from simulator.audio.flac import write_flac
from simulator.sound import Sound
from tests.spoken import spoken

LONGEST_S = 300


def score(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "simulator", "score", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_come_in_order_and_what_is_broken_is_told(tmp_path: Path, jobs: str) -> None:
    names = [str(tmp_path / f"{number}.txt") for number in range(5)]
    for number, name in enumerate(names):
        Path(name).write_text("I said this. " * (number + 1))
    Path(names[2]).write_bytes(b"\x00\xff")
    program = score("--json", "--jobs", jobs, *names)
    out, err = program.communicate(timeout=LONGEST_S)
    assert program.returncode == 1
    document = json.loads(out)
    assert [answer["source"] for answer in document["answers"]] == [
        "0.txt", "1.txt", "3.txt", "4.txt",
    ]  # fmt: skip
    assert [answer["measures"]["words"] for answer in document["answers"]] == [3, 6, 12, 15]
    assert [error["source"] for error in document["errors"]] == ["2.txt"]
    assert "2.txt is not text" in err


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_after_ctrl_c_what_is_done_has_been_printed(tmp_path: Path, jobs: str) -> None:
    short, long = tmp_path / "short.txt", tmp_path / "long.flac"
    short.write_text("This is soon done.")
    sentence = spoken("This goes on and on, and nobody knows when it will ever end.").samples
    write_flac(long, Sound(np.tile(sentence, 200), 16_000))
    program = score("--model", "tiny.en", "--jobs", jobs, str(short), str(long))
    assert program.stdout is not None
    assert "short.txt" in program.stdout.readline()
    os.kill(program.pid, signal.SIGINT)
    _, err = program.communicate(timeout=LONGEST_S)
    assert program.returncode == 130
    assert "Stopped: 1 of 2 done." in err
    assert "Traceback" not in err
