"""Sound for the page: speech, compressed, in a form that browsers play by themselves."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from simulator.archive import Answer, ArchiveError, StoredSession, sound_file
from simulator.audio import SoundFileError
from simulator.audio.files import read
from simulator.report.timeline import wave_of
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound

MEDIA_TYPE = 'audio/webm; codecs="opus"'
"""Opus in WebM: Chromium, Firefox, and Safari (macOS since 16, iOS since 17.4)."""
BIT_RATE = 24_000
"""Wideband speech without audible loss; ten answers of two minutes take 5 MB as text."""
_EFFORT = "5"
"""Of 10: a third less work than the most, and no larger."""
_BLOCK = SPEECH_RATE_HZ * 10


@dataclass(frozen=True, slots=True)
class Heard:
    """The sound of an answer compressed, its `wave_of` and its length; empty where there is none.

    The sound itself is not kept: that of a long interview would fill the memory. `trouble` says in
    a sentence why a recording cannot be heard, "" where it can.
    """

    wave: str = ""
    compressed: bytes = b""
    trouble: str = ""
    duration_s: float = 0.0


def heard(stored: StoredSession, answer: Answer) -> Heard:
    """What there is to hear of an answer. A recording that is lost or damaged costs no page."""
    if answer.sound is None:
        return Heard()
    try:
        sound = read(sound_file(stored, answer))
    except ArchiveError:
        return Heard(trouble="The recording of this answer is not there any more.")
    except SoundFileError:
        return Heard(trouble="The recording of this answer cannot be read.")
    return Heard(wave_of(sound), compressed(sound), duration_s=sound.duration_s)


def compressed(sound: Sound) -> bytes:
    """A sound at 16 kHz as a WebM file with Opus in it. The same sound gives the same bytes.

    Raises ValueError for another rate.
    """
    import av

    if sound.sample_rate_hz != SPEECH_RATE_HZ:
        raise ValueError(f"{sound.sample_rate_hz} samples a second; {SPEECH_RATE_HZ} are needed")
    file = io.BytesIO()
    # bitexact: without it the file holds a random number and the date.
    with av.open(file, "w", format="webm", options={"fflags": "+bitexact"}) as container:
        stream: Any = container.add_stream("libopus", rate=SPEECH_RATE_HZ)
        stream.layout, stream.format = "mono", "flt"
        stream.bit_rate = BIT_RATE
        stream.options = {"application": "voip", "compression_level": _EFFORT}
        for packet in chain.from_iterable(map(stream.encode, chain(_frames(sound), (None,)))):
            container.mux(packet)
    return file.getvalue()


def _frames(sound: Sound) -> Iterator[Any]:
    import av

    for start in range(0, len(sound.samples), _BLOCK):
        block: Samples = sound.samples[start : start + _BLOCK]
        row = np.ascontiguousarray(block, np.float32)[np.newaxis]
        frame = av.AudioFrame.from_ndarray(row, format="flt", layout="mono")
        frame.sample_rate, frame.pts = sound.sample_rate_hz, start
        yield frame
