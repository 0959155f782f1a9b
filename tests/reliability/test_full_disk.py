"""A disk that becomes full, at any point: one sentence, and everything earlier is whole.

As root on Linux it is a real small file system (tmpfs); elsewhere a limit on the size of files.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile

from simulator.audio import files
from simulator.sound import SPEECH_RATE_HZ
from tests.reliability import PLAIN
from tests.reliability.playing import KnownNoise
from tests.reliability.soaking import note, times

POINTS = times(2, 20)
ANSWERS = 3
LONGEST_S = 240
pytestmark = pytest.mark.slow


def tmpfs_is_allowed(folder: Path) -> bool:
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        return False
    subprocess.run(["umount", str(folder)], check=True)
    return True


@contextmanager
def small_disk(folder: Path, size_kb: int) -> Iterator[None]:
    folder.mkdir()
    size = f"size={size_kb}k,mode=0700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def recorded_answers(folder: Path) -> list[Path]:
    """Noise: FLAC cannot make it small, so that each takes about 90 kB."""
    folder.mkdir()
    made = []
    for number in range(ANSWERS):
        file = folder / f"{number}.flac"
        files.write_flac(file, KnownNoise(3, seed=number).sound)
        made.append(file)
    return made


def sit(recordings: Path, answers: list[Path], limit_kb: int | None) -> str:
    """An interview; what it says on stderr. It ends with 0 or 1."""

    def limited() -> None:
        if limit_kb is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit_kb * 1024, limit_kb * 1024))

    done = subprocess.run(
        [
            *(sys.executable, "-m", "simulator", "run", *PLAIN, "--no-input", "--voice", "silent"),
            *("--model", "tiny.en", "--seed", "1", "--recordings", str(recordings)),
            *("--answers", *map(str, answers)),
        ],
        capture_output=True, text=True, check=False, timeout=LONGEST_S, preexec_fn=limited,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    if done.returncode:
        assert done.stderr.strip().splitlines()[-1].startswith("mockview: ")
    return done.stderr


def kept_whole(recordings: Path, answers: list[Path]) -> int:
    """Every answer that the session knows is there, sample by sample. How many there are."""
    documents = [json.loads(file.read_text()) for file in recordings.glob("*/session.json")]
    if not documents:
        return 0
    (document,) = documents
    (folder,) = (file.parent for file in recordings.glob("*/session.json"))
    for number, answer in enumerate(document["answers"]):
        kept, rate_hz = soundfile.read(folder / answer["source"], dtype="int16")
        given, _ = soundfile.read(answers[number], dtype="int16")
        assert rate_hz == SPEECH_RATE_HZ
        assert np.array_equal(kept, given)
    return len(document["answers"])


def test_a_disk_that_becomes_full_at_any_point(tmp_path: Path) -> None:
    answers = recorded_answers(tmp_path / "answers")
    real = tmpfs_is_allowed(tmp_path / "try")
    full, kept = 0, []
    # From a disk that takes no session at all to one that takes nearly everything.
    for point, size_kb in enumerate(
        np.linspace(8, 150 if POINTS == 2 else 300, POINTS).round().astype(int)
    ):
        disk = tmp_path / f"disk-{point}"
        if real:
            with small_disk(disk, int(size_kb)):
                said = sit(disk, answers, None)
                kept.append(kept_whole(disk, answers))
                assert not list(disk.glob("*/.*.new"))
        else:
            disk.mkdir()
            said = sit(disk, answers, int(size_kb))
            kept.append(kept_whole(disk, answers))
        full += any(word in said.lower() for word in ("full", "no space", "too large"))
    assert full, "no disk was small enough"
    assert kept == sorted(kept) or not real
    how = "a tmpfs of 8 to 300 kB, as root" if real else "RLIMIT_FSIZE, 8 to 300 kB"
    note(
        "a full disk", POINTS,
        f"{how}: {full} became full, one sentence each time; {sum(kept)} answers kept before, "
        "all whole, sample by sample",
    )  # fmt: skip


@pytest.mark.sound_card
def test_a_disk_that_becomes_full_while_somebody_speaks(tmp_path: Path) -> None:
    """Recorded for real; afterwards there is room again, and the start mends what was left."""
    import time

    from tests.reliability.test_killed import drain, interview, mockview, whole
    from tests.virtual_sound_card import VirtualSoundCard

    if not tmpfs_is_allowed(tmp_path / "try"):
        pytest.skip("only root may mount a small disk; the other test here uses a limit instead")
    noise = KnownNoise(60)
    points = times(1, 5)
    for point in range(points):
        disk = tmp_path / f"disk-{point}"
        card = VirtualSoundCard(rate_hz=SPEECH_RATE_HZ)
        try:
            with small_disk(disk, 60 + 12 * point):
                card.say_into_microphone(noise.sound)
                with interview(card, disk) as terminal:
                    end_s = time.monotonic() + LONGEST_S
                    while terminal.isalive():
                        assert time.monotonic() < end_s
                        drain(terminal)
                        time.sleep(0.05)
                assert terminal.exitstatus == 1
                subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
                assert "was interrupted" in mockview("sessions", "--recordings", str(disk)).stderr
                (file,) = disk.glob("*/*.flac")
                found = noise.found(whole(file))
                assert found.missing == 0
                assert found.samples > 0.2 * SPEECH_RATE_HZ
        finally:
            card.close()
    note(
        "the disk becomes full while somebody speaks", points,
        "told; what fitted is whole, and mended at the next start",
    )  # fmt: skip
