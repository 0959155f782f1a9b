"""Plays sounds on a loudspeaker, with pause, seek and stop."""

import threading
from contextlib import suppress
from typing import Any

import numpy as np

from simulator.audio import devices
from simulator.audio.base import DeviceError
from simulator.sound import Sound, silence

TAIL_S = 0.3
"""Silence played after the sound: devices swallow up to 120 ms at the end."""
CLOSING_S = 2.0


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
        tail = silence(TAIL_S, sound.sample_rate_hz).samples
        self._samples = np.concatenate([sound.samples, tail])
        self._length = len(sound.samples)
        self._rate_hz = sound.sample_rate_hz
        self._next = 0
        self._paused = False
        self._finished = threading.Event()
        self._stream: Any = None
        if self._length:
            self._open(device)
        else:
            self._finished.set()

    def _open(self, device: devices.Device) -> None:
        module = devices.portaudio()
        self._stop = module.CallbackStop
        try:
            self._stream = module.OutputStream(
                samplerate=self._rate_hz,
                device=device.number,
                channels=1,
                dtype="float32",
                callback=self._give,
                finished_callback=self._finished.set,
            )
            self._stream.start()
        except (module.PortAudioError, ValueError) as error:
            raise DeviceError(
                f"The loudspeaker '{device.name}' cannot be opened.",
                "Another program may be using it; or choose another: mockview doctor",
            ) from error

    def _give(self, out: Any, frames: int, when: Any, status: Any) -> None:  # noqa: ARG002
        if self._paused:
            out.fill(0)
            return
        block = self._samples[self._next : self._next + frames]
        out[: len(block), 0] = block
        out[len(block) :] = 0
        self._next += len(block)
        if self._next >= len(self._samples):
            raise self._stop

    @property
    def position_s(self) -> float:
        return min(self._next, self._length) / self._rate_hz

    @property
    def done(self) -> bool:
        return self._finished.is_set()

    def pause(self) -> None:
        self._paused = True

    def resume(self) -> None:
        self._paused = False

    def seek(self, position_s: float) -> None:
        self._next = min(self._length, max(0, round(position_s * self._rate_hz)))

    def stop(self) -> None:
        """A dead sound server lets every call hang: not ours to wait for."""
        if self._stream is not None:
            stream, self._stream = self._stream, None
            closer = threading.Thread(target=_close, args=(stream,), daemon=True)
            closer.start()
            closer.join(CLOSING_S)
        self._finished.set()


def _close(stream: Any) -> None:
    with suppress(Exception):
        stream.abort()
        stream.close()
