"""The sound of an answer while it is being recorded: a WAV file that can be read at any moment.

FLAC is written when the answer is over. Until then samples are appended to a WAV whose header is
set right at every flush, so that a kill costs no more than what was not yet flushed.
"""

import os
import struct
from pathlib import Path

import numpy as np

from simulator.audio.base import Recording, SoundFileError
from simulator.audio.files import write_flac
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound

SUFFIX = ".part.wav"
HEADER_BYTES = 44


def part_of(file: Path) -> Path:
    """Where the sound of `file` (.flac) is while it is being recorded."""
    return file.with_suffix(SUFFIX)


class PartFile:
    """Samples go in, at 16 kHz; `flush` makes what went in safe. Raises `SoundFileError`."""

    def __init__(self, file: Path) -> None:
        self.path = part_of(file)
        self._bytes = 0
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            self._opened = os.fdopen(descriptor, "wb")
            self._opened.write(_header(0))
            self._opened.flush()
        except OSError as error:
            raise _trouble(self.path, error) from error

    @property
    def duration_s(self) -> float:
        return self._bytes / 2 / SPEECH_RATE_HZ

    def write(self, samples: Samples) -> None:
        pcm = np.clip(np.rint(samples * 32768), -32768, 32767).astype("<i2").tobytes()
        try:
            self._opened.write(pcm)
        except OSError as error:
            raise _trouble(self.path, error) from error
        self._bytes += len(pcm)

    def flush(self) -> None:
        try:
            self._opened.seek(0)
            self._opened.write(_header(self._bytes))
            self._opened.seek(0, os.SEEK_END)
            self._opened.flush()
        except OSError as error:
            raise _trouble(self.path, error) from error

    def close(self) -> None:
        self.flush()
        self._opened.close()


def finish(part: Path) -> Recording:
    """Turns a part file, of this run or of one that was killed, into the FLAC it was to become.

    What lies behind the header's length (written, but not flushed) is taken too. The part file goes
    only when the FLAC is safe. Raises `SoundFileError`.
    """
    file = part.with_name(part.name.removesuffix(SUFFIX) + ".flac")
    try:
        content = part.read_bytes()[HEADER_BYTES:]
    except OSError as error:
        raise _trouble(part, error) from error
    pcm = np.frombuffer(content[: len(content) // 2 * 2], "<i2")
    sound = Sound(pcm.astype(np.float32) / np.float32(32768), SPEECH_RATE_HZ)
    write_flac(file, sound)
    part.unlink(missing_ok=True)
    return Recording(file, sound.duration_s, SPEECH_RATE_HZ)


def _header(data_bytes: int) -> bytes:
    rate = SPEECH_RATE_HZ
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", 36 + data_bytes, b"WAVE", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16),
        *(b"data", data_bytes),
    )


def _trouble(file: Path, error: OSError) -> SoundFileError:
    return SoundFileError(
        f"The recording {file} could not be written: {error.strerror}.",
        "Check that there is room on the disk and that the folder is writable.",
    )
