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
import time
from pathlib import Path
from typing import Any

VARIANTS = {"female": "f3", "male": "m3"}
"""eSpeak's variants for the two; other systems have voices of their own."""
WAIT_S = 25.0
TRIES = 50


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


def choose_rate(engine: Any, rate_wpm: int) -> None:
    """Sets the rate until it stays: eSpeak takes the voice over later, and its rate with it."""
    for _ in range(TRIES):
        engine.setProperty("rate", rate_wpm)
        time.sleep(0.02)
        if int(engine.getProperty("rate")) == rate_wpm:
            return


def wish_granted(engine: Any, order: dict[str, Any]) -> bool:
    """Whether the voice and the rate are those asked for: both can be ignored in silence."""
    if not sys.platform.startswith("linux"):
        return True
    variant = VARIANTS.get(order["gender"] or "female", "f3")
    voice, rate_wpm = str(engine.getProperty("voice")), engine.getProperty("rate")
    return voice.endswith(variant) and int(rate_wpm) == int(order["rate_wpm"])


def speak(order: dict[str, Any]) -> str:
    """Writes the sound to the file; `done`, or what went wrong."""
    engine = start()
    choose_voice(engine, order["gender"])
    choose_rate(engine, int(order["rate_wpm"]))
    finished: list[bool] = []
    engine.connect("finished-utterance", lambda name, completed: finished.append(completed))  # noqa: ARG005
    engine.save_to_file(order["text"], order["file"])
    engine.runAndWait()
    until = time.monotonic() + WAIT_S
    while not finished and time.monotonic() < until:
        time.sleep(0.01)
    file = Path(order["file"])
    if not (file.exists() and file.stat().st_size):
        return "it wrote no sound"
    return "done" if wish_granted(engine, order) else "it has no such voice"


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
