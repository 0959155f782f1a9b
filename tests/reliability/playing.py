"""A sound that is known sample by sample, played into a microphone and found again."""

import os
import subprocess
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.sound import SPEECH_RATE_HZ, Sound
from tests.virtual_sound_card import VirtualSoundCard

Pcm = NDArray[np.int16]
_WINDOW = 4
"""So many samples of noise stand at one place only."""


class KnownNoise:
    """Noise without a zero in it. A card at 16 kHz hands it on number by number."""

    def __init__(self, duration_s: float, seed: int = 0) -> None:
        random = np.random.default_rng(seed)
        size = round(duration_s * SPEECH_RATE_HZ)
        loud = random.integers(1, 6000, size) * random.choice([-1, 1], size)
        self.pcm: Pcm = loud.astype(np.int16)
        keys = _windows(self.pcm)
        self._order = np.argsort(keys, kind="stable")
        self._keys = keys[self._order]

    @property
    def sound(self) -> Sound:
        return Sound(self.pcm.astype(np.float32) / np.float32(32_768), SPEECH_RATE_HZ)

    def place_of(self, window: Pcm) -> int | None:
        key = _windows(window)[0]
        at = int(np.searchsorted(self._keys, key))
        found = at < len(self._keys) and self._keys[at] == key
        return int(self._order[at]) if found else None

    def found(self, recorded: Pcm) -> "Found":
        """Where each stretch of a recording stands in what was played."""
        stretches: list[tuple[int, int]] = []
        strange = place = 0
        while place + _WINDOW <= len(recorded):
            if recorded[place] == 0:  # nothing was being played
                sounding = np.flatnonzero(recorded[place:])
                if not len(sounding):
                    break
                place += int(sounding[0])
                continue
            at = self.place_of(recorded[place : place + _WINDOW])
            if at is None:
                strange += 1
                place += 1
                continue
            rest, played = recorded[place:], self.pcm[at:]
            most = min(len(rest), len(played))
            differ = np.flatnonzero(rest[:most] != played[:most])
            length = int(differ[0]) if len(differ) else most
            stretches.append((at, at + length))
            place += length
        return Found(tuple(stretches), strange)


@dataclass(frozen=True, slots=True)
class Found:
    """`stretches`: (begin, end) in what was played, in the order of the recording."""

    stretches: tuple[tuple[int, int], ...]
    strange: int
    """Samples that were never played (the last few of a stretch may be too short to be found)."""

    @property
    def begin(self) -> int:
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        return self.stretches[-1][1]

    @property
    def samples(self) -> int:
        return sum(end - begin for begin, end in self.stretches)

    @property
    def missing(self) -> int:
        """Samples that were played between the first and the last one, and are not there."""
        return self.end - self.begin - self.samples


class Witness:
    """Records the same microphone as the program does, and outlives it."""

    def __init__(self, card: VirtualSoundCard) -> None:
        self._file = card.folder / f"witness-{time.monotonic_ns()}.raw"
        self._opened = self._file.open("wb")
        self._recorder = subprocess.Popen(
            [
                *("parecord", "--device=mic", "--raw", "--format=s16le", "--rate=16000"),
                *("--channels=1", "--latency-msec=20"),
            ],
            env=os.environ | card.env,
            stdout=self._opened,
        )

    def samples_so_far(self) -> int:
        return self._file.stat().st_size // 2

    def heard(self) -> Pcm:
        content = self._file.read_bytes()
        return np.frombuffer(content[: len(content) // 2 * 2], "<i2")

    def close(self) -> None:
        self._recorder.kill()
        self._recorder.wait()
        self._opened.close()


def _windows(pcm: Pcm) -> NDArray[np.int64]:
    views = np.lib.stride_tricks.sliding_window_view(pcm, _WINDOW)
    return np.ascontiguousarray(views).view(np.int64)[:, 0]
