"""Filled pauses (um, uh, er, ah, mm): told from words, and brought together from two passes."""

import re
from collections.abc import Iterable, Sequence

from simulator.transcription.base import FilledPause, Word

PROMPT = (
    "Um, uh, er, erm, ah, hmm. So, um, I was, uh, you know, like, sort of, I mean, uh, "
    "basically... um, yeah."
)
"""What the second pass is told was said before: a speaker whose filled pauses are written down.
Without it, Whisper leaves nearly all of them out (docs/measures.md)."""

SPELLINGS = re.compile(r"u+[hm]+|uhm+|e+r+m*|a+h+|e+h+m*|mm+|h+m+|m+h+m+")
"""Every way in which a recogniser writes one, drawn out or not."""

LEAST_APART_S = 0.12
"""Two filled pauses do not begin closer together than this: a decoder in a loop writes such."""
SAME_WITHIN_S = 0.5
"""Two passes that put one this near to each other mean the same one."""


def is_filled_pause(word: str) -> bool:
    """Whether a written word, punctuation and all, is a filled pause."""
    return SPELLINGS.fullmatch(_letters(word)) is not None


def split(words: Iterable[Word]) -> tuple[list[Word], list[FilledPause]]:
    """Parts the words of one pass into words and filled pauses."""
    kept: list[Word] = []
    pauses: list[FilledPause] = []
    for word in words:
        if is_filled_pause(word.text):
            pauses.append(
                FilledPause(
                    _letters(word.text), word.start_s, word.end_s, "transcript",
                    1.0 if word.probability is None else word.probability,
                )
            )  # fmt: skip
        else:
            kept.append(word)
    return kept, pauses


def merge(plain: Sequence[FilledPause], prompted: Sequence[FilledPause]) -> list[FilledPause]:
    """All that the prompted pass heard, and what only the plain one did; what loops is left out."""
    alone = [pause for pause in plain if not any(_near(pause, other) for other in prompted)]
    merged: list[FilledPause] = []
    for pause in sorted([*prompted, *alone], key=_start_s):
        if not merged or _start_s(pause) - _start_s(merged[-1]) >= LEAST_APART_S:
            merged.append(pause)
    return merged


def _near(one: FilledPause, other: FilledPause) -> bool:
    return abs(_start_s(one) - _start_s(other)) <= SAME_WITHIN_S


def _start_s(pause: FilledPause) -> float:
    return 0.0 if pause.start_s is None else pause.start_s


def _letters(word: str) -> str:
    return re.sub(r"[^a-z]", "", word.lower())
