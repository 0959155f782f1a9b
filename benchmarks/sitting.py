"""A real interview that sits itself: `mockview run` in a terminal, between a loudspeaker and a
microphone made of PulseAudio. Used by `instant.py` and `live.py`."""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pexpect

sys.path.append(str(Path(__file__).resolve().parent.parent))  # for the virtual card of the tests

from tests.virtual_sound_card import VirtualSoundCard

LOUD = 100
"""Of 32,768: the virtual loudspeaker is silent but for what is played."""
LONGEST_S = 120.0
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Terminal:
    """Runs a command in a terminal that is always read, and knows when what was written."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.begun_s = time.monotonic()
        self._child = pexpect.spawn(
            command[0], command[1:], env=env, encoding="utf-8", dimensions=(50, 110)
        )
        self.pid: int = self._child.pid
        self._text = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                self._text += self._child.read_nonblocking(65_536, timeout=None)
            except (pexpect.EOF, OSError, ValueError):
                return

    @property
    def written(self) -> int:
        return len(self._text)

    def wait_for(self, pattern: str, after: int = 0, longest_s: float = LONGEST_S) -> float:
        """When it was there (to 5 ms), by the monotonic clock."""
        until_s = time.monotonic() + longest_s
        while time.monotonic() < until_s:
            if re.search(pattern, self._text[after:]):
                return time.monotonic()
            time.sleep(0.005)
        raise TimeoutError(f"no '{pattern}' in: {self._text[after:][-2000:]}")

    def press(self, key: str) -> float:
        self._child.send(key)
        return time.monotonic()

    def end(self) -> None:
        self._reader.join(LONGEST_S)
        self._child.close()

    def stop(self) -> None:
        self._child.sendintr()
        self.end()


class Ear:
    """Listens to the virtual loudspeaker; knows when it was loud, to about 20 ms."""

    def __init__(self, card: VirtualSoundCard) -> None:
        self._loud_s: list[float] = []
        self._recorder = subprocess.Popen(
            [
                *("parecord", "--device=speaker.monitor", "--raw", "--format=s16le"),
                *("--rate=16000", "--channels=1", "--latency-msec=20"),
            ],
            env=os.environ | card.env,
            stdout=subprocess.PIPE,
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        while block := self._recorder.stdout.read(320):
            if np.abs(np.frombuffer(block, "<i2").astype(np.int32)).max() > LOUD:
                self._loud_s.append(time.monotonic())

    def first_after(self, moment_s: float, longest_s: float = LONGEST_S) -> float:
        until_s = time.monotonic() + longest_s
        while time.monotonic() < until_s:
            later = [loud_s for loud_s in self._loud_s if loud_s > moment_s]
            if later:
                return later[0]
            time.sleep(0.005)
        raise TimeoutError("nothing was heard")

    def close(self) -> None:
        self._recorder.terminate()
        self._recorder.wait()


class Memory:
    """The most that a program and its helpers took at once, in MB, each shared page once (PSS)."""

    def __init__(self, pid: int) -> None:
        self.peak_mb = 0.0
        self._pid = pid
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def _watch(self) -> None:
        while not self._over.wait(1.0):
            self.peak_mb = max(self.peak_mb, sum(map(_pss_mb, tree(self._pid))))

    def stop(self) -> float:
        self._over.set()
        self._watcher.join()
        return self.peak_mb


def tree(pid: int) -> Iterator[int]:
    """A process and all that came of it."""
    yield pid
    try:
        children = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return
    for child in children:
        yield from tree(child)


def cpu_s(pid: int) -> float:
    """Processor seconds of a program and its helpers so far."""
    return sum(map(_own_cpu_s, tree(pid)))


def _own_cpu_s(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def _pss_mb(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def fresh_home() -> str:
    return tempfile.mkdtemp(prefix="mv-home-")


def mockview(*words: str) -> list[str]:
    return [sys.executable, "-m", "simulator", *words]


def environment(card: VirtualSoundCard, home: str) -> dict[str, str]:
    return {**os.environ, **card.env, "TERM": "xterm", "MOCKVIEW_HOME": home}
