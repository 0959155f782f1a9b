"""PortAudio streams, opened and closed so that a sound server that hangs cannot hang the program.

Where the server is frozen, every call of PortAudio waits for ever, and so does its own tidying up
when the program ends. Each call runs in a thread that may be left behind.
"""

import atexit
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from simulator.audio import devices
from simulator.audio.base import DeviceError
from simulator.audio.devices import NAMES, Device, Kind, portaudio

OPENING_S = 5.0
CLOSING_S = 2.0
ANOTHER = "Another program may be using it; or choose another: mockview doctor"


def start(kind: Kind, device: Device, make: Callable[[], Any]) -> Any:
    """The stream that `make` opens, started.

    Raises `DeviceError` where it cannot be opened, or not within five seconds.
    """
    module = portaudio()
    opening = _Opening(make)
    opener = threading.Thread(target=opening.run, name="opening", daemon=True)
    opener.start()
    try:
        opener.join(OPENING_S)
    finally:
        stream, failure = opening.take()
    if stream is not None:
        return stream
    if failure is None:
        _leave_at_exit(module)
        raise DeviceError(
            f"The {NAMES[kind]} '{device.name}' does not answer.",
            "Restart the computer's sound, or choose another: mockview doctor",
        )
    if isinstance(failure, (module.PortAudioError, ValueError)):
        what = f"The {NAMES[kind]} '{device.name}' cannot be opened."
        raise DeviceError(what, ANOTHER) from failure
    raise failure


class _Opening:
    """A stream on its way from the thread that opens it to the one that waits, or given up."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._stream: Any = None
        self._failure: Exception | None = None
        self._given_up = False

    def run(self) -> None:
        stream: Any = None
        try:
            stream = self._make()
            stream.start()
        except Exception as error:
            self._failure = error
            _end(stream, gently=False)
            return
        with self._lock:
            if not self._given_up:
                self._stream = stream
                return
        _end(stream, gently=False)

    def take(self) -> tuple[Any, Exception | None]:
        with self._lock:
            self._given_up = True
            return self._stream, self._failure


def look_again() -> None:
    """Makes PortAudio see the devices that are there now; nothing may be playing or recording.

    Raises `DeviceError` where the computer's sound does not answer within five seconds.
    """
    module = portaudio()
    looking = threading.Thread(target=devices.look_again, name="looking", daemon=True)
    looking.start()
    looking.join(OPENING_S)
    if looking.is_alive():
        _leave_at_exit(module)
        raise DeviceError("The computer's sound does not answer.", "Restart it, or type.")


def close(stream: Any, *, gently: bool = True) -> None:
    """Ends a stream, within two seconds. `gently` lets the sound in its buffers through first."""
    closer = threading.Thread(
        target=_end, args=(stream,), kwargs={"gently": gently}, name="closing", daemon=True
    )
    closer.start()
    closer.join(CLOSING_S)
    if closer.is_alive():
        _leave_at_exit(portaudio())


def _end(stream: Any, *, gently: bool) -> None:
    with suppress(Exception):
        stream.stop() if gently else stream.abort()
    with suppress(Exception):
        stream.close()


def _leave_at_exit(module: Any) -> None:
    """The system takes back what a hanging stream holds; PortAudio would wait for it for ever."""
    atexit.unregister(module._exit_handler)
