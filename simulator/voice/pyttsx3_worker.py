"""The process that pyttsx3 lives in, for one text: an order in JSON on stdin, an answer on stdout.

The answer is `done` or what went wrong. Nothing else may reach the real stdout, on which libraries
print: it is put aside first. One text only, because pyttsx3 loses the voice and rate that are set
soon after another text.
"""

import ctypes
import ctypes.util
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any

VARIANTS = {"female": "f3", "male": "m3"}
"""eSpeak's variants for the two; other systems have voices of their own."""


def find_espeak() -> None:
    """Makes eSpeak NG of the package known where the system has none."""
    if ctypes.util.find_library("espeak-ng") is not None:
        return
    if importlib.util.find_spec("espeakng_loader") is None:
        return
    import espeakng_loader

    # Without its data the library ends the process.
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def start() -> Any:
    if sys.platform.startswith("linux"):
        find_espeak()
    import pyttsx3

    engine = pyttsx3.init()
    engine.runAndWait()  # the first run of a process returns at once: let it be an empty one
    return engine


def choose_voice(engine: Any, gender: str | None) -> None:
    """Asks for a voice of that gender, English where there is a choice."""
    if sys.platform.startswith("linux"):
        engine.setProperty("voice", f"en-us+{VARIANTS.get(gender or 'female', 'f3')}")
        return
    voices = engine.getProperty("voices")
    english = [voice for voice in voices if "en" in str(voice.id).lower()] or voices
    fitting = [voice for voice in english if (voice.gender or "").lower().endswith(gender or "")]
    if fitting:
        engine.setProperty("voice", fitting[0].id)


def voice_taken(engine: Any, gender: str | None) -> bool:
    """Whether it is really that voice which speaks: eSpeak ignores an unknown one in silence."""
    if not sys.platform.startswith("linux"):
        return True
    return VARIANTS.get(gender or "female", "f3") in str(engine.getProperty("voice"))


def speak(order: dict[str, Any]) -> str:
    """Writes the sound to the file; `done`, or what went wrong."""
    engine = start()
    choose_voice(engine, order["gender"])
    engine.setProperty("rate", int(order["rate_wpm"]))
    engine.save_to_file(order["text"], order["file"])
    engine.runAndWait()  # the file is written when it returns, for it is not the first run
    file = Path(order["file"])
    if not (file.exists() and file.stat().st_size):
        return "it wrote no sound"
    return "done" if voice_taken(engine, order["gender"]) else "it has no such voice"


def main() -> None:
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # whatever libraries print goes where errors go
        try:
            answer = speak(json.load(sys.stdin))
        except Exception as error:  # the parent decides what to make of it
            answer = f"{type(error).__name__} {error}".replace("\n", " ")
        answers.write(answer + "\n")
    os._exit(0)  # some drivers hang when the interpreter cleans up


if __name__ == "__main__":
    main()
