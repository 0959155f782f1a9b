"""Sounds made on the spot, and files of every format that mockview reads."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.sound import Samples, Sound


def tone(
    duration_s: float = 1.0, *, level_dbfs: float = -12.0, hz: float = 300.0, rate_hz: int = 16_000
) -> Sound:
    """A sine whose root mean square is at `level_dbfs`."""
    amplitude = 10 ** (level_dbfs / 20) * 2**0.5
    time_s = np.arange(round(duration_s * rate_hz)) / rate_hz
    return Sound((amplitude * np.sin(2 * np.pi * hz * time_s)).astype(np.float32), rate_hz)


def noise(duration_s: float, *, level_dbfs: float, rate_hz: int = 16_000, seed: int = 0) -> Sound:
    """White noise at `level_dbfs`: a room."""
    samples = np.random.default_rng(seed).normal(0, 10 ** (level_dbfs / 20), round(
        duration_s * rate_hz
    ))  # fmt: skip
    return Sound(samples.astype(np.float32), rate_hz)


def joined(*sounds: Sound) -> Sound:
    return Sound(np.concatenate([s.samples for s in sounds]), sounds[0].sample_rate_hz)


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))


CODECS = {
    "wav": "pcm_s16le",
    "flac": "flac",
    "opus": "libopus",
    "mp3": "mp3",
    "m4a": "aac",
    "webm": "libopus",
}


def encode(file: Path, channels: NDArray[np.float32], rate_hz: int) -> Path:
    """Writes a file in the format of its suffix; `channels` has shape (channels, n)."""
    if file.suffix == ".ogg":
        import soundfile

        soundfile.write(file, channels.T, rate_hz, format="OGG", subtype="VORBIS")
        return file
    import av

    layout = "stereo" if len(channels) == 2 else "mono"
    with av.open(str(file), "w") as container:
        stream: Any = container.add_stream(CODECS[file.suffix[1:]], rate=rate_hz, layout=layout)
        to_codec = av.AudioResampler(
            format=stream.codec_context.format.name, layout=layout, rate=rate_hz
        )
        frame = av.AudioFrame.from_ndarray(channels, format="fltp", layout=layout)
        frame.sample_rate = rate_hz
        for part in [*to_codec.resample(frame), None]:
            for packet in stream.encode(part):
                container.mux(packet)
    return file
