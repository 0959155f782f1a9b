"""Records from a microphone. The device's callback only copies; a thread of ours does the rest."""

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from simulator.audio import devices, part_file
from simulator.audio.base import DeviceError, Level, Recording, RecordingState
from simulator.audio.level import Listener
from simulator.sound import SPEECH_RATE_HZ, Samples

STALLED_AFTER_S = 2.0
FLUSH_EVERY_S = 0.25
CLOSING_S = 2.0
BLOCK_S = 0.05
VANISHED = "The microphone was lost while recording."
STALLED = "The microphone has stopped sending sound."


class DeviceMicrophone:
    """A `Microphone`: the one of that name or number, the system's own for None."""

    def __init__(self, wanted: str | None = None) -> None:
        self._wanted = wanted

    def record(
        self, file: Path, *, tap: Callable[[Samples], None] | None = None
    ) -> "DeviceRecording":
        device = devices.find("input", self._wanted)
        part = part_file.PartFile(file)
        try:
            return DeviceRecording(device, part, tap)
        except BaseException:
            part.close()
            part.path.unlink(missing_ok=True)
            raise


class DeviceRecording:
    """A `LiveRecording`."""

    def __init__(
        self,
        device: devices.Device,
        part: part_file.PartFile,
        tap: Callable[[Samples], None] | None,
    ) -> None:
        self._part = part
        self._tap = tap
        self._listener = Listener()
        self._blocks: queue.SimpleQueue[Samples | None] = queue.SimpleQueue()
        self._paused = False
        self._lost = ""
        self._trouble: Exception | None = None
        self._overflows = 0
        self._last_block_s = time.monotonic()
        self._finished = threading.Event()
        self._stopping = False
        self._result: Recording | None = None
        self._stream, rate_hz = self._open(device)
        self._convert = _converter(rate_hz)
        self._writer = threading.Thread(target=self._write, name="recorder", daemon=True)
        self._writer.start()
        self._stream.start()

    def _open(self, device: devices.Device) -> tuple[Any, int]:
        """A stream at 16 kHz, or at the device's own rate where it takes no other."""
        module = devices.portaudio()
        failure: Exception | None = None
        for rate_hz in (SPEECH_RATE_HZ, device.sample_rate_hz):
            try:
                stream = module.InputStream(
                    samplerate=rate_hz,
                    device=device.number,
                    channels=1,
                    dtype="float32",
                    blocksize=round(rate_hz * BLOCK_S),
                    callback=self._take,
                    finished_callback=self._finished.set,
                )
            except (module.PortAudioError, ValueError) as error:
                failure = error
            else:
                return stream, rate_hz
        raise DeviceError(
            f"The microphone '{device.name}' cannot be opened.",
            "Another program may be using it; or choose another: mockview doctor",
        ) from failure

    def _take(self, block: Samples, frames: int, when: Any, status: Any) -> None:  # noqa: ARG002
        """The device's callback: nothing here may take time."""
        self._last_block_s = time.monotonic()
        if status.input_overflow:
            self._overflows += 1
        if not self._paused:
            self._blocks.put(block[:, 0].copy())

    def _write(self) -> None:
        unflushed_s = 0.0
        while (block := self._blocks.get()) is not None:
            samples = self._convert(block)
            if self._trouble is not None:
                continue
            try:
                self._part.write(samples)
                unflushed_s += len(samples) / SPEECH_RATE_HZ
                if unflushed_s >= FLUSH_EVERY_S:
                    self._part.flush()
                    unflushed_s = 0.0
            except Exception as error:
                self._trouble = error
                continue
            self._listener.hear(samples, SPEECH_RATE_HZ)
            if self._tap is not None:
                self._tap(samples)

    @property
    def state(self) -> RecordingState:
        if self._result is not None:
            return "ended"
        self._look_for_loss()
        if self._lost:
            return "lost"
        return "paused" if self._paused else "recording"

    def _look_for_loss(self) -> None:
        if self._lost or self._stopping:
            return
        if self._trouble is not None:
            self._lost = str(self._trouble)
        elif self._finished.is_set():
            self._lost = VANISHED
        elif time.monotonic() - self._last_block_s > STALLED_AFTER_S:
            self._lost = STALLED

    @property
    def elapsed_s(self) -> float:
        return self._part.duration_s

    @property
    def silent_for_s(self) -> float:
        return self._listener.silent_for_s

    @property
    def heard_anything(self) -> bool:
        return self._listener.heard_anything

    def level(self) -> Level:
        return self._listener.level

    def pause(self) -> None:
        self._paused = True

    def resume(self) -> None:
        self._paused = False

    def stop(self) -> Recording:
        if self._result is None:
            self._look_for_loss()
            self._close()
            self._part.close()
            self._result = replace(
                part_file.finish(self._part.path), overflows=self._overflows, lost=self._lost
            )
        return self._result

    def discard(self) -> None:
        if self._result is None:
            self._close()
            self._part.close()
            self._part.path.unlink(missing_ok=True)
            self._result = Recording(self._part.path, 0.0, SPEECH_RATE_HZ)
        else:
            self._result.file.unlink(missing_ok=True)

    def _close(self) -> None:
        """Ends stream and writer. A dead sound server lets calls hang: not ours to wait for."""
        self._stopping = True
        closer = threading.Thread(target=self._close_stream, name="closing", daemon=True)
        closer.start()
        closer.join(CLOSING_S)
        self._blocks.put(None)
        self._writer.join()

    def _close_stream(self) -> None:
        with suppress(Exception):
            self._stream.abort() if self._lost else self._stream.stop()
            self._stream.close()


def _converter(rate_hz: int) -> Callable[[Samples], Samples]:
    """A function that turns blocks at the device's rate into blocks at 16 kHz, in order."""
    if rate_hz == SPEECH_RATE_HZ:
        return lambda block: block
    import av

    resampler = av.AudioResampler(format="flt", layout="mono", rate=SPEECH_RATE_HZ)

    def convert(block: Samples) -> Samples:
        frame = av.AudioFrame.from_ndarray(block[np.newaxis], format="flt", layout="mono")
        frame.sample_rate = rate_hz
        parts = [part.to_ndarray().reshape(-1) for part in resampler.resample(frame)]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    return convert
