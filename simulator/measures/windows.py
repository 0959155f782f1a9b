"""An answer cut into stretches of about a sentence, to be looked at one by one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.transcription import Word

WINDOW_WORDS = 18
STEP_WORDS = 6
READ_WORDS = 14
"""As long as a spoken clause or two: what the judge was trained on where no full stops are."""
SHORTEST_WORDS = 3
SENTENCE_WORDS = 40
"""Longer "sentences" are a recogniser that left the full stops out: windows do for them."""

_ENDS_SENTENCE = re.compile(r"[.?!][\"')]*$")


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` (one past the end) of an answer."""

    first: int
    last: int
    text: str

    def holds(self, first: int, last: int) -> bool:
        return self.first <= first and last <= self.last


def sentences(words: Sequence[Word]) -> tuple[Window, ...]:
    """Sentences, one after another, that hold every word; long ones are cut into stretches.

    A recogniser may leave full stops out: then stretches of `READ_WORDS` stand for sentences.
    """
    spans = [
        (start, min(start + READ_WORDS, last) if last - first > SENTENCE_WORDS else last)
        for first, last in _sentences(words)
        for start in (range(first, last, READ_WORDS) if last - first > SENTENCE_WORDS else (first,))
    ]
    return tuple(_window(words, first, last) for first, last in spans)


def windows(words: Sequence[Word]) -> tuple[Window, ...]:
    """Sentences, pairs of neighbouring sentences, and stretches of `WINDOW_WORDS`; each once.

    Every word is in one of them. Where there are no full stops, as recognisers often write, the
    stretches do alone.
    """
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
    return tuple(
        _window(words, first, last)
        for first, last in sorted(spans)
        if last - first >= min(SHORTEST_WORDS, len(words)) and last > first
    )


def _window(words: Sequence[Word], first: int, last: int) -> Window:
    return Window(first, last, " ".join(word.text for word in words[first:last]))


def _sentences(words: Sequence[Word]) -> list[tuple[int, int]]:
    ends = [i + 1 for i, word in enumerate(words) if _ENDS_SENTENCE.search(word.text)]
    if not ends or ends[-1] != len(words):
        ends.append(len(words))
    starts = [0, *ends[:-1]]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
