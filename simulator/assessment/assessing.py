"""From a sound or a text to everything that is to be said of it. Pure, given a recogniser."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from simulator.assessment.standards import USUAL, Standards
from simulator.judge import Judge
from simulator.measures import (
    Asked,
    Condition,
    Coverage,
    Measures,
    Melody,
    Telling,
    asked,
    conditions,
    cover,
    measure,
    melody,
    telling,
    voiced,
)
from simulator.measures.hedges import hedges
from simulator.prosody import OverlapDetector, PitchTracker
from simulator.questions import Question, TalkingPoint, is_last_impression
from simulator.scoring import Score, score
from simulator.scoring.last_impression import Hedge
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
    asked: tuple[Asked, ...] = ()
    """What the candidate asked, where the question is an exchange."""
    brought_in: tuple[Coverage, ...] = ()
    """The candidate's own points (`Standards.own_points`), each with its verdict; never scored."""
    telling: Telling | None = None
    """None in sessions that were kept before answers were read for it."""


def assess_sound(
    sound: Sound,
    question: Question | None,
    *,
    recogniser: Recogniser,
    judge: Judge,
    tracker: PitchTracker | None = None,
    overlap: OverlapDetector | None = None,
    standards: Standards = USUAL,
    language: str = "en",
    progress: Callable[[float], None] | None = None,
) -> Assessment:
    """Transcribes, measures and scores a recorded answer (16 kHz).

    Without a `tracker` its melody is left out, and without `overlap` nobody hears other voices.

    Raises `TranscriptionError` where the recogniser could not be run, ValueError for a sound at
    another rate.
    """
    transcript = recogniser.transcribe(sound, language=language, progress=progress)
    return assess_heard(
        sound,
        transcript,
        question,
        judge=judge,
        tracker=tracker,
        overlap=overlap,
        standards=standards,
    )


def assess_heard(
    sound: Sound,
    transcript: Transcript,
    question: Question | None,
    *,
    judge: Judge,
    tracker: PitchTracker | None = None,
    overlap: OverlapDetector | None = None,
    standards: Standards = USUAL,
) -> Assessment:
    """As `assess_sound`, where the words are known already."""
    speech = voiced(transcript)
    voices = None if overlap is None else overlap.voices(sound)
    wrong = conditions(sound, speech, voices)
    heard = None
    if tracker is not None:
        heard = melody(tracker.contour(sound, speech), speech, transcript.words)
    return _assess(transcript, question, judge, standards, wrong=wrong, heard=heard)


def assess_text(
    text: str,
    question: Question | None,
    *,
    judge: Judge,
    standards: Standards = USUAL,
    language: str = "en",
) -> Assessment:
    """Measures and scores what needs no sound of an answer that was typed."""
    words = tuple(Word(word) for word in text.split())
    transcript = Transcript(words, (), (), None, "typed", language)
    return _assess(transcript, question, judge, standards)


def _assess(
    transcript: Transcript,
    question: Question | None,
    judge: Judge,
    standards: Standards,
    *,
    wrong: tuple[Condition, ...] = (),
    heard: Melody | None = None,
) -> Assessment:
    measures = replace(measure(transcript, standards.fillers), conditions=wrong, melody=heard)
    coverage = () if question is None else cover(question, transcript, judge)
    made = scored(transcript, measures, coverage, question, standards)
    return replace(
        made,
        asked=asked(question, transcript, judge),
        brought_in=brought_in(standards.own_points, transcript, judge),
        telling=telling(question, transcript, judge),
    )


def scored(
    transcript: Transcript,
    measures: Measures,
    coverage: tuple[Coverage, ...],
    question: Question | None,
    standards: Standards,
) -> Assessment:
    """What was measured and judged, with the score that it comes to."""
    last = is_last_impression(question)
    return Assessment(
        transcript,
        measures,
        coverage,
        score(
            measures=measures,
            coverage=coverage,
            target=None if question is None else question.target,
            transcript=transcript,
            targets=standards.targets,
            usual_spread_semitones=standards.usual_spread_semitones if last else None,
            last_impression=last,
            hedges=_hedges(transcript) if last else (),
        ),
    )


def _hedges(transcript: Transcript) -> list[Hedge]:
    words = transcript.words
    spans = hedges([word.text for word in words])
    return [
        Hedge(" ".join(word.text for word in words[first:last]), words[first].start_s)
        for first, last in spans
    ]


def brought_in(
    points: tuple[TalkingPoint, ...], transcript: Transcript, judge: Judge
) -> tuple[Coverage, ...]:
    """Which of the candidate's own points an answer makes; none where there are none."""
    if not points:
        return ()
    return cover(Question("own", "own", "", "", talking_points=points), transcript, judge)
