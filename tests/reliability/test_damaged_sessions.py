"""Session folders that somebody has damaged: each is told in a sentence, the others are listed."""

import io
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.cli.main import BUG, EXPECTED, run
from tests import factories
from tests.reliability.soaking import note, times

DAMAGED = times(30, 200)
GOOD = "2026-11-20-0900-good"
SKIPPED = "/s\n"
Damage = Callable[[Path, random.Random], None]


def bytes_changed(folder: Path, chance: random.Random) -> None:
    content = bytearray((folder / "session.json").read_bytes())
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    (folder / "session.json").write_bytes(content)


def cut_off(folder: Path, chance: random.Random) -> None:
    content = (folder / "session.json").read_bytes()
    (folder / "session.json").write_bytes(content[: chance.randrange(len(content))])


def value_changed(folder: Path, chance: random.Random) -> None:
    """A value anywhere in it becomes something else that JSON can hold."""
    document = json.loads((folder / "session.json").read_text())
    inner = document
    while True:
        key = chance.choice(list(inner if isinstance(inner, dict) else range(len(inner))))
        below = inner[key]
        if isinstance(below, dict | list) and below and chance.random() < 0.85:
            inner = below
            continue
        inner[key] = chance.choice(
            [None, -1, 1e308, "", "\x1b[31m", [], {}, True, "../..", 10**30, "=1+1", "\ud800"]
        )
        break
    (folder / "session.json").write_text(json.dumps(document))


def number_changed(folder: Path, chance: random.Random) -> None:
    """An answer has another number, or follows one that is not there or comes later."""
    document = json.loads((folder / "session.json").read_text())
    answer = chance.choice(document["answers"])
    answer[chance.choice(["number", "follows", "follows"])] = chance.choice([4, 99, 10**30])
    (folder / "session.json").write_text(json.dumps(document))


def key_gone(folder: Path, chance: random.Random) -> None:
    document = json.loads((folder / "session.json").read_text())
    del document[chance.choice(list(document))]
    (folder / "session.json").write_text(json.dumps(document))


def another_thing(folder: Path, chance: random.Random) -> None:
    file = folder / "session.json"
    file.unlink()
    kind = chance.choice(["folder", "pipe", "link", "nothing", "zeros", "random"])
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "link":
            file.symlink_to(chance.choice(["/etc/passwd", "/dev/zero", "session.json", "/dev/tty"]))
        case "zeros":
            file.write_bytes(bytes(4096))
        case "random":
            file.write_bytes(chance.randbytes(4096))


def newer(folder: Path, chance: random.Random) -> None:
    file = folder / "session.json"
    file.write_text(file.read_text().replace('"schema": 1', f'"schema": {chance.randint(2, 99)}'))


def files_gone(folder: Path, chance: random.Random) -> None:
    for path in folder.iterdir():
        if path.name != "session.json":
            path.unlink()
    (folder / "01-salary-expectation.flac").write_bytes(chance.randbytes(100))


WAYS: tuple[Damage, ...] = (
    bytes_changed, cut_off, value_changed, value_changed, number_changed, key_gone, another_thing,
    newer, files_gone,
)  # fmt: skip


def made(recordings: Path, number: int) -> Path:
    chance = random.Random(number)
    folder = Archive(recordings).create(factories.a_session(f"2026-11-23-1434-{number:04d}")).folder
    WAYS[number % len(WAYS)](folder, chance)
    return folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_damaged_sessions_are_told_one_by_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = read = 0

    def tried(*words: str) -> None:
        nonlocal refused, read
        monkeypatch.setattr("sys.stdin", io.StringIO(SKIPPED))
        status = run(words)
        said = capsys.readouterr()
        assert status != BUG, f"{words}: {said.err}"
        assert "\x1b" not in said.err + said.out
        if status == EXPECTED:
            assert said.err.strip().count("\n") <= 1, said.err
            refused += 1
        else:
            read += 1

    for number in range(DAMAGED):
        recordings = tmp_path / str(number)
        Archive(recordings).create(factories.a_session(GOOD))
        folder = made(recordings, number)
        at = ["--recordings", str(recordings)]
        before = shape(folder)
        assert run(["sessions", *at]) == 0
        assert GOOD in capsys.readouterr().out
        tried("review", folder.name, *at)
        tried("review", folder.name, "--json", *at)
        tried("resume", folder.name, *at)
        for answer in "123":
            tried("mark", folder.name, answer, *at)
        assert shape(folder) == before, "looking changes nothing"
        for answer in "123":
            tried("mark", folder.name, answer, "--note", "Slept badly.", *at)
            tried("retake", folder.name, answer, "--typed", "--voice", "silent", *at)
        assert run(["delete", folder.name, "--yes", *at]) in (0, EXPECTED)
        capsys.readouterr()
        assert run(["review", GOOD, *at]) == 0
        capsys.readouterr()
        shutil.rmtree(recordings)
    note(
        "damaged sessions", DAMAGED,
        f"never a traceback or a hang ({refused} commands refused with a sentence, {read} did "
        "their work all the same); none changed by being looked at; the others listed each time",
    )  # fmt: skip


def test_two_hundred_in_one_folder_by_the_real_program(tmp_path: Path) -> None:
    Archive(tmp_path).create(factories.a_session(GOOD))
    for number in range(DAMAGED):
        made(tmp_path, number)
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "sessions", "--all", "--recordings", str(tmp_path)],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0
    assert GOOD in done.stdout
    assert "Traceback" not in done.stderr
    note(
        "damaged sessions in one folder", DAMAGED,
        f"listed with the good one; {len(done.stderr.splitlines())} named as not readable",
    )  # fmt: skip


def shape(folder: Path) -> list[tuple[str, int, int]]:
    return sorted(
        (path.name, path.lstat().st_mode, path.lstat().st_mtime_ns) for path in folder.iterdir()
    )
