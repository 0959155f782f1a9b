"""The real program is fed what nobody should: one sentence, in bounded time and memory."""

import json
import os
import re
import resource
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.reliability.soaking import note, some

pytestmark = pytest.mark.slow

LONGEST_S = 120
MOST_MB = 4_000
"""Of address space; models and libraries map much that they do not use."""
HEAD = (
    "schema: 1\nid: x\ntitle: X\ninterviewers: {a: {name: A, title: B}}\nquestions:\n"
    "  - {id: one, section: s, asked_by: a, ask: Why?}\n"
)


def mockview(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    def bounded() -> None:
        most = MOST_MB * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    return subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        capture_output=True, text=True, check=False, timeout=LONGEST_S, preexec_fn=bounded,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"MOCKVIEW_VOICE": "silent", "OMP_NUM_THREADS": "1",
                          "OPENBLAS_NUM_THREADS": "1"} | environment,
    )  # fmt: skip


def refused(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    assert "\x1b" not in done.stderr
    assert len(done.stderr) < 20_000
    return done.stderr


def sparse(file: Path, size: int) -> Path:
    with file.open("wb") as opened:
        opened.truncate(size)
    return file


def lines(head: str, line: str, count: int) -> bytes:
    return (head + line * count).encode()


SETS: dict[str, Callable[[], bytes]] = {
    "aliases that explode": lambda: "\n".join(
        ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    ).encode(),
    "deep nesting": lambda: b"[" * 200_000,
    "deep nesting of keys": lambda: "".join(f"{' ' * n}a:\n" for n in range(1000)).encode(),
    "an odd encoding": lambda: HEAD.encode("utf-16"),
    "latin-1": lambda: HEAD.replace("Why", "Wh\u00fd").encode("latin-1"),
    "an id with slashes": lambda: HEAD.replace("id: one", "id: ../../etc").encode(),
    "an id of dots": lambda: HEAD.replace("id: one", "id: '..'").encode(),
    "control characters": lambda: HEAD.replace("Why?", '"Why\\e[31m?"').encode(),
    "text turned round": lambda: HEAD.replace("Why?", "Why\u202e?").encode(),
    "a million questions": lambda: lines(
        HEAD, "  - {id: two, section: s, asked_by: a, ask: Why?}\n", 1_000_000
    ),
    "40,000 questions": lambda: lines(
        HEAD, "  - {id: two, section: s, asked_by: a, ask: Why?}\n", 38_000
    ),
    "a tag that runs code": lambda: b"!!python/object/apply:os.system ['touch /tmp/owned']",
    "numbers beyond all bounds": lambda: HEAD.replace("schema: 1", "schema: 1" + "0" * 5000)
    .encode(),
    "nothing": lambda: b"",
    "zeros": lambda: bytes(100_000),
}  # fmt: skip


@pytest.mark.parametrize("what", some(SETS, 4))
def test_a_hostile_question_set(what: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_bytes(SETS[what]())
    refused(mockview("sets", "check", str(file)))
    recordings = tmp_path / "recordings"
    refused(mockview("run", "--typed", "--set", str(file), "--recordings", str(recordings)))
    assert not list(recordings.glob("*"))  # no half-written session
    note(f"a question set: {what}", 2, "refused with a sentence, no session begun")


def wav_header(rate_hz: int, channels: int, claimed_bytes: int) -> bytes:
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + claimed_bytes, b"WAVE", b"fmt ", 16, 1, channels,
        rate_hz, rate_hz * channels * 2 % 2**32, channels * 2 % 2**16, 16, b"data", claimed_bytes,
    )  # fmt: skip


def a_day(file: Path) -> None:
    size = 24 * 3600 * 16_000 * 2
    with file.open("wb") as opened:
        opened.write(wav_header(16_000, 1, size))
        opened.truncate(44 + size)


def a_long_one_of_many_channels(file: Path) -> None:
    """192 kHz, 8 channels, all that a WAV can hold: it is read bit by bit, and is too long or not
    whole, or fine."""
    with file.open("wb") as opened:
        opened.write(wav_header(192_000, 8, 192_000 * 16 * 5))
        opened.truncate(44 + 192_000 * 16 * 2)


def not_numbers(file: Path) -> None:
    soundfile.write(file, np.full(16_000, np.nan, np.float32), 16_000, subtype="FLOAT")


SOUNDS: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.touch(),
    "truncated": lambda file: file.write_bytes(wav_header(16_000, 1, 640_000) + bytes(1000)),
    "a wrong extension": lambda file: file.write_bytes(b"%PDF-1.7\n" + bytes(5000)),
    "24 hours": a_day,
    "192 kHz with 8 channels, most of it missing": a_long_one_of_many_channels,
    "a header that lies": lambda file: file.write_bytes(
        wav_header(4_000_000_000, 60_000, 2**31) + bytes(5000)
    ),
    "numbers that are none": not_numbers,
    "a FIFO": os.mkfifo,
    "a device file": lambda file: file.symlink_to("/dev/zero"),
    "a terminal": lambda file: file.symlink_to("/dev/tty"),
    "a link in a circle": lambda file: file.symlink_to(file),
    "a gigabyte of zeros": lambda file: sparse(file, 2**30),
    "a folder": lambda file: file.mkdir(),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_hostile_sounds(tmp_path: Path) -> None:
    """All at once: each is told, and a good one among them is still scored."""
    made = []
    for number, (what, make) in enumerate(SOUNDS.items()):
        file = tmp_path / f"{number}.wav"
        make(file)
        if what != "a folder":
            made.append(file)
    good = tmp_path / "good.wav"
    soundfile.write(good, np.sin(np.arange(16_000) / 20) * 0.2, 16_000)
    begun_s = time.monotonic()
    done = mockview("score", *map(str, made), str(good), "--json", "--model", "tiny.en")
    said = refused(done)
    for file in made:
        assert str(file) in said
    assert [answer["source"] for answer in json.loads(done.stdout)["answers"]] == ["good.wav"]
    refused(mockview("score", str(tmp_path / "12.wav")))
    note(
        "sound files: " + ", ".join(SOUNDS), len(SOUNDS),
        f"each told in a sentence, a good one among them scored; together "
        f"{time.monotonic() - begun_s:.0f} s, with {MOST_MB} MB of address space",
    )  # fmt: skip


def test_192_khz_with_8_channels_is_read(tmp_path: Path) -> None:
    file = tmp_path / "studio.wav"
    soundfile.write(file, np.random.default_rng(0).normal(0, 0.05, (192_000, 8)), 192_000)
    done = mockview("score", str(file), "--json", "--model", "tiny.en")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["answers"][0]["audio"]["duration_s"] == pytest.approx(1, abs=0.1)


def test_a_gigabyte_of_a_set_and_of_a_transcript(tmp_path: Path) -> None:
    for name, words in (("x.yaml", ["sets", "check"]), ("x.txt", ["score"])):
        file = sparse(tmp_path / name, 2**30)
        assert "over" in refused(mockview(*words, str(file)))
    for name, words in (("f.yaml", ["sets", "check"]), ("f.txt", ["score"])):
        os.mkfifo(tmp_path / name)
        refused(mockview(*words, str(tmp_path / name)))
    note("a gigabyte, and a FIFO, as a set and as a transcript", 4, "refused with a sentence")


ESCAPES = "\x1b]0;owned\x07\x1b[2J\x1b[31m<script>alert(1)</script>[bold]=1+1"


def test_a_transcript_with_escapes_is_shown_without(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text(f"I would say {ESCAPES} eighty.")
    done = mockview("score", str(file), "--question", "pitch")
    assert done.returncode == 0, done.stderr
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", done.stdout + done.stderr)
    assert "[bold]" in done.stdout  # shown, not obeyed
    note("a transcript with terminal escapes and markup", 1, "shown as text, nothing obeyed")


def test_names_with_escapes_are_harmless(tmp_path: Path) -> None:
    name = "\x1b[31mred\x07"
    (tmp_path / f"{name}.wav").write_bytes(b"no sound")
    tried = [
        mockview("score", str(tmp_path / f"{name}.wav")),
        mockview("review", name),
        mockview("run", "--set", f"{name}.yaml"),
        mockview("run", "--role", name),
        mockview("sessions", MOCKVIEW_RECORDINGS=str(tmp_path / name / "x"), MOCKVIEW_VIOCE=name),
        mockview("score", "x.wav", "--model", name),
    ]
    for done in tried:
        refused(done)
    for words in (["run", f"--{name}"], [name]):
        done = mockview(*words)
        assert done.returncode == 2
        assert "\x1b" not in done.stderr
    note("names with terminal escapes on the command line", len(tried) + 2, "written out")
