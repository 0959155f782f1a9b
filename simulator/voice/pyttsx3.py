"""The system's own voices through pyttsx3: eSpeak NG on Linux, SAPI on Windows, Apple's on macOS.

pyttsx3 prints, hangs on some errors, and the library under it can end the whole process. So each
text is spoken by a short process of its own (`pyttsx3_worker`), about 0.4 s, which is ended when it
does not answer.
"""

import ctypes.util
import importlib.metadata
import importlib.util
import json
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np

from simulator.sound import Sound
from simulator.voice.base import Probe, Utterance, VoiceError

NAME = "pyttsx3"
LONGEST_S = 30.0
SAMPLE_RATE_HZ = 22_050
WORKER = "simulator.voice.pyttsx3_worker"
INSTALL = (
    "Install eSpeak NG (Debian, Ubuntu: apt install espeak-ng), or: pip install 'mockview[espeak]'"
)


def probe() -> Probe:
    if importlib.util.find_spec("pyttsx3") is None:
        return Probe(
            NAME, False, "system voices", "pyttsx3 is not installed.", "pip install pyttsx3"
        )
    about = f"system voices (pyttsx3 {importlib.metadata.version('pyttsx3')})"
    if sys.platform.startswith("linux") and not espeak_is_here():
        return Probe(NAME, False, about, "There is no eSpeak NG for the system voices.", INSTALL)
    return Probe(NAME, True, about)


def espeak_is_here() -> bool:
    """Whether eSpeak NG is on the system, or in the package `espeakng_loader`."""
    return (
        ctypes.util.find_library("espeak-ng") is not None
        or importlib.util.find_spec("espeakng_loader") is not None
    )


def load() -> "Pyttsx3Voice":
    """Raises `VoiceError` where the system has no voice."""
    found = probe()
    if not found.works:
        raise VoiceError(found.why_not, found.fix)
    return Pyttsx3Voice()


class Pyttsx3Voice:
    """A `VoiceEngine`."""

    name = NAME

    def __init__(self, *, longest_s: float = LONGEST_S, worker: str = WORKER) -> None:
        self._longest_s = longest_s
        self._command = [sys.executable, "-m", worker]

    @property
    def version(self) -> str:
        return f"pyttsx3 {importlib.metadata.version('pyttsx3')} {sys.platform}"

    def synthesise(self, utterance: Utterance) -> Sound:
        if not utterance.text.strip():
            return Sound(np.zeros(0, np.float32), SAMPLE_RATE_HZ)
        with tempfile.TemporaryDirectory(prefix="mockview-voice-") as folder:
            file = Path(folder) / "said.wav"
            wish = utterance.speaker.voice
            answer = self._ask(
                {
                    "text": utterance.text,
                    "file": str(file),
                    "gender": wish.gender,
                    "rate_wpm": wish.rate_wpm,
                }
            )
            if answer != "done":
                raise VoiceError(
                    f"The system voice could not say '{utterance.text[:40]}': {answer}.",
                    f"Try another one with --voice, or: {INSTALL}",
                )
            return _read(file)

    def _ask(self, order: dict[str, object]) -> str:
        """What the worker answers; it is ended when it takes too long."""
        try:
            done = subprocess.run(
                self._command,
                input=json.dumps(order),
                capture_output=True,
                encoding="utf-8",
                timeout=self._longest_s,
                check=False,
                start_new_session=True,  # Ctrl-C is for the interview to deal with
            )
        except subprocess.TimeoutExpired:
            return f"it took longer than {self._longest_s:.0f} s"
        return done.stdout.strip() or "the engine ended without a word"


def _read(file: Path) -> Sound:
    """The worker's file: WAV, or what Apple's engine writes, which soundfile reads too."""
    try:
        with wave.open(str(file)) as sound:
            frames = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
            samples = frames.reshape(-1, sound.getnchannels()).mean(axis=1) / 32768
            return Sound(samples.astype(np.float32), sound.getframerate())
    except (wave.Error, EOFError, OSError):
        import soundfile

        try:
            data, rate_hz = soundfile.read(file, dtype="float32", always_2d=True)
        except (RuntimeError, OSError) as error:
            raise VoiceError("The system voice made no sound that can be read.", INSTALL) from error
        return Sound(data.mean(axis=1).astype(np.float32), int(rate_hz))
