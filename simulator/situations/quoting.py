"""The candidate's own words, by their places in a transcript."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.measures import WordSpan
from simulator.transcription import Word

LONGEST_WORDS = 30
"""Of a quote: longer ones are cut with an ellipsis."""


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    at_s: float | None


def quote(words: Sequence[Word], span: WordSpan) -> Quote:
    """These words."""
    said = words[span[0] : span[1]]
    text = shortened(" ".join(word.text for word in said))
    return Quote(text, said[0].start_s if said else None)


def shortened(text: str) -> str:
    """What was said, as it is quoted."""
    said = text.split()
    quoted = " ".join(said[:LONGEST_WORDS]).strip(" ,;:")
    return f"{quoted} …" if len(said) > LONGEST_WORDS else quoted


def apart(spans: Iterable[WordSpan]) -> list[WordSpan]:
    """Without those that overlap one before them."""
    kept: list[WordSpan] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
