"""The models that an assessment asks, loaded once and kept; what they make of a whole answer."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.assessment.assessing import Assessment, assess_sound, assess_text
from simulator.assessment.base import Job
from simulator.assessment.standards import USUAL, Standards
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
    from simulator.judge import reader

    judge = reader.load()
    if model is None:
        return Engines(judge)
    from simulator.prosody import overlap, swift_f0
    from simulator.transcription.whisper import WhisperRecogniser

    return Engines(
        judge, WhisperRecogniser(model, threads=threads), swift_f0.load(), overlap.load()
    )


def assess(
    job: Job,
    engines: Engines,
    *,
    standards: Standards = USUAL,
    progress: Callable[[float], None] | None = None,
) -> Assessment:
    """The assessment of a file or a text. `progress` gets the share that is done, 0 to 1.

    Raises `MockviewError`.
    """
    if job.file is None:
        return assess_text(
            job.text or "",
            job.question,
            judge=engines.judge,
            standards=standards,
            language=job.language,
        )
    from simulator.audio import files

    assert engines.recogniser is not None  # noqa: S101 (the model was given)
    sound = files.read(job.file)
    return assess_sound(
        sound,
        job.question,
        recogniser=engines.recogniser,
        judge=engines.judge,
        tracker=engines.tracker,
        overlap=engines.overlap,
        standards=standards,
        language=job.language,
        progress=None if progress is None else lambda done_s: progress(done_s / sound.duration_s),
    )
