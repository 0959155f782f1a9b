"""Speech for tests, made by the neural voice on the spot: no sound lies in the repository."""

from functools import lru_cache

from simulator.audio.resampling import resampled
from simulator.questions import Interviewer, VoiceWish
from simulator.sound import Sound
from simulator.voice import Utterance
from simulator.voice.neural import NeuralVoice, load


@lru_cache(maxsize=1)
def _voice() -> NeuralVoice:
    return load()


def spoken(text: str, *, gender: str = "male", rate_wpm: int = 150) -> Sound:
    """The text said aloud, at 16 kHz."""
    wish = VoiceWish("male" if gender == "male" else "female", rate_wpm)
    speaker = Interviewer("candidate", "You", "candidate", wish)
    return resampled(_voice().synthesise(Utterance(text, speaker)))


def words_of(text: str) -> list[str]:
    return ["".join(sign for sign in word if sign.isalnum()) for word in text.lower().split()]


def share_found(wanted: str, heard: str) -> float:
    """The share of the wanted words that were heard, in order (longest common subsequence)."""
    a, b = words_of(wanted), words_of(heard)
    best = [0] * (len(b) + 1)
    for word in a:
        row = [0]
        for j, other in enumerate(b):
            row.append(best[j] + 1 if word == other else max(best[j + 1], row[j]))
        best = row
    return best[-1] / len(a)
