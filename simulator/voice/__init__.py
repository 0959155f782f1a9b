"""An interviewer says it: text in, sound out. Playing the sound is `simulator.audio`'s."""

from simulator.voice.base import Probe, Utterance, VoiceEngine, VoiceError

__all__ = ["Probe", "Utterance", "VoiceEngine", "VoiceError"]
