"""Four hours: memory stays flat, recorder and clock agree, no file stays open.

Time is compressed where it can be. The recorder gets four hours of sound, block by block, as fast
as it takes them (its own code, with a stream that runs fast in place of PortAudio). The interview
is the real program with four hours of recorded answers, mostly silence, so that there is little to
recognise. What cannot be compressed, the clock, is watched for minutes on a virtual sound card.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from simulator.audio import devices, files
from simulator.audio.microphone import DeviceMicrophone
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound
from tests.reliability import PLAIN
from tests.reliability.playing import KnownNoise
from tests.reliability.soaking import SOAK, note, times
from tests.spoken import spoken
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = pytest.mark.slow

BLOCK = SPEECH_RATE_HZ // 20
ANSWERS = times(4, 96)
ANSWER_S = times(10, 150)
MOST_GROWTH_MB = 40


class FastStream:
    """In place of `sounddevice.InputStream`: gives its blocks as fast as they are taken."""

    def __init__(self, blocks: int, waiting: Callable[[], int], callback: Any) -> None:
        self._blocks = blocks
        self._waiting = waiting
        self._callback = callback
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.done = threading.Event()

    def _run(self) -> None:
        class Fine:
            input_overflow = False

        for number in range(self._blocks):
            while self._waiting() > 50:
                time.sleep(0.0005)
            self._callback(block(number)[:, None], BLOCK, None, Fine())
        self.done.set()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._thread.join()

    abort = stop

    def close(self) -> None: ...


NOISE = KnownNoise(60).sound.samples


def block(number: int) -> Samples:
    start = number * BLOCK % (len(NOISE) - BLOCK)
    return NOISE[start : start + BLOCK]


def memory_mb(pid: int | str = "self") -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def open_files(pid: int | str = "self") -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def test_the_recorder_takes_four_hours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duration_s = times(300, 4 * 3600)
    blocks = duration_s * 20
    streams: list[FastStream] = []

    class Module:
        PortAudioError = OSError

        @staticmethod
        def InputStream(callback: Any, **_: Any) -> FastStream:  # noqa: N802 (sounddevice's name)
            live = callback.__self__
            streams.append(FastStream(blocks, live._blocks.qsize, callback))
            return streams[-1]

    device = devices.Device(0, "fast", 1, SPEECH_RATE_HZ, True)
    monkeypatch.setattr(devices, "portaudio", lambda: Module)
    monkeypatch.setattr("simulator.audio.streams.portaudio", lambda: Module)
    monkeypatch.setattr(devices, "find", lambda kind, wanted: device)
    opened = open_files()
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    seen: list[float] = []
    while not streams[0].done.wait(0.2):
        seen.append(memory_mb())
    recording = live.stop()
    assert recording.lost == ""
    assert recording.duration_s == duration_s
    assert open_files() <= opened
    growth_mb = max(seen[-3:]) - seen[len(seen) // 10]
    assert growth_mb < MOST_GROWTH_MB
    with soundfile.SoundFile(recording.file) as kept:
        for number in range(blocks):
            pcm = kept.read(BLOCK, dtype="float32")
            assert np.array_equal(pcm, block(number)), f"block {number}"
        assert not len(kept.read(1))
    note(
        f"{duration_s / 3600:.2f} hours through the recorder, as fast as it takes them", 1,
        f"{duration_s * SPEECH_RATE_HZ:,} samples, all as they went in; memory "
        f"{growth_mb:+.1f} MB from a tenth of the way to the end; no file left open",
    )  # fmt: skip


def answers_in(folder: Path) -> None:
    folder.mkdir()
    said = spoken("I would say between seventy and eighty thousand.").samples
    quiet = np.random.default_rng(0).normal(0, 0.0003, ANSWER_S * SPEECH_RATE_HZ)
    sound = quiet.astype(np.float32)
    sound[SPEECH_RATE_HZ : SPEECH_RATE_HZ + len(said)] += said
    for number in range(ANSWERS):
        files.write_flac(folder / f"{number:03d}.flac", Sound(sound, SPEECH_RATE_HZ))


def a_set(file: Path) -> Path:
    questions = "".join(
        f"  - {{id: question-{n}, section: all, asked_by: boss, ask: 'What of point {n}?'}}\n"
        for n in range(ANSWERS)
    )
    file.write_text(
        "schema: 1\nid: long\ntitle: A long interview\n"
        "interviewers:\n  boss: {name: Dana, title: Director}\nquestions:\n" + questions
    )
    return file


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_an_interview_of_four_hours(tmp_path: Path) -> None:
    answers_in(tmp_path / "answers")
    recordings = tmp_path / "recordings"
    program = subprocess.Popen(
        [
            *(sys.executable, "-m", "simulator", "run", *PLAIN, "--no-input", "--voice", "neural"),
            *("--model", "tiny.en", "--set", str(a_set(tmp_path / "long.yaml"))),
            *("--count", str(ANSWERS), "--feedback", "each", "--recordings", str(recordings)),
            *("--answers", str(tmp_path / "answers")),
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    seen: list[tuple[float, float, int]] = []
    end_s = time.monotonic() + times(400, 3000)
    while program.poll() is None:
        assert time.monotonic() < end_s
        answered = len(list(recordings.glob("*/*.txt")))
        workers = children_of(program.pid)
        if answered >= 2 and workers:
            mine, theirs = memory_mb(program.pid), sum(memory_mb(pid) for pid in workers)
            seen.append((mine, theirs, open_files(program.pid)))
        time.sleep(0.5)
    assert program.stderr is not None
    assert program.returncode == 0, program.stderr.read()
    assert len(list(recordings.glob("*/*.flac"))) == ANSWERS
    quarter = max(1, len(seen) // 4)
    early, late = np.array(seen[quarter : 2 * quarter + 1]), np.array(seen[-quarter:])
    growth = np.median(late, axis=0) - np.median(early, axis=0)
    if SOAK:  # a short one is still warming up
        assert growth[0] < MOST_GROWTH_MB
        assert growth[1] < MOST_GROWTH_MB
    assert growth[2] <= 1
    note(
        f"an interview of {ANSWERS * ANSWER_S / 3600:.2f} hours, {ANSWERS} answers", 1,
        f"finished; from its second to its last quarter: memory {growth[0]:+.1f} MB, of the "
        f"process that recognises {growth[1]:+.1f} MB; open files {growth[2]:+.0f}",
    )  # fmt: skip


def children_of(pid: int) -> list[int]:
    from tests.reliability.test_killed import children_of as children

    return [child for child in children(pid) if Path(f"/proc/{child}/statm").exists()]


@pytest.mark.sound_card
def test_recorder_and_clock_agree(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    duration_s = times(3, 300)
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    time.sleep(1.0)
    begun_s, recorded_s = time.monotonic(), live.elapsed_s
    time.sleep(duration_s)
    clock_s, sound_s = time.monotonic() - begun_s, live.elapsed_s - recorded_s
    recording = live.stop()
    assert recording.lost == ""
    assert recording.overflows == 0 or not SOAK
    drift_s = sound_s - clock_s
    assert abs(drift_s) < (0.3 if SOAK else 2.0)  # blocks come a quarter of a second at a time
    note(
        f"recorder against clock for {duration_s} s", 1,
        f"{drift_s * 1000:+.0f} ms apart at the end, {recording.overflows} overflows",
    )  # fmt: skip
