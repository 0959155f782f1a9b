"""The recogniser fails, or has no memory: the sound is kept and marked, the interview goes on."""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from simulator.transcription import models
from tests.reliability import PLAIN
from tests.reliability.soaking import SOAK, note, some
from tests.reliability.test_full_disk import recorded_answers
from tests.reliability.test_killed import children_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits by pid are Linux's"),
]

LONGEST_S = 240
MEMORY_MB = (100, 150, 200, 300, 400, 500, 600, 700, 800, 1000) if SOAK else (150,)


def sit(folder: Path, answers: list[Path], *words: str, memory_mb: int | None) -> dict[str, object]:
    program = subprocess.Popen(
        [
            *(sys.executable, "-m", "simulator", "run", *PLAIN, "--no-input", "--voice", "silent"),
            *("--json", "--seed", "1", "--recordings", str(folder), *words),
            *("--answers", *map(str, answers)),
        ],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    limited: set[int] = set()
    end_s = time.monotonic() + LONGEST_S
    while program.poll() is None and memory_mb is not None and time.monotonic() < end_s:
        for child in set(children_of(program.pid)) - limited:
            bytes_ = memory_mb * 1_000_000
            resource.prlimit(child, resource.RLIMIT_AS, (bytes_, bytes_))
            limited.add(child)
        if len(list(folder.glob("*/*.flac"))) == len(answers):
            break
        time.sleep(0.02)
    out, err = program.communicate(timeout=LONGEST_S)
    assert program.returncode == 0, err
    document: dict[str, object] = json.loads(out)
    return document


def check_kept(folder: Path, session: dict[str, object], given: list[Path]) -> list[str]:
    answers = session["answers"]
    assert isinstance(answers, list)
    assert len(answers) == len(given)
    for answer, file in zip(answers, given, strict=True):
        kept, _ = soundfile.read(next(folder.glob(f"*/{answer['source']}")), dtype="int16")
        assert np.array_equal(kept, soundfile.read(file, dtype="int16")[0])
        assert answer["state"] in ("assessed", "failed")
        assert bool(answer["note"]) == (answer["state"] == "failed")
    return [answer["state"] for answer in answers]


def test_a_recogniser_without_memory(tmp_path: Path) -> None:
    given = recorded_answers(tmp_path / "answers")
    failed = 0
    for memory_mb in MEMORY_MB:
        folder = tmp_path / str(memory_mb)
        session = sit(folder, given, "--model", "tiny.en", memory_mb=memory_mb)
        failed += check_kept(folder, session, given).count("failed")
    assert failed
    note(
        f"the recogniser with {MEMORY_MB[0]} to {MEMORY_MB[-1]} MB of address space",
        len(MEMORY_MB),
        f"{failed} answers could not be transcribed and say so; every sound is whole; each "
        "interview went on to its end",
    )  # fmt: skip


@pytest.mark.parametrize("broken", some(["model.bin", "tokenizer.json", "config.json"], 1))
def test_a_broken_model(broken: str, tmp_path: Path) -> None:
    good = models.find("tiny.en", pulled=tmp_path / "none", cache=tmp_path / "cache").folder
    model = tmp_path / "model"
    model.mkdir()
    for file in good.iterdir():
        if file.is_file() and file.name != broken:
            (model / file.name).symlink_to(file)
    (model / broken).write_bytes((good / broken).read_bytes()[:1000])
    given = recorded_answers(tmp_path / "answers")
    folder = tmp_path / "recordings"
    session = sit(folder, given, "--model", str(model), memory_mb=None)
    states = check_kept(folder, session, given)
    assert "failed" in states or broken == "config.json"  # of which little is needed
    note(f"a speech model whose {broken} is cut off", 1, "told, every sound whole, to the end")
