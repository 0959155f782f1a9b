"""A sound card without hardware: a private PulseAudio with a loudspeaker and a microphone.

What a program plays on the loudspeaker can be recorded, and what is played into `micfeed` comes out
of the microphone.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import soundfile

from simulator.sound import Sound

NEEDED = ("pulseaudio", "pactl", "paplay", "parecord")
MODULES = (
    "module-null-sink sink_name=speaker rate={rate_hz} channels=1 norewinds=1",
    "module-null-sink sink_name=micfeed rate={rate_hz} channels=1 norewinds=1",
    "module-remap-source source_name=mic master=micfeed.monitor rate={rate_hz} channels=1",
)


def why_not() -> str:
    """What is missing for a virtual sound card here, as a sentence; empty where nothing is."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        return f"{', '.join(missing)} not installed"
    try:
        import sounddevice  # noqa: F401
    except OSError:
        return "PortAudio (libportaudio2) not installed"
    return ""


class VirtualSoundCard:
    """Start it, use it, `close` it."""

    def __init__(self, rate_hz: int = 48_000) -> None:
        self.rate_hz = rate_hz
        self.folder = Path(tempfile.mkdtemp(prefix="mv-"))  # short: it goes into a socket's name
        self.socket = self.folder / "native"
        self.server = self._start()
        self.env = {
            "PULSE_SERVER": f"unix:{self.socket}",
            "PULSE_RUNTIME_PATH": str(self.folder / "client"),  # else each leaves one in /tmp
        }
        self._pactl("set-default-sink", "speaker")
        self._pactl("set-default-source", "mic")

    def _start(self) -> "subprocess.Popen[bytes]":
        env = {key: value for key, value in os.environ.items() if not key.startswith("PULSE_")}
        env |= {
            "XDG_RUNTIME_DIR": str(self.folder),
            "PULSE_RUNTIME_PATH": str(self.folder / "rt"),
            "PULSE_STATE_PATH": str(self.folder / "state"),
            "XDG_CONFIG_HOME": str(self.folder / "cfg"),
        }
        protocol = f"module-native-protocol-unix socket={self.socket} auth-anonymous=1"
        modules = (protocol, *(module.format(rate_hz=self.rate_hz) for module in MODULES))
        server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"),
                *("--use-pid-file=no", "--disable-shm=yes", "--realtime=no"),
                *("--high-priority=no", "--log-target=stderr"),
                *(word for module in modules for word in ("-L", module)),
            ],
            env=env,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(200):
            if self.socket.exists():
                return server
            time.sleep(0.05)
        server.kill()
        raise RuntimeError("the virtual sound card did not start")

    def _pactl(self, *words: str) -> None:
        subprocess.run(["pactl", *words], env=os.environ | self.env, check=True, timeout=20)

    def say_into_microphone(self, sound: Sound) -> "subprocess.Popen[bytes]":
        """Starts to play a sound into the microphone; `wait` on what comes back."""
        file = self.folder / f"said-{time.monotonic_ns()}.wav"
        soundfile.write(file, sound.samples, sound.sample_rate_hz)
        return subprocess.Popen(
            ["paplay", "--device=micfeed", str(file)], env=os.environ | self.env
        )

    def listen_to_loudspeaker(self) -> "Ear":
        return Ear(self)

    def mute_microphone(self) -> None:
        """The microphone sends nothing any more, and says nothing of it."""
        self._pactl("suspend-source", "mic", "1")

    def start_again(self, rate_hz: int) -> None:
        """After a `kill`: another sound card in place of the one that was lost."""
        self.socket.unlink(missing_ok=True)
        self.rate_hz = rate_hz
        self.server = self._start()
        self._pactl("set-default-sink", "speaker")
        self._pactl("set-default-source", "mic")

    def freeze(self) -> None:
        """The server answers nothing any more, as a driver that hangs."""
        self.server.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        self.server.kill()
        self.server.wait()

    def close(self) -> None:
        with suppress(ProcessLookupError):
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Ear:
    """Records what the virtual loudspeaker plays, until `heard` is called."""

    def __init__(self, card: VirtualSoundCard) -> None:
        self._file = card.folder / f"heard-{time.monotonic_ns()}.raw"
        self._opened = self._file.open("wb")
        self._recorder = subprocess.Popen(
            [
                *("parecord", "--device=speaker.monitor", "--raw", "--format=s16le"),
                *("--rate=16000", "--channels=1", "--latency-msec=50"),
            ],
            env=os.environ | card.env,
            stdout=self._opened,
        )
        for _ in range(200):  # until sound is coming in
            if self._file.stat().st_size:
                break
            time.sleep(0.02)

    def heard(self) -> Sound:
        time.sleep(0.3)  # what is still on its way
        self._recorder.terminate()
        self._recorder.wait()
        self._opened.close()
        pcm = np.frombuffer(self._file.read_bytes()[: self._file.stat().st_size // 2 * 2], "<i2")
        return Sound(pcm.astype(np.float32) / np.float32(32768), 16_000)
