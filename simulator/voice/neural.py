"""hibari-tts: a small neural voice that comes as a package, made into two people.

The package holds one voice, a woman's. A man's is made of it by speaking faster and playing slower:
pitch and formants fall together, as they do from a shorter to a longer vocal tract, and the pace
stays. At 0.8 its median pitch falls from about 190 to 150 Hz and every word is still recognised.
"""

import importlib.metadata
import importlib.util
import re
import time
from typing import Any

import numpy as np

from simulator.installing import with_pip
from simulator.questions import Interviewer
from simulator.sound import Samples, Sound
from simulator.voice.base import Probe, Utterance, VoiceError
from simulator.voice.shaping import in_16_bits, play_slower, trim

NAME = "neural"
LONGEST_S = 30.0
"""How long synthesis may take, in seconds; a minute of speech takes about one."""
MALE_SPEED = 0.8
"""How much slower the male voice is played than spoken."""
SEED = 7
PACE = (
    # words a minute, the engine's speed
    (110, 0.5), (133, 0.6), (157, 0.7), (178, 0.8), (209, 0.9), (219, 1.0), (246, 1.25),
    (327, 1.4), (344, 1.6), (359, 1.8), (380, 2.0),
)  # fmt: skip
"""Measured over ten built-in questions, without the silence around them. The engine rounds the
length of each phoneme, so its pace does not simply follow the speed."""
LONG_RUN = re.compile(r"([^,;:—]{250}\S{0,50})\s*")
"""A clause so long that it is cut: the model takes a clause at once, and memory grows with it."""
FIRST_WORD = Utterance("Hello.", Interviewer("warm-up", "", ""))
PACKAGE = "hibari-tts"
INSTALL = f"Install it with: {with_pip(PACKAGE)}"


def probe() -> Probe:
    about = "neural voice, US English"
    try:
        if importlib.util.find_spec("hibari") is not None:
            version = importlib.metadata.version("hibari-tts")
            return Probe(NAME, True, f"{about} (hibari-tts {version})")
    except (ImportError, ValueError):
        pass  # half installed is not installed
    return Probe(NAME, False, about, "The neural voice is not installed.", INSTALL)


def load() -> "NeuralVoice":
    """Loads the model, about half a second. Downloads nothing. Raises `VoiceError` on failure."""
    try:
        from hibari import Hibari
        from hibari.voices import DEFAULT, voice_path

        hibari = Hibari(model=voice_path(DEFAULT, download_missing=False))
        version = importlib.metadata.version("hibari-tts")
    except Exception as error:  # whatever is wrong with it, this voice cannot be had
        raise VoiceError(
            f"The neural voice cannot be loaded ({error}).",
            f"Install it anew: {with_pip(PACKAGE, anew=True)}",
        ) from error
    voice = NeuralVoice(hibari, version)
    voice.synthesise(FIRST_WORD)  # the first takes longer than any other: not while somebody waits
    return voice


def engine_speed(rate_wpm: float) -> float:
    """The engine's speed for a pace in words a minute, as near as it can."""
    paces_wpm, speeds = zip(*PACE, strict=True)
    return float(np.interp(rate_wpm, paces_wpm, speeds))


class NeuralVoice:
    """A `VoiceEngine`. 24 kHz; nobody's wish for a gender gets the voice as it is, the woman's."""

    name = NAME

    def __init__(self, hibari: Any, version: str, *, longest_s: float = LONGEST_S) -> None:
        self._hibari = hibari
        self._longest_s = longest_s
        # PACE and the rest of this file change the sound too: count up when they do.
        self.version = f"hibari-tts {version}, made up 2"

    def synthesise(self, utterance: Utterance) -> Sound:
        wish = utterance.speaker.voice
        rate_hz = int(self._hibari.sample_rate)
        played = MALE_SPEED if wish.gender == "male" else 1.0
        spoken = trim(self._speak(utterance.text, engine_speed(wish.rate_wpm / played)), rate_hz)
        return Sound(in_16_bits(play_slower(spoken, played)), rate_hz)

    def _speak(self, text: str, speed: float) -> Samples:
        end_s = time.monotonic() + self._longest_s
        sentences: list[Samples] = [np.zeros(0, np.float32)]
        try:
            for sentence in self._hibari.stream(self._in_short_runs(text), speed, SEED):
                sentences.append(np.asarray(sentence, np.float32))
                if time.monotonic() > end_s:
                    break
            else:
                return np.concatenate(sentences)
        except Exception as error:  # of whatever kind
            raise _failed(text, str(error)) from error
        raise _failed(text, f"it took longer than {self._longest_s:.0f} s")

    def _in_short_runs(self, text: str) -> str:
        """One sentence a line, as the engine divides them itself, and no endless ones."""
        sentences = self._hibari.split_sentences(text)
        return "\n".join(LONG_RUN.sub(r"\1\n", sentence) for sentence in sentences)


def _failed(text: str, why: str) -> VoiceError:
    what = f"The neural voice could not say '{text[:40]}' ({why})."
    return VoiceError(what, "Try another one with --voice.")
