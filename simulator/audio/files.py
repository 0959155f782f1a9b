"""Sound files: reads any common format, writes FLAC in one step."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from simulator.audio.base import SoundFileError
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound

SUFFIXES = (".wav", ".flac", ".ogg", ".opus", ".mp3", ".m4a", ".webm")
LONGEST_S = 4 * 3600
ADVICE = "Give a recording as wav, flac, ogg, opus, mp3, m4a or webm."


def read(file: Path) -> Sound:
    """The sound of a file as one channel at 16 kHz.

    The same file gives the same samples every time. Raises `SoundFileError` for anything that is
    not a recording of up to four hours.
    """
    _check_regular(file)
    try:
        parts = list(_decoded(file))
    except SoundFileError:
        raise
    except Exception as error:  # FFmpeg has many ways of saying that it cannot
        raise SoundFileError(f"{file} is not a recording that can be read.", ADVICE) from error
    samples = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    if not len(samples):
        raise SoundFileError(f"There is no sound in {file}.", ADVICE)
    if not np.isfinite(samples).all():
        raise SoundFileError(f"{file} holds numbers that are no sound.", "Record it anew.")
    return Sound(np.clip(samples, -1.0, 1.0), SPEECH_RATE_HZ)


def _check_regular(file: Path) -> None:
    """Opening a FIFO or a device could wait for ever: only regular files are read."""
    try:
        kind = file.stat()
    except OSError as error:
        what = "is not there" if isinstance(error, FileNotFoundError) else "cannot be opened"
        raise SoundFileError(f"The recording {file} {what}.", "Check the name.") from error
    if stat.S_ISDIR(kind.st_mode):
        raise SoundFileError(f"{file} is a folder, not a recording.", ADVICE)
    if not stat.S_ISREG(kind.st_mode):
        raise SoundFileError(f"{file} is not a file.", ADVICE)
    if not kind.st_size:
        raise SoundFileError(f"The recording {file} is empty.", "Record it anew.")
    if not os.access(file, os.R_OK):
        raise SoundFileError(f"The recording {file} may not be read.", "Check its permissions.")


def _decoded(file: Path) -> Iterator[Samples]:
    import av

    av.logging.set_level(None)
    with av.open(str(file), mode="r", metadata_errors="ignore") as container:
        if not container.streams.audio:
            raise SoundFileError(f"There is no sound in {file}.", ADVICE)
        resampler = av.AudioResampler(format="flt", layout="mono", rate=SPEECH_RATE_HZ)
        length = 0
        for frame in _frames(container):
            for resampled in resampler.resample(frame):
                samples = resampled.to_ndarray().reshape(-1).astype(np.float32, copy=False)
                length += len(samples)
                if length > LONGEST_S * SPEECH_RATE_HZ:
                    raise SoundFileError(f"{file} is longer than four hours.", "Cut it.")
                yield samples
        for resampled in resampler.resample(None):
            yield resampled.to_ndarray().reshape(-1).astype(np.float32, copy=False)


def _frames(container: Any) -> Iterator[Any]:
    """Every frame that can be decoded; a truncated file gives what it has."""
    import av

    any_frame = False
    frames = container.decode(audio=0)
    while True:
        try:
            frame = next(frames)
        except StopIteration:
            return
        except (av.error.InvalidDataError, av.error.EOFError):
            if any_frame:
                return
            raise
        any_frame = True
        frame.pts = None  # broken time stamps confuse the resampler; the samples are in order
        yield frame


def write_flac(file: Path, sound: Sound) -> None:
    """Writes 16-bit FLAC, in one step, for its owner alone. Raises `SoundFileError`."""
    import soundfile

    try:
        descriptor, temporary = tempfile.mkstemp(
            dir=file.parent, prefix=f".{file.stem}-", suffix=".new"
        )
    except OSError as error:
        raise _not_written(file, error) from error
    try:
        with os.fdopen(descriptor, "wb") as opened:
            soundfile.write(
                opened, sound.samples, sound.sample_rate_hz, format="FLAC", subtype="PCM_16"
            )
            opened.flush()
            os.fsync(opened.fileno())
        Path(temporary).replace(file)
    except (OSError, RuntimeError) as error:
        with suppress(OSError):
            Path(temporary).unlink()
        raise _not_written(file, error) from error


def _not_written(file: Path, error: Exception) -> SoundFileError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return SoundFileError(
        f"The recording {file} could not be written: {reason}.",
        "Check that there is room on the disk and that the folder is writable.",
    )
