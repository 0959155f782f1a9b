"""Records from a microphone. The device's callback only copies; a thread of ours does the rest."""

import queue
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.audio import devices, part_file, streams
from simulator.audio.base import DeviceError, Level, Recording, RecordingState
from simulator.audio.level import Listener
from simulator.audio.liveness import Liveness
from simulator.audio.resampling import Resampler
from simulator.sound import SPEECH_RATE_HZ, Samples

STALLED_AFTER_S = 2.0
FLUSH_EVERY_S = 0.25
FIRST_SOUND_S = 5.0
"""A wireless headset may take some seconds to turn its microphone on."""
BLOCK_S = 0.05
LATENCY_S = 0.2
"""How much the system holds back for us while the computer is busy with something else."""
VANISHED = "The microphone was lost while recording."
STALLED = "The microphone has stopped sending sound."


class DeviceMicrophone:
    """A `Microphone`: the one of that name or number, the system's own for None."""

    def __init__(self, wanted: str | None = None) -> None:
        self._wanted = wanted

    def record(self, file: Path) -> "DeviceRecording":
        device = devices.find("input", self._wanted)
        part = part_file.PartFile(file)
        try:
            return DeviceRecording(device, part)
        except BaseException:
            part.close()
            part.path.unlink(missing_ok=True)
            raise


class DeviceRecording:
    """A `LiveRecording`."""

    def __init__(self, device: devices.Device, part: part_file.PartFile) -> None:
        self._part = part
        self._listener = Listener()
        self._blocks: queue.SimpleQueue[Samples | None] = queue.SimpleQueue()
        self._paused = False
        self._lost = ""
        self._trouble: Exception | None = None
        self._overflows = 0
        self._flushed_s = 0.0
        self._alive = Liveness(STALLED_AFTER_S)
        self._finished = threading.Event()
        self._stopping = False
        self._result: Recording | None = None
        self._sounding = threading.Event()
        self._stream: Any = None
        self._writer: threading.Thread | None = None
        try:
            self._stream = streams.start("input", device, lambda: self._open(device))
            self._writer = threading.Thread(target=self._write, name="recorder", daemon=True)
            self._writer.start()
            self._wait_for_sound(device)
        except BaseException:
            self._close(gently=False)
            raise

    def _open(self, device: devices.Device) -> Any:
        """A stream at 16 kHz, or at the device's own rate where it takes no other."""
        module = devices.portaudio()
        try:
            return self._stream_of(module, device, SPEECH_RATE_HZ)
        except module.PortAudioError:
            if device.sample_rate_hz == SPEECH_RATE_HZ:
                raise
        return self._stream_of(module, device, device.sample_rate_hz)

    def _stream_of(self, module: Any, device: devices.Device, rate_hz: int) -> Any:
        self._convert = Resampler(rate_hz)
        return module.InputStream(
            samplerate=rate_hz,
            device=device.number,
            channels=1,
            dtype="float32",
            latency=LATENCY_S,
            blocksize=round(rate_hz * BLOCK_S),
            callback=self._take,
            finished_callback=self._finished.set,
        )

    def _wait_for_sound(self, device: devices.Device) -> None:
        if not self._sounding.wait(FIRST_SOUND_S):
            raise DeviceError(
                f"The microphone '{device.name}' sends no sound.",
                "Is it switched on, and may this program use it? See: mockview doctor",
            )

    def _take(self, block: Samples, frames: int, when: Any, status: Any) -> None:  # noqa: ARG002
        """The device's callback: nothing here may take time."""
        self._alive.sign()
        begun = self._sounding.is_set()
        if not begun:
            self._sounding.set()
        if not self._paused:
            if status.input_overflow and begun:  # what was lost before is no part of the answer
                self._overflows += 1
            self._blocks.put(block[:, 0].copy())

    def _write(self) -> None:
        """The recorder's thread: whatever fails, it goes on until it is told to end."""
        block: Samples | None = self._blocks.get()
        while block is not None:
            self._keep(block)
            block = self._blocks.get()
        self._keep(None)

    def _keep(self, block: Samples | None) -> None:
        """Takes a block; None is the end, when the last of the sound comes out of the converter."""
        if self._trouble is not None:
            return
        try:
            samples = self._convert.rest() if block is None else self._convert(block)
            self._part.write(samples)
            if self._part.duration_s - self._flushed_s >= FLUSH_EVERY_S:
                self._flushed_s = self._part.duration_s
                self._part.flush()
        except Exception as error:
            self._trouble = error
            return
        self._listener.hear(samples, SPEECH_RATE_HZ)

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
        elif self._alive.lost():
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
        return self._listener.level()

    def pause(self) -> None:
        self._paused = True

    def resume(self) -> None:
        self._paused = False

    def stop(self) -> Recording:
        if self._result is None:
            self._look_for_loss()
            self._close(gently=not self._lost)
            self._part.close()
            if self._trouble is not None:
                self._lost = self._lost or str(self._trouble)
            finished = part_file.finish(self._part.path)
            self._result = replace(finished, overflows=self._overflows, lost=self._lost)
        return self._result

    def discard(self) -> None:
        if self._result is None:
            self._close(gently=False)
            self._part.close()
            self._part.path.unlink(missing_ok=True)
            self._result = Recording(self._part.path, 0.0, SPEECH_RATE_HZ)
        else:
            self._result.file.unlink(missing_ok=True)

    def _close(self, *, gently: bool) -> None:
        """Ends stream and writer; may be called again."""
        self._stopping = True
        if self._stream is not None:
            streams.close(self._stream, gently=gently)
        self._blocks.put(None)
        if self._writer is not None:
            self._writer.join()
