"""Answers by their numbers, for scoring: a good one, and what to change in it."""

from dataclasses import replace
from typing import Any

from simulator.measures import Coverage, Evidence, Filler, Measures, Pause, Verdict
from simulator.questions import Target
from simulator.scoring import Score, score
from simulator.transcription import Transcript, Word

TARGET = Target((60.0, 120.0))


def some_fillers(*starts_s: float, kind: str = "filled_pause") -> tuple[Filler, ...]:
    text = "um" if kind == "filled_pause" else "you know"
    return tuple(
        Filler(text, "filled_pause" if text == "um" else "discourse_marker", at_s, at_s + 0.3,
               "transcript", 0.9)
        for at_s in starts_s
    )  # fmt: skip


def spoken(**other: Any) -> Measures:
    """90 seconds at 140 words a minute, one um, no long pause. Rates follow what is changed."""
    measures = Measures(
        **{
            "words": 210,
            "answer_s": 90.0,
            "speech_s": 75.0,
            "speech_rate_wpm": None,
            "articulation_rate_wpm": None,
            "response_latency_s": 1.0,
            "pauses": (),
            "fillers": some_fillers(5.0),
            "fillers_per_minute": None,
            **other,
        }
    )
    if not measures.answer_s or not measures.speech_s:
        return measures
    return replace(
        measures,
        speech_rate_wpm=measures.words / measures.answer_s * 60,
        articulation_rate_wpm=measures.words / measures.speech_s * 60,
        fillers_per_minute=len(measures.fillers) / measures.answer_s * 60,
    )


def typed(words: int) -> Measures:
    return Measures(words, None, None, None, None, None, None, (), None)


def points(*verdicts: Verdict, weights: tuple[float, ...] = ()) -> tuple[Coverage, ...]:
    weights = weights or (1.0,) * len(verdicts)
    evidence = Evidence("I told her on the same day", 12.0, 14.0)
    return tuple(
        Coverage(
            f"point-{i}",
            f"Tells thing {i}",
            weight,
            verdict,
            {"covered": 0.8, "unsure": 0.42, "not_found": 0.1}[verdict],
            None if verdict == "not_found" else evidence,
        )
        for i, (verdict, weight) in enumerate(zip(verdicts, weights, strict=True))
    )


def scored(
    measures: Measures | None = None,
    coverage: tuple[Coverage, ...] = points("covered", "covered", "covered"),
    target: Target | None = TARGET,
    text: str = "",
) -> Score:
    measures = spoken() if measures is None else measures
    words = tuple(Word(word) for word in (text or "word " * measures.words).split())
    long_s = None if measures.answer_s is None else measures.answer_s + 2
    transcript = Transcript(words, (), (), long_s, "base")
    return score(measures=measures, coverage=coverage, target=target, transcript=transcript)


def a_pause(start_s: float, long_s: float, *, inside: bool | None = None) -> Pause:
    return Pause(start_s, start_s + long_s, inside)
