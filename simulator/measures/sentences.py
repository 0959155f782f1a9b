"""An answer cut into sentences, to be looked at one by one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.transcription import Word

STRETCH_WORDS = 14
"""As long as a spoken clause or two: what the judge was trained on where no full stops are."""
LONGEST_WORDS = 40
"""Longer "sentences" are a recogniser that left the full stops out: stretches do for them."""

_ENDS = re.compile(r"[.?!][\"')]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` to `last` (one past the end) of an answer."""

    first: int
    last: int
    text: str

    def holds(self, first: int, last: int) -> bool:
        return self.first <= first and last <= self.last


def sentences(words: Sequence[Word]) -> tuple[Sentence, ...]:
    """Sentences, one after another, that hold every word; long ones are cut into stretches.

    A recogniser may leave full stops out: then stretches of `STRETCH_WORDS` stand for sentences.
    """
    spans = [
        (start, min(start + STRETCH_WORDS, last) if last - first > LONGEST_WORDS else last)
        for first, last in _between_stops(words)
        for start in (
            range(first, last, STRETCH_WORDS) if last - first > LONGEST_WORDS else (first,)
        )
    ]
    return tuple(
        Sentence(first, last, " ".join(word.text for word in words[first:last]))
        for first, last in spans
    )


def _between_stops(words: Sequence[Word]) -> list[tuple[int, int]]:
    ends = [i + 1 for i, word in enumerate(words) if _ENDS.search(word.text)]
    if not ends or ends[-1] != len(words):
        ends.append(len(words))
    starts = [0, *ends[:-1]]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
