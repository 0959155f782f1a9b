"""Sound files of others: reads any common format, whatever is in it, in bounded time and memory."""

import os
import stat
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from simulator.audio.base import SoundFileError
from simulator.audio.flac import write_flac
from simulator.audio.resampling import Resampler
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound

__all__ = ["ADVICE", "LONGEST_S", "SUFFIXES", "SoundFileError", "read", "write_flac"]

SUFFIXES = (".wav", ".flac", ".ogg", ".opus", ".mp3", ".m4a", ".webm")
LONGEST_S = 4 * 3600
ADVICE = "Give a recording as wav, flac, ogg, opus, mp3, m4a or webm."

_FORMATS = "wav,w64,aiff,flac,ogg,mp3,aac,mov,mp4,m4a,matroska,webm"
"""Nothing else is tried: FFmpeg also knows play lists, which name other files and servers."""
_RATES_HZ = range(4_000, 768_001)
_MOST_CHANNELS = 64
_MISSING_S = 0.5
"""A file that holds this much less than it says was cut off."""
_BINARY = getattr(os, "O_BINARY", 0)
_STREAMED_BYTES = 0x7FFF_0000
"""A WAV that says it is longer than this was written to a pipe, and does not know."""


def read(file: Path) -> Sound:
    """The sound of a file as one channel at 16 kHz; several channels are averaged.

    The same file gives the same samples every time. Raises `SoundFileError` for anything that is
    not a whole recording of up to four hours.
    """
    try:
        with _opened(file) as opened:
            _check_wav_is_whole(file, opened)
            sound = bytearray()
            for samples in _decoded(file, opened):
                sound += samples.tobytes()
    except SoundFileError:
        raise
    except Exception as error:  # FFmpeg has many ways of saying that it cannot
        raise SoundFileError(f"{file} is not a recording that can be read.", ADVICE) from error
    if not sound:
        raise SoundFileError(f"There is no sound in {file}.", ADVICE)
    samples = np.frombuffer(sound, np.float32)
    return Sound(np.clip(samples, -1.0, 1.0, out=samples), SPEECH_RATE_HZ)


def _opened(file: Path) -> BinaryIO:
    """Opening a FIFO or a device could wait for ever: only regular files are read."""
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except FileNotFoundError as error:
        raise SoundFileError(f"The recording {file} is not there.", "Check the name.") from error
    except PermissionError as error:
        what = f"The recording {file} may not be read."
        raise SoundFileError(what, "Check its permissions.") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        what = f"The recording {file} cannot be opened."
        raise SoundFileError(what, "Check the name.") from error
    kind = os.fstat(descriptor)
    if stat.S_ISREG(kind.st_mode) and kind.st_size:
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    if stat.S_ISDIR(kind.st_mode):
        raise SoundFileError(f"{file} is a folder, not a recording.", ADVICE)
    if not stat.S_ISREG(kind.st_mode):
        raise SoundFileError(f"{file} is not a file.", ADVICE)
    raise SoundFileError(f"The recording {file} is empty.", "Record it anew.")


def _check_wav_is_whole(file: Path, opened: BinaryIO) -> None:
    """FFmpeg plays what there is of a WAV and says nothing of the rest."""
    head = opened.read(12)
    size = opened.seek(0, os.SEEK_END)
    opened.seek(0)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return
    (follows,) = struct.unpack("<I", head[4:8])
    if follows < _STREAMED_BYTES and size < 8 + follows - 4096:
        raise _cut_off(file, f"{size / (8 + follows):.0%} of it is there")


def _decoded(file: Path, opened: BinaryIO) -> Iterator[Samples]:
    import av

    av.logging.set_level(None)
    options = {"format_whitelist": _FORMATS}
    with av.open(opened, mode="r", metadata_errors="ignore", options=options) as container:
        if not container.streams.audio:
            raise SoundFileError(f"There is no sound in {file}.", ADVICE)
        stream = container.streams.audio[0]
        said_s = _said_s(container, stream)
        if said_s > LONGEST_S:
            raise _too_long(file)
        if stream.rate not in _RATES_HZ or not 1 <= stream.channels <= _MOST_CHANNELS:
            what = f"{file} claims {stream.rate} samples a second on {stream.channels} channels."
            raise SoundFileError(what, ADVICE)
        resampler = Resampler(stream.rate)
        length = 0
        for block in _blocks(file, container, stream):
            samples = resampler(block)
            length += len(samples)
            if length > LONGEST_S * SPEECH_RATE_HZ:
                raise _too_long(file)
            yield samples
        rest = resampler.rest()
        yield rest
    length_s = (length + len(rest)) / SPEECH_RATE_HZ
    if length_s < said_s - _MISSING_S:
        raise _cut_off(file, f"{length_s:.1f} of its {said_s:.1f} seconds are there")


def _said_s(container: Any, stream: Any) -> float:
    """How long the file says it is, in seconds; 0 where it does not say, or only guesses."""
    if container.format.name in ("mp3", "aac"):
        return 0.0  # guessed from the size and the first bit rate
    if stream.duration is not None:
        return float(stream.duration * stream.time_base)
    if container.duration is not None and len(container.streams) == 1:
        return float(container.duration) / 1e6
    return 0.0


def _blocks(file: Path, container: Any, stream: Any) -> Iterator[Samples]:
    """One channel at the file's own rate, from every packet that can be decoded."""
    import av

    # Packed, not planar: PyAV 18 reads the planes of eight unnamed channels from nowhere.
    packed = av.AudioResampler(format="flt")
    bad_packets = packets = 0
    for packet in _packets(container, stream):
        packets += 1
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            bad_packets += 1  # an MP3 that was cut begins with one
            continue
        for frame in frames:
            frame.pts = None  # broken time stamps confuse the resampler; the samples are in order
            for whole in packed.resample(frame):
                # FFmpeg's own way to one channel makes two equal ones louder, until they clip.
                rows = whole.to_ndarray().reshape(-1, whole.layout.nb_channels)
                block = rows.mean(axis=1, dtype=np.float32)
                if not np.isfinite(block).all():
                    what = f"{file} holds numbers that are no sound."
                    raise SoundFileError(what, "Record it anew.")
                yield block
    if bad_packets > max(1, packets // 20):
        raise SoundFileError(f"The recording {file} is damaged.", "Copy or record it anew.")


def _packets(container: Any, stream: Any) -> Iterator[Any]:
    """Up to the end, or to where the file breaks off: its length tells that, see `_said_s`."""
    import av

    with suppress(av.error.InvalidDataError, av.error.EOFError):
        yield from container.demux(stream)


def _too_long(file: Path) -> SoundFileError:
    return SoundFileError(f"{file} is longer than four hours.", "Cut it.")


def _cut_off(file: Path, how: str) -> SoundFileError:
    return SoundFileError(f"The recording {file} is cut off: {how}.", "Copy it again, whole.")
