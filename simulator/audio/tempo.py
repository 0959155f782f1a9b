"""A sound slower or faster at the same pitch, by FFmpeg's `atempo`, which comes with PyAV."""

from fractions import Fraction

import numpy as np

from simulator.sound import Sound

SLOWEST, FASTEST = 0.5, 4.0
"""Below, FFmpeg takes nothing; above, nobody understands a word."""


def at_tempo(sound: Sound, tempo: float) -> Sound:
    """The sound at `tempo` times its speed; its pitch and sample rate stay.

    A minute of speech takes about 0.03 s of processor time. Raises ValueError for a tempo outside
    0.5 to 4.
    """
    if not SLOWEST <= tempo <= FASTEST:
        raise ValueError(f"{tempo} is not between {SLOWEST} and {FASTEST}")
    if tempo == 1 or not len(sound.samples):
        return sound
    import av
    from av.error import BlockingIOError as NoMore
    from av.error import EOFError as Over

    graph = av.filter.Graph()
    source = graph.add_abuffer(
        sample_rate=sound.sample_rate_hz,
        format="flt",
        layout="mono",
        time_base=Fraction(1, sound.sample_rate_hz),
    )
    sink = graph.add("abuffersink")
    graph.link_nodes(source, graph.add("atempo", f"{tempo:g}"), sink).configure()
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(sound.samples, np.float32)[None, :], format="flt", layout="mono"
    )
    frame.sample_rate = sound.sample_rate_hz
    frame.pts = 0
    source.push(frame)
    source.push(None)
    blocks = []
    while True:
        try:
            pulled = sink.pull()
            assert isinstance(pulled, av.AudioFrame)  # noqa: S101 (what such a sink gives)
            blocks.append(pulled.to_ndarray()[0])
        except (NoMore, Over):
            break
    return Sound(np.concatenate(blocks) if blocks else sound.samples[:0], sound.sample_rate_hz)
