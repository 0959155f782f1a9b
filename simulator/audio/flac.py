"""Writes sound as FLAC: lossless, 16-bit, in one step, for its owner alone."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from simulator import folders
from simulator.audio.base import SoundFileError
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound

Pcm = NDArray[np.int16]
FULL_SCALE = 32_768
"""Files hold 16-bit numbers; this one would be 1.0."""

_BINARY = getattr(os, "O_BINARY", 0)
_restrict: Callable[[int, int], None] | None = getattr(os, "fchmod", None)


def as_pcm(samples: Samples) -> Pcm:
    """Samples as 16-bit numbers, rounded and kept within full scale."""
    scaled = np.rint(samples * np.float32(FULL_SCALE))
    pcm: Pcm = np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1).astype(np.int16)
    return pcm


def write_flac(file: Path, sound: Sound) -> None:
    """Writes 16-bit FLAC, in one step, for its owner alone. Raises `SoundFileError`."""
    write_flac_blocks(file, [as_pcm(sound.samples)], sound.sample_rate_hz)


def write_flac_blocks(
    file: Path, blocks: Iterable[Pcm], sample_rate_hz: int = SPEECH_RATE_HZ
) -> None:
    """As `write_flac`, for a sound that need not fit in memory."""
    import soundfile

    temporary = file.with_name(f".{file.name}.new")
    refused: list[OSError] = []
    try:
        with private(temporary, anew=True) as opened:
            with soundfile.SoundFile(
                _Remembering(opened, refused),
                *("w", sample_rate_hz),
                channels=1, format="FLAC", subtype="PCM_16",
            ) as encoder:  # fmt: skip
                for block in blocks:
                    encoder.write(block)
            if refused:
                raise refused[0]
            opened.flush()
            os.fsync(opened.fileno())
        temporary.replace(file)
        folders.settle(file.parent)  # before the part file may go
    except (OSError, RuntimeError, AssertionError) as error:
        with suppress(OSError):
            temporary.unlink()
        raise not_written(file, refused[0] if refused else error) from error


class _Remembering:
    """A file that remembers why it could not be written: the encoder's own error does not say."""

    def __init__(self, opened: BinaryIO, refused: list[OSError]) -> None:
        self._opened = opened
        self._refused = refused
        self.read, self.seek, self.tell = opened.read, opened.seek, opened.tell
        self.flush = opened.flush

    def write(self, content: bytes) -> int:
        written = 0
        try:
            while written < len(content):
                written += self._opened.write(content[written:])
        except OSError as error:
            self._refused.append(error)
        return written


def samples_in(file: Path) -> int:
    """How many samples a FLAC says that it holds; 0 for what is no FLAC."""
    import soundfile

    try:
        return int(soundfile.info(str(file)).frames)
    except (OSError, RuntimeError):
        return 0


def private(file: Path, *, anew: bool = False) -> BinaryIO:
    """A new file, open for writing, that its owner alone can read, whatever the umask.

    `anew` removes what is there, as a program that was killed may have left it; without it a file
    that is there is an error. A link is never followed. Raises `OSError`.
    """
    if anew:
        file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    if _restrict is not None:
        _restrict(descriptor, 0o600)
    return os.fdopen(descriptor, "w+b", buffering=0)


def not_written(file: Path, error: Exception) -> SoundFileError:
    """The sentence for a recording that could not be written."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    return SoundFileError(
        f"The recording {file} could not be written: {reason}.",
        "Check that there is room on the disk and that the folder is writable.",
    )
