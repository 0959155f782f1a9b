"""Plays sounds on a loudspeaker, with pause, seek and stop."""

import threading
from typing import Any

import numpy as np

from simulator.audio import devices, streams
from simulator.audio.liveness import Liveness
from simulator.audio.resampling import resampled
from simulator.sound import Sound, silence

TAIL_S = 0.3
"""Silence played after the sound: devices swallow up to 120 ms at the end."""
LATENCY_S = 0.1
"""The system's own (35 ms with PulseAudio) is too short for a busy computer: sounds got gaps."""
STALLED_AFTER_S = 2.0
"""A device that has asked for no sound for so long is lost."""


class DeviceLoudspeaker:
    """A `Loudspeaker`: the one of that name or number, the system's own for None."""

    def __init__(self, wanted: str | None = None) -> None:
        self._wanted = wanted

    def play(self, sound: Sound) -> "DevicePlayback":
        return DevicePlayback(sound, devices.find("output", self._wanted))


class NoLoudspeaker:
    """A `Loudspeaker` for a machine without one: everything is done at once, nothing is heard."""

    def play(self, sound: Sound) -> "SilentPlayback":
        return SilentPlayback(sound.duration_s)


class SilentPlayback:
    """A `Playback` that is over."""

    done = True

    def __init__(self, duration_s: float) -> None:
        self.position_s = duration_s

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def seek(self, position_s: float) -> None: ...

    def stop(self) -> None: ...


class DevicePlayback:
    """A `Playback`. The callback copies from memory; nothing else happens there."""

    def __init__(self, sound: Sound, device: devices.Device) -> None:
        self._next = 0
        self._lock = threading.Lock()  # held for a copy's time: a seek must not get lost in one
        self._paused = False
        self._finished = threading.Event()
        self._stream: Any = None
        self._load(sound)
        self._alive = Liveness(STALLED_AFTER_S)
        if self._length:
            self._stream = streams.start("output", device, lambda: self._open(sound, device))
            self._alive.sign()
        else:
            self._finished.set()

    def _load(self, sound: Sound) -> None:
        tail = silence(TAIL_S, sound.sample_rate_hz).samples
        self._samples = np.concatenate([sound.samples, tail])
        self._length = len(sound.samples)
        self._rate_hz = sound.sample_rate_hz

    def _open(self, sound: Sound, device: devices.Device) -> Any:
        """A stream at the sound's rate, or at the device's own where it takes no other."""
        module = devices.portaudio()
        self._stop = module.CallbackStop
        try:
            return self._stream_of(module, device)
        except module.PortAudioError:
            if device.sample_rate_hz == sound.sample_rate_hz:
                raise
        self._load(resampled(sound, device.sample_rate_hz))
        return self._stream_of(module, device)

    def _stream_of(self, module: Any, device: devices.Device) -> Any:
        return module.OutputStream(
            samplerate=self._rate_hz,
            device=device.number,
            channels=1,
            dtype="float32",
            latency=LATENCY_S,
            callback=self._give,
            finished_callback=self._finished.set,
        )

    def _give(self, out: Any, frames: int, when: Any, status: Any) -> None:  # noqa: ARG002
        self._alive.sign()
        with self._lock:
            if self._paused:
                out.fill(0)
                return
            block = self._samples[self._next : self._next + frames]
            self._next += len(block)
            over = self._next >= len(self._samples)
        out[: len(block), 0] = block
        out[len(block) :] = 0
        if over:
            raise self._stop

    @property
    def position_s(self) -> float:
        return min(self._next, self._length) / self._rate_hz

    @property
    def done(self) -> bool:
        return self._finished.is_set() or self._alive.lost()

    def pause(self) -> None:
        self._paused = True

    def resume(self) -> None:
        self._paused = False

    def seek(self, position_s: float) -> None:
        with self._lock:
            self._next = min(self._length, max(0, round(position_s * self._rate_hz)))

    def stop(self) -> None:
        if self._stream is not None:
            stream, self._stream = self._stream, None
            streams.close(stream, gently=False)
        self._finished.set()
