"""Which talking points an answer makes, by nearness of meaning to what the set's author wrote.

The answer is looked at through windows (its sentences, and stretches of a length of a sentence,
since recognisers leave punctuation out). Each window is compared with the examples and with the
counter-examples of a point; a logistic curve turns the best window's two similarities into a
probability. Facts that a point requires come before any similarity.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from simulator.judge import Judge
from simulator.measures import facts
from simulator.measures.model import Coverage, Evidence, Verdict
from simulator.questions import Question, TalkingPoint
from simulator.transcription import Transcript, Word

WINDOW_WORDS = 18
STEP_WORDS = 6
SHORTEST_WORDS = 3
SENTENCE_WORDS = 40
"""Longer "sentences" are a recogniser that left the full stops out: windows do for them."""

BIAS, NEAR_EXAMPLE, NEAR_COUNTER, NEAR_DESCRIPTION = -1.2, 4.7, -2.1, -2.9
"""The logistic curve; how it was fitted is told in docs/measures.md."""
COVERED_FROM = 0.5
UNSURE_FROM = 0.45
PROVING_FACTS = frozenset({"money_range"})
"""Facts that are what the point is about: with one there, the point is made. Another fact (some
figure, some question) has to be there, but is no proof of what it is about."""
FACT_THERE = 0.9
"""The least probability of a point whose proving fact is there."""


@dataclass(frozen=True, slots=True)
class _Window:
    first: int
    last: int
    text: str


def cover(question: Question, transcript: Transcript, judge: Judge) -> tuple[Coverage, ...]:
    """The verdict on each talking point, in the order of the set."""
    words = transcript.words
    windows = _windows(words)
    if not windows:
        return tuple(_not_found(point) for point in question.talking_points)
    seen = judge.embed([window.text for window in windows])
    return tuple(
        _point(point, windows, seen, transcript, judge) for point in question.talking_points
    )


def _point(
    point: TalkingPoint,
    windows: Sequence[_Window],
    seen: NDArray[np.float32],
    transcript: Transcript,
    judge: Judge,
) -> Coverage:
    if not facts.find(point.facts, transcript.text):
        return _not_found(point)
    logits = _logits(point, seen, judge)
    best = int(np.argmax(logits))
    probability = 1 / (1 + math.exp(-float(logits[best])))
    if PROVING_FACTS.intersection(point.facts):
        probability = max(probability, FACT_THERE)
        best = _window_with(point.facts, windows, logits)
    probability = round(probability, 3)
    verdict: Verdict = (
        "covered"
        if probability >= COVERED_FROM
        else "unsure"
        if probability >= UNSURE_FROM
        else "not_found"
    )
    evidence = None if verdict == "not_found" else _evidence(windows[best], transcript.words)
    return Coverage(point.id, point.label, point.weight, verdict, probability, evidence)


def _logits(point: TalkingPoint, seen: NDArray[np.float32], judge: Judge) -> NDArray[np.float32]:
    """One for each window, by its nearness to what counts and to what does not."""
    examples = judge.embed(point.examples or (point.description,))
    near = (seen @ examples.T).max(axis=1)
    description = seen @ judge.embed((point.description,))[0]
    counter: NDArray[np.float32] = np.zeros(len(seen), np.float32)
    if point.counter_examples:
        counter = (seen @ judge.embed(point.counter_examples).T).max(axis=1)
    logits: NDArray[np.float32] = (
        BIAS + NEAR_EXAMPLE * near + NEAR_COUNTER * counter + NEAR_DESCRIPTION * description
    )
    return logits


def _window_with(
    names: Sequence[str], windows: Sequence[_Window], logits: NDArray[np.float32]
) -> int:
    """The best window that holds the facts, or the best of all where they lie apart."""
    ranked = sorted(range(len(windows)), key=lambda i: (-float(logits[i]), i))
    return next((i for i in ranked if facts.find(names, windows[i].text)), ranked[0])


def _windows(words: Sequence[Word]) -> list[_Window]:
    """Sentences, pairs of neighbouring sentences, and stretches of `WINDOW_WORDS`; each once."""
    sentences = _sentences(words)
    spans = {(first, last) for first, last in sentences if last - first <= SENTENCE_WORDS}
    spans |= {
        (one[0], other[1])
        for one, other in pairwise(sentences)
        if other[1] - one[0] <= SENTENCE_WORDS
    }
    spans |= {
        (first, min(first + WINDOW_WORDS, len(words)))
        for first in range(0, max(1, len(words) - WINDOW_WORDS + STEP_WORDS), STEP_WORDS)
    }
    return [
        _Window(first, last, " ".join(word.text for word in words[first:last]))
        for first, last in sorted(spans)
        if last - first >= min(SHORTEST_WORDS, len(words)) and last > first
    ]


def _sentences(words: Sequence[Word]) -> list[tuple[int, int]]:
    ends = [i + 1 for i, word in enumerate(words) if re.search(r"[.?!][\"')]*$", word.text)]
    if not ends or ends[-1] != len(words):
        ends.append(len(words))
    starts = [0, *ends[:-1]]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _evidence(window: _Window, words: Sequence[Word]) -> Evidence:
    return Evidence(window.text, words[window.first].start_s, words[window.last - 1].end_s)


def _not_found(point: TalkingPoint) -> Coverage:
    return Coverage(point.id, point.label, point.weight, "not_found", 0.02, None)
