"""No voice at all: the interview is read, not heard. Also the shortest example of an engine."""

import numpy as np

from simulator.sound import Sound
from simulator.voice.base import Probe, Utterance

NAME = "silent"
SAMPLE_RATE_HZ = 16_000


def probe() -> Probe:
    return Probe(NAME, True, "no voice, captions only")


def load() -> "SilentVoice":
    return SilentVoice()


class SilentVoice:
    """A `VoiceEngine` that makes empty sounds."""

    name = NAME
    version = "1"

    def synthesise(self, utterance: Utterance) -> Sound:  # noqa: ARG002 (the contract's)
        return Sound(np.zeros(0, np.float32), SAMPLE_RATE_HZ)
