"""The models that an assessment asks, loaded once and kept."""

from dataclasses import dataclass

from simulator.judge import Judge
from simulator.prosody import OverlapDetector, PitchTracker
from simulator.transcription import Recogniser
from simulator.transcription.models import Model


@dataclass(frozen=True, slots=True)
class Engines:
    """Without a `recogniser` only texts can be assessed."""

    judge: Judge
    recogniser: Recogniser | None = None
    tracker: PitchTracker | None = None
    overlap: OverlapDetector | None = None


def load(model: Model | None, *, threads: int = 0) -> Engines:
    """Takes about a second; without a speech model much less. `threads` as in `WhisperRecogniser`.

    Raises `MockviewError` for one that is missing or broken.
    """
    from simulator.judge import minilm

    judge = minilm.load()
    if model is None:
        return Engines(judge)
    from simulator.prosody import overlap, swift_f0
    from simulator.transcription.whisper import WhisperRecogniser

    return Engines(
        judge, WhisperRecogniser(model, threads=threads), swift_f0.load(), overlap.load()
    )
