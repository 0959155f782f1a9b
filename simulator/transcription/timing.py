"""Sets word times right: a recogniser stretches words over the silence beside them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from simulator.transcription.base import TimeSpan, Word

LEAST_WORD_S = 0.04
LOOP_WORDS = 3
"""So many words in a row to which the alignment gives no time were never said: a decoder that
loops writes them. One or two happen in fast speech."""


def without_loops(words: Sequence[Word]) -> list[Word]:
    """The words, less runs of `LOOP_WORDS` or more that take less than `LEAST_WORD_S` each."""
    kept: list[Word] = []
    for timeless, run in groupby(words, key=_timeless):
        members = list(run)
        if not (timeless and len(members) >= LOOP_WORDS):
            kept += members
    return kept


def _timeless(word: Word) -> bool:
    return (
        word.start_s is not None
        and word.end_s is not None
        and word.end_s - word.start_s < LEAST_WORD_S
    )


def settle(words: Sequence[Word], speech: Sequence[TimeSpan]) -> list[Word]:
    """The same words, each within the stretch of speech that it mostly lies in, in order of time.

    Voice activity knows within 0.1 s where a voice is; the recogniser's alignment starts the first
    word at 0.00 and lets words swallow pauses. A word that no speech overlaps keeps its times.
    """
    settled: list[Word] = []
    earliest_s = 0.0
    for word in words:
        if word.start_s is None or word.end_s is None:
            settled.append(word)
            continue
        start_s, end_s = _within_speech(word.start_s, word.end_s, speech)
        start_s = max(start_s, earliest_s)
        end_s = max(end_s, start_s)
        settled.append(replace(word, start_s=round(start_s, 2), end_s=round(end_s, 2)))
        earliest_s = start_s
    return settled


def _within_speech(start_s: float, end_s: float, speech: Sequence[TimeSpan]) -> tuple[float, float]:
    overlaps = [
        (min(end_s, span.end_s) - max(start_s, span.start_s), span)
        for span in speech
        if span.start_s < end_s and span.end_s > start_s
    ]
    if not overlaps:
        return start_s, end_s
    overlap_s, span = max(overlaps, key=lambda pair: (pair[0], -pair[1].start_s))
    if overlap_s < LEAST_WORD_S:
        return start_s, end_s
    return max(start_s, span.start_s), min(end_s, span.end_s)
