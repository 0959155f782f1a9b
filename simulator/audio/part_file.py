"""The sound of an answer while it is being recorded: a WAV file that can be read at any moment.

FLAC is written when the answer is over. Until then samples are appended to a WAV whose header is
set right at every flush, so that a kill costs no more than what was not yet flushed.
"""

import os
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np

from simulator import folders
from simulator.audio.base import Recording, SoundFileError
from simulator.audio.flac import FULL_SCALE, Pcm, as_pcm, not_written, private, write_flac_blocks
from simulator.sound import SPEECH_RATE_HZ, Samples

SUFFIX = ".part.wav"
HEADER_BYTES = 44
ATTEMPTS = 25
_BLOCK_BYTES = 2 * SPEECH_RATE_HZ * 10
_MOST_READ_BYTES = 2 * SPEECH_RATE_HZ * 60
_LARGEST_BYTES = 0xFFFF_FFFF - 36
_settle: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)


def part_of(file: Path) -> Path:
    """Where the sound of `file` (.flac) is while it is being recorded."""
    return file.with_suffix(SUFFIX)


class PartFile:
    """Samples go in, at 16 kHz; `flush` makes what went in safe. Raises `SoundFileError`.

    A part file that is there already is somebody's voice: it is never written over.
    """

    def __init__(self, file: Path) -> None:
        self.path = part_of(file)
        self._bytes = 0
        try:
            self._opened = private(self.path)
            self._opened.write(_header(0))
            folders.settle(self.path.parent)
        except FileExistsError as error:
            raise SoundFileError(
                f"An unfinished recording is already there: {self.path}.",
                "Listen to it, and move it away.",
            ) from error
        except OSError as error:
            raise not_written(self.path, error) from error

    @property
    def duration_s(self) -> float:
        return self._bytes / 2 / SPEECH_RATE_HZ

    def write(self, samples: Samples) -> None:
        """Appends. On a full disk, what still fitted counts, and is kept."""
        rest = memoryview(as_pcm(samples).astype("<i2").tobytes())
        try:
            self._opened.seek(HEADER_BYTES + self._bytes)
            while rest:
                written = self._opened.write(rest)
                self._bytes += written
                rest = rest[written:]
        except (OSError, ValueError) as error:
            raise not_written(self.path, error) from error

    def flush(self) -> None:
        """Sets the header right and waits until the disk has it all."""
        try:
            self._opened.seek(0)
            self._opened.write(_header(self._bytes // 2 * 2))
            _settle(self._opened.fileno())
        except (OSError, ValueError) as error:
            raise not_written(self.path, error) from error

    def close(self) -> None:
        """May be called again. Never raises: `finish` needs no header, and tells what is wrong."""
        with suppress(SoundFileError):
            self.flush()
        with suppress(OSError):
            self._opened.close()


def read_on(file: Path, already: int) -> Samples:
    """The samples of a recording that is going on, those after the first `already`.

    None where there are no more for now, or the part file is not there (not yet, or not any more).
    Holds nothing open.
    """
    try:
        with part_of(file).open("rb") as opened:
            opened.seek(HEADER_BYTES + 2 * already)
            content = opened.read(_MOST_READ_BYTES)
    except OSError:
        content = b""
    pcm = np.frombuffer(content[: len(content) // 2 * 2], "<i2")
    return pcm.astype(np.float32) / np.float32(FULL_SCALE)


def finish(part: Path) -> Recording:
    """Turns a part file, of this run or of one that was killed, into the FLAC it was to become.

    What lies behind the header's length (written, but not flushed) is taken too. The part file goes
    only when the FLAC is safe. Raises `SoundFileError`.
    """
    file = part.with_name(part.name.removesuffix(SUFFIX) + ".flac")
    try:
        data_bytes = max(0, part.stat().st_size - HEADER_BYTES)
        write_flac_blocks(file, _pcm(part))
        _remove(part)
    except OSError as error:
        raise not_written(file, error) from error
    return Recording(file, data_bytes // 2 / SPEECH_RATE_HZ, SPEECH_RATE_HZ)


def _remove(part: Path) -> None:
    """Windows removes no file that is just being read; nobody reads one for long (`read_on`)."""
    for _ in range(ATTEMPTS):
        with suppress(PermissionError):
            part.unlink(missing_ok=True)
            return
        time.sleep(0.02)
    part.unlink(missing_ok=True)


def _pcm(part: Path) -> Iterator[Pcm]:
    with part.open("rb") as opened:
        opened.seek(HEADER_BYTES)
        while block := opened.read(_BLOCK_BYTES):
            yield np.frombuffer(block[: len(block) // 2 * 2], "<i2")


def _header(data_bytes: int) -> bytes:
    rate = SPEECH_RATE_HZ
    data_bytes = min(data_bytes, _LARGEST_BYTES)
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", 36 + data_bytes, b"WAVE", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16),
        *(b"data", data_bytes),
    )
