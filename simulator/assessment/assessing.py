"""From a sound or a text to everything that is to be said of it. Pure, given a recogniser."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.judge import Judge
from simulator.measures import Coverage, Measures, cover, measure
from simulator.questions import Question
from simulator.scoring import Score, score
from simulator.sound import Sound
from simulator.transcription import Recogniser, Transcript, Word


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was said in one answer, and what is to be said of it.

    `coverage` is empty and `score` has no coverage part where no question was given.
    """

    transcript: Transcript
    measures: Measures
    coverage: tuple[Coverage, ...]
    score: Score


def assess_sound(
    sound: Sound,
    question: Question | None,
    *,
    recogniser: Recogniser,
    judge: Judge,
    language: str = "en",
    progress: Callable[[float], None] | None = None,
) -> Assessment:
    """Transcribes, measures and scores a recorded answer (16 kHz)."""
    transcript = recogniser.transcribe(sound, language=language, progress=progress)
    return _assess(transcript, question, judge)


def assess_text(
    text: str, question: Question | None, *, judge: Judge, language: str = "en"
) -> Assessment:
    """Measures and scores what needs no sound of an answer that was typed."""
    words = tuple(Word(word) for word in text.split())
    transcript = Transcript(words, (), (), None, "typed", language)
    return _assess(transcript, question, judge)


def _assess(transcript: Transcript, question: Question | None, judge: Judge) -> Assessment:
    measures = measure(transcript)
    coverage = () if question is None else cover(question, transcript, judge)
    return Assessment(
        transcript,
        measures,
        coverage,
        score(
            measures=measures,
            coverage=coverage,
            target=None if question is None else question.target,
            transcript=transcript,
        ),
    )
