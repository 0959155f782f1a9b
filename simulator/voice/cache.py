"""Keeps what was synthesised: a question sounds the same tomorrow, and is there at once."""

import hashlib
import io
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np

from simulator.sound import Sound
from simulator.voice.base import Utterance, VoiceEngine

LARGEST_BYTES = 100_000_000
"""About 600 questions; beyond that the ones not heard for longest go."""


class CachedVoice:
    """A `VoiceEngine` that asks another one only for what it has not kept.

    A cache that cannot be read or written is as good as an empty one: nothing is raised for it.
    """

    def __init__(
        self, engine: VoiceEngine, folder: Path, *, largest_bytes: int = LARGEST_BYTES
    ) -> None:
        self._engine = engine
        self._folder = folder
        self._largest_bytes = largest_bytes
        self.name = engine.name

    @property
    def version(self) -> str:
        return self._engine.version

    def synthesise(self, utterance: Utterance) -> Sound:
        file = self._folder / f"{self._key(utterance)}.npz"
        kept = _read(file)
        if kept is not None:
            return kept
        sound = self._engine.synthesise(utterance)
        with suppress(OSError):
            self._keep(file, sound)
        # The same sound whether it was kept or not: 16 bits, as on disk.
        return Sound(_to_float(_to_int(sound)), sound.sample_rate_hz)

    def _key(self, utterance: Utterance) -> str:
        wish = utterance.speaker.voice
        what = [self._engine.version, utterance.text, wish.gender, wish.rate_wpm]
        return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:32]

    def _keep(self, file: Path, sound: Sound) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        content = io.BytesIO()
        np.savez_compressed(content, samples=_to_int(sound), sample_rate_hz=sound.sample_rate_hz)
        descriptor, temporary = tempfile.mkstemp(dir=self._folder, suffix=".new")  # 0600
        try:
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(content.getvalue())
            Path(temporary).replace(file)
        except BaseException:
            with suppress(OSError):
                Path(temporary).unlink()
            raise
        self._make_room()

    def _make_room(self) -> None:
        kept = sorted(
            (
                (file.stat().st_mtime, file.stat().st_size, file)
                for file in self._folder.glob("*.npz")
            ),
            reverse=True,
        )
        total = 0
        for _, size, file in kept:
            total += size
            if total > self._largest_bytes:
                file.unlink(missing_ok=True)


def _read(file: Path) -> Sound | None:
    try:
        with np.load(file, allow_pickle=False) as kept:
            sound = Sound(_to_float(kept["samples"]), int(kept["sample_rate_hz"]))
        os.utime(file)
    except (OSError, ValueError, KeyError, EOFError, ArithmeticError, RuntimeError):
        return None
    except Exception as error:  # zipfile.BadZipFile, zlib.error: damaged, so made again
        if type(error).__module__ in ("zipfile", "zlib"):
            return None
        raise
    return sound


def _to_int(sound: Sound) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    return np.asarray(np.clip(np.rint(sound.samples * 32767), -32768, 32767), np.int16)


def _to_float(
    samples: "np.ndarray[tuple[int], np.dtype[np.int16]]",
) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    return np.asarray(samples, np.float32) / np.float32(32767)
