"""Keeps what was synthesised: a question sounds the same tomorrow, and is there at once."""

import hashlib
import io
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np

from simulator import folders
from simulator.sound import Sound
from simulator.voice.base import Utterance, VoiceEngine

LARGEST_BYTES = 100_000_000
"""Some 400 questions. Beyond that the sounds go which were not asked for longest."""


class CachedVoice:
    """A `VoiceEngine` that asks another one only for what it has not kept.

    Sounds are kept as they are, sample by sample, in files that only their owner can read. A cache
    that cannot be read or written is as good as an empty one: nothing is raised for it.
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
        if len(sound.samples):
            with suppress(OSError):
                self._keep(file, sound)
        return sound

    def _key(self, utterance: Utterance) -> str:
        wish = utterance.speaker.voice
        what = [self.name, self.version, utterance.text, wish.gender, wish.rate_wpm]
        return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:32]

    def _keep(self, file: Path, sound: Sound) -> None:
        folders.make_private(self._folder)
        folders.close_to_others(self._folder)
        content = io.BytesIO()
        np.savez_compressed(content, samples=sound.samples, sample_rate_hz=sound.sample_rate_hz)
        descriptor, temporary = tempfile.mkstemp(dir=self._folder, suffix=".new")  # mode 0600
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
        """Removes what was not asked for longest, leavings of a killed process among it."""
        files = [(entry.stat(), Path(entry)) for entry in os.scandir(self._folder)]
        total = 0
        for status, file in sorted(files, key=lambda each: each[0].st_mtime_ns, reverse=True):
            total += status.st_size
            if total > self._largest_bytes and file.suffix in (".npz", ".new"):
                file.unlink(missing_ok=True)


def _read(file: Path) -> Sound | None:
    """The sound, which then counts as just asked for; None where there is none that is whole."""
    try:
        content = file.read_bytes()
        with np.load(io.BytesIO(content), allow_pickle=False) as kept:
            sound = Sound(kept["samples"], int(kept["sample_rate_hz"]))
        if sound.samples.ndim != 1 or sound.samples.dtype != np.float32:
            return None
        if sound.sample_rate_hz <= 0:
            return None
        os.utime(file)
    except Exception:  # however it is damaged (zip, zlib and numpy have many words for it)
        return None
    return sound
