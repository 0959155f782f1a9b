"""The words of an answer as one text to look into, and back from its characters to the words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.transcription.filled_pauses import is_filled_pause

WordSpan = tuple[int, int]
"""Words of an answer: first, one past the last."""
CharSpan = tuple[int, int]
"""Characters of a text: first, one past the last."""

_MARKS = " ,.;:!?"
_SENTENCE_ENDS = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.?!]+[\"')]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class RunningText:
    """Words without their filled pauses, joined by spaces, with straight apostrophes."""

    text: str
    ends: tuple[int, ...]
    """Where in the text each of the words that are in it ends."""
    positions: tuple[int, ...]
    """Which word of the answer that is."""

    def words(self, first: int, last: int) -> WordSpan:
        """The words that hold these characters (first, one past last), marks at the edges aside.

        The characters lie in the text, and hold more than spaces.
        """
        while first + 1 < last and self.text[first] in _MARKS:
            first += 1
        while last - 1 > first and self.text[last - 1] in _MARKS:
            last -= 1
        begins = bisect_right(self.ends, first)
        finishes = bisect_left(self.ends, last)
        return self.positions[begins], self.positions[max(begins, finishes)] + 1

    def sentences(self) -> tuple[CharSpan, ...]:
        """Where each sentence is; one where the recogniser wrote no full stops."""
        found, first = [], 0
        for end in _SENTENCE_ENDS.finditer(self.text):
            found.append((first, end.end()))
            first = end.end() + 1
        if first < len(self.text):
            found.append((first, len(self.text)))
        return tuple(found)


def running_text(words: Sequence[str]) -> RunningText:
    """The words of an answer, as they stand in its transcript, as one text."""
    text, ends, positions = "", [], []
    for position, word in enumerate(words):
        if word and not is_filled_pause(word):
            text += (" " if text else "") + word.replace("\u2019", "'")
            ends.append(len(text))
            positions.append(position)
    return RunningText(text, tuple(ends), tuple(positions))
