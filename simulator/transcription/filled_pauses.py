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

SPELLINGS = re.compile(
    r"u+[hm]+|uhm+|e+r+m*|a+h+|e+h+m*|mm+|h+m+|m+h+m+"
    r"|[äö]+h+m*"  # German
)
"""Every way in which a recogniser writes one, drawn out or not."""
ABBREVIATIONS = frozenset({"ER", "ERM", "MM"})
"""In capitals these are the emergency room, enterprise risk management and millions."""
AROUND = " .,;:!?…\"'\u201c\u201d\u2018\u2019«»()[]*-\u2013\u2014"
"""Punctuation that a recogniser puts before and after one."""
WITHIN = re.compile("[-\u2013\u2014…]|[.]{2,}")
"""What a recogniser draws one out with: "mm-hmm", "u...um". Any other sign stays, and makes it
something else: "5mm", "H&M", "E.R."."""

LEAST_APART_S = 0.12
"""Two filled pauses do not begin closer together than this: a decoder in a loop writes such."""
SAME_WITHIN_S = 0.5
"""Two passes that put one this near to each other mean the same one."""


def is_filled_pause(word: str) -> bool:
    """Whether a written word, punctuation and all, is a filled pause."""
    if word.strip(AROUND) in ABBREVIATIONS:
        return False
    return SPELLINGS.fullmatch(_bare(word)) is not None


def split(words: Iterable[Word]) -> tuple[list[Word], list[FilledPause]]:
    """Parts the words of one pass into words and filled pauses."""
    kept: list[Word] = []
    pauses: list[FilledPause] = []
    for word in words:
        if is_filled_pause(word.text):
            pauses.append(
                FilledPause(
                    _bare(word.text), word.start_s, word.end_s, "transcript",
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


def _bare(word: str) -> str:
    """In small letters, without punctuation; digits and signs stay, so that "5mm" is no "mm"."""
    return WITHIN.sub("", word.strip(AROUND)).lower()
