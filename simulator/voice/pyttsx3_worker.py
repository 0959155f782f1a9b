"""The process that pyttsx3 lives in, for one text: an order in JSON on stdin, an answer on stdout.

- order `{}`: start, and say what speaks here; answer `{"engine": NAME AND VERSION}`
- order `{"text", "file", "gender", "rate_wpm"}`: write the sound to the file; the same answer
- what goes wrong: `{"failed": WHY}`, or no answer when the library ends the process

Nothing else may reach the real stdout, on which libraries print: it is put aside first. One text
only, because pyttsx3 loses the voice and rate that are set soon after another text. It is run as a
file, so it imports nothing of this package.
"""

import ctypes
import ctypes.util
import importlib.metadata
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ESPEAK_VOICES = {"female": "en-us+f3", "male": "en-us+m3"}
"""eSpeak has one English speaker; its variants make a woman and a man of it."""
ESPEAK_FASTER = 1.22
"""How much faster eSpeak speaks than the rate it is told. Measured over ten built-in questions,
without the silence around them: 144 words a minute at 120, 207 at 170, 294 at 240."""
ESPEAK_SLOWEST, ESPEAK_FASTEST = 80, 450
"""Words a minute; eSpeak takes 80 for anything below, and 450 is the most it says by itself."""
TRIES = 10
EMPTY_BYTES = 44
"""A WAV file with no sound in it: eSpeak writes one now and then. It is for the parent to retry."""
PLEASANT = ("Samantha", "Ava", "Alex", "Daniel", "Zira", "David")
"""English voices of macOS and Windows that suit an interview; macOS has many novelties besides."""


def find_espeak() -> None:
    """Makes eSpeak NG of the package known where the system has none."""
    if ctypes.util.find_library("espeak-ng") is not None:
        return
    if importlib.util.find_spec("espeakng_loader") is None:
        return
    import espeakng_loader

    # Without its data the library ends the process.
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    # Loaded for all to see: pyttsx3 asks the system for the library by this one's own name.
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def start() -> Any:
    if sys.platform.startswith("linux"):
        # eSpeak calls on the sound server even when it plays nothing: it could wait for a frozen
        # one, and leaves a folder. So it shall find none.
        os.environ["PULSE_SERVER"] = "unix:/nonexistent"
        find_espeak()
    import pyttsx3

    engine = pyttsx3.init()
    if uses_espeak(engine):
        engine.runAndWait()  # the first run of a process returns at once: let it be an empty one
    return engine


def uses_espeak(engine: Any) -> bool:
    return str(engine) == "espeak"


def name_of(engine: Any) -> str:
    """The engine and all versions that change its sound."""
    name = f"{importlib.metadata.version('pyttsx3')} {engine}"
    if not uses_espeak(engine):
        return f"{name} {sys.platform}"
    from pyttsx3.drivers import _espeak

    version = _espeak.dll.espeak_Info
    version.restype = ctypes.c_char_p
    return f"{name} {version(None).decode(errors='replace')}"


def choose_voice(engine: Any, gender: str | None) -> bool:
    """Takes a voice of that gender; whether the engine really took it."""
    if uses_espeak(engine):
        wanted = ESPEAK_VOICES[gender or "female"]
        # What is read back has a folder before it: gmw/en-us+f3.
        return taken(engine, "voice", wanted, lambda now: str(now).endswith(wanted))
    voice = fitting_voice(engine.getProperty("voices"), gender)
    if voice is not None:
        engine.setProperty("voice", voice.id)
    return True


def choose_rate(engine: Any, rate_wpm: int) -> bool:
    """Sets the pace; whether the engine really took it."""
    if uses_espeak(engine):
        told = min(max(round(rate_wpm / ESPEAK_FASTER), ESPEAK_SLOWEST), ESPEAK_FASTEST)
        return taken(engine, "rate", told, lambda now: now == told)
    engine.setProperty("rate", rate_wpm)
    return True


def taken(engine: Any, name: str, wish: object, is_so: Callable[[object], bool]) -> bool:
    """Sets a property until it reads back as wished; whether it ever did.

    eSpeak hands wishes to a thread of its own, which loses one in a hundred; and it ignores an
    unknown voice in silence.
    """
    for _ in range(TRIES):
        engine.setProperty(name, wish)
        for _ in range(TRIES):
            if is_so(engine.getProperty(name)):
                return True
            time.sleep(0.005)
    return False


def fitting_voice(voices: Sequence[Any], gender: str | None) -> Any | None:
    """An English voice of that gender, pleasant where there is a choice; None: leave the system's.

    Apple calls genders `VoiceGenderFemale`, Windows `Female`; languages are `en_US` and `en-US`.
    """
    fitting = [
        voice
        for voice in voices
        if any(str(language).lower().startswith("en") for language in voice.languages)
        and gender in (None, str(voice.gender or "").lower().removeprefix("voicegender"))
    ]
    pleasant = [voice for name in PLEASANT for voice in fitting if name in str(voice.name)]
    return next(iter(pleasant + fitting), None)


def speak(order: dict[str, Any]) -> dict[str, str]:
    """Carries out the order; the answer."""
    engine = start()
    if not order:
        return {"engine": name_of(engine)}
    if not choose_voice(engine, order["gender"]):
        return {"failed": "it has no such voice"}
    if not choose_rate(engine, order["rate_wpm"]):
        return {"failed": "it does not take the pace"}
    engine.save_to_file(order["text"], order["file"])
    engine.runAndWait()  # the file is written when it returns, for it is not the first run
    file = Path(order["file"])
    if not (file.exists() and file.stat().st_size > EMPTY_BYTES):
        return {"failed": "it wrote no sound"}
    return {"engine": name_of(engine)}


def main() -> None:
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # whatever libraries print goes where errors go
        try:
            answer = speak(json.load(sys.stdin))
        except Exception as error:  # the parent decides what to make of it
            answer = {"failed": f"{type(error).__name__}: {error}".replace("\n", " ")}
        json.dump(answer, answers)
    os._exit(0)  # some drivers hang when the interpreter cleans up


if __name__ == "__main__":
    main()
