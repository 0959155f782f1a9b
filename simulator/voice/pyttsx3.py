"""The system's own voices through pyttsx3: eSpeak NG on Linux, SAPI on Windows, Apple's on macOS.

pyttsx3 prints, hangs on some errors, and the library under it can end the whole process. So each
text is spoken by a short process of its own (`pyttsx3_worker`, about 0.1 s), which is ended when it
does not answer.
"""

import ctypes.util
import importlib.metadata
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from simulator.installing import with_pip
from simulator.sound import Sound
from simulator.voice.base import Probe, Utterance, VoiceError
from simulator.voice.shaping import trim

NAME = "pyttsx3"
LONGEST_S = 30.0
"""How long a text may take, in seconds; eSpeak needs about a second for three minutes of speech."""
TRIES = 3
SAMPLE_RATE_HZ = 22_050
"""Of an empty sound; others have the rate that the system's voice has."""
# Not `-m`: that would import this whole package first, which takes longer than speaking. And `-P`,
# because beside the worker lies this file, which has the library's name.
WORKER = (sys.executable, "-P", str(Path(__file__).with_name("pyttsx3_worker.py")))
INSTALL = (
    f"Install eSpeak NG (Debian, Ubuntu: apt install espeak-ng), or: {with_pip('espeakng-loader')}"
    if sys.platform.startswith("linux")
    else "Install a voice in the system's settings."
)
OTHER_VOICE = "Try another one with --voice."
UNSPEAKABLE = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Control characters, which end a text for C libraries, and halves of characters."""


def probe() -> Probe:
    about = "system voices"
    try:
        if importlib.util.find_spec("pyttsx3") is not None:
            about += f" (pyttsx3 {importlib.metadata.version('pyttsx3')})"
            if not sys.platform.startswith("linux") or espeak_is_here():
                return Probe(NAME, True, about)
            return Probe(
                NAME, False, about, "There is no eSpeak NG for the system voices.", INSTALL
            )
    except (ImportError, ValueError):
        pass  # half installed is not installed
    fix = f"Install it with: {with_pip('pyttsx3')}"
    return Probe(NAME, False, about, "pyttsx3 is not installed.", fix)


def espeak_is_here() -> bool:
    """Whether eSpeak NG is on the system, or in the package `espeakng_loader`."""
    return (
        ctypes.util.find_library("espeak-ng") is not None
        or importlib.util.find_spec("espeakng_loader") is not None
    )


def load() -> "Pyttsx3Voice":
    """Starts the system's speech once. Raises `VoiceError` where it does not work."""
    return Pyttsx3Voice()


class Pyttsx3Voice:
    """A `VoiceEngine`. `worker` is the command of the process that speaks."""

    name = NAME

    def __init__(
        self, *, longest_s: float = LONGEST_S, worker: Sequence[str | Path] = WORKER
    ) -> None:
        self._longest_s = longest_s
        self._worker = worker
        about = self._ask({}, "The system voices do not work", INSTALL)
        # What the worker does with the library changes the sound too: count up when it does.
        self.version = f"pyttsx3 {about['engine']}, worker 2"

    def synthesise(self, utterance: Utterance) -> Sound:
        text = as_spoken(utterance.text)
        if not text:
            return Sound(np.zeros(0, np.float32), SAMPLE_RATE_HZ)
        with tempfile.TemporaryDirectory(prefix=".mockview-voice-") as folder:
            file = Path(folder) / "said.wav"
            wish = utterance.speaker.voice
            order = {
                "text": text,
                "file": str(file),
                "gender": wish.gender,
                "rate_wpm": wish.rate_wpm,
            }
            self._ask(order, f"The system voice could not say '{text[:40]}'", OTHER_VOICE)
            return _read(file)

    def _ask(self, order: Mapping[str, object], failed: str, fix: str) -> dict[str, str]:
        """What the worker answers; asked again where it fails, for eSpeak now and then does.

        It is ended when it takes too long.
        """
        end_s = time.monotonic() + self._longest_s
        why = ""
        for _ in range(TRIES):
            try:
                answer = _answer(self._worker, order, end_s - time.monotonic())
            except subprocess.TimeoutExpired:
                why = why or f"it took longer than {self._longest_s:.0f} s"
                break
            why = answer.get("failed", "")
            if not why:
                return answer
        raise VoiceError(f"{failed} ({why}).", fix)


def _answer(
    worker: Sequence[str | Path], order: Mapping[str, object], longest_s: float
) -> dict[str, str]:
    """What one process answers, or why it did not. Raises `subprocess.TimeoutExpired`."""
    try:
        done = subprocess.run(
            worker,
            input=json.dumps(order),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=max(0.0, longest_s),
            check=False,
            start_new_session=True,  # Ctrl-C is for the interview to deal with
        )
        answer = json.loads(done.stdout)
    except (OSError, ValueError):
        answer = None
    return answer if isinstance(answer, dict) else {"failed": "its process gave no answer"}


def as_spoken(text: str, platform: str = sys.platform) -> str:
    """The text without what an engine would stumble over, or obey instead of reading it."""
    text = UNSPEAKABLE.sub(" ", text)
    if platform == "darwin":
        text = text.replace("[[", "[ [")  # else Apple's commands: [[rate 50]]
    elif platform == "win32":
        text = text.replace("<", " ")  # else XML for SAPI
    return text.strip()


def _read(file: Path) -> Sound:
    """The worker's file: 16-bit WAV, or the AIFF that Apple's engine writes."""
    try:
        with wave.open(str(file)) as sound:
            if sound.getsampwidth() != 2:  # noqa: PLR2004 (bytes of a 16-bit sample)
                raise wave.Error  # noqa: TRY301 (soundfile knows the others)
            frames = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
            samples = frames.reshape(-1, sound.getnchannels()).mean(axis=1) / 32768
            rate_hz = sound.getframerate()
    except (wave.Error, EOFError, OSError):
        import soundfile

        try:
            data, rate_hz = soundfile.read(file, always_2d=True)
        except (RuntimeError, OSError) as error:
            raise VoiceError("The system voice made no sound that can be read.", INSTALL) from error
        samples = data.mean(axis=1)
    return Sound(trim(samples.astype(np.float32), rate_hz), int(rate_hz))
