"""A transcript in the candidate's own words: corrected text, with the times that were heard."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from simulator.transcription.base import Transcript, Word
from simulator.transcription.filled_pauses import merge, split

LONGEST_WORD_S = 0.6
"""A word that nobody timed does not fill a silence."""


def corrected(transcript: Transcript, text: str) -> Transcript:
    """The transcript with the words of `text`.

    A word that was heard keeps its time and probability. Others share the time of what they
    replace, or of the gap that they fill, evenly, and have no probability. A filled pause (um) in
    the text of a recording becomes one, unless it was heard already. Pure.
    """
    before, said = transcript.words, text.split()
    words: list[Word] = []
    matcher = SequenceMatcher(
        None, [_bare(w.text) for w in before], [_bare(w) for w in said], False
    )
    for kind, first, last, said_first, said_last in matcher.get_opcodes():
        new = said[said_first:said_last]
        if kind == "equal":
            heard = before[first:last]
            words += [replace(word, text=text) for word, text in zip(heard, new, strict=True)]
        else:
            words += _spread(new, *_room(transcript, first, last))
    if not transcript.timed:  # filled pauses of a typed answer are found among its words
        return replace(transcript, words=tuple(words))
    kept, pauses = split(words)
    return replace(
        transcript,
        words=tuple(kept),
        filled_pauses=tuple(merge(pauses, transcript.filled_pauses)),
    )


def _room(transcript: Transcript, first: int, last: int) -> tuple[float | None, float | None]:
    """From when to when the words from `first` to before `last` lie; without them, the gap."""
    words = transcript.words
    if not transcript.timed:
        return None, None
    if first < last:
        return words[first].start_s, words[last - 1].end_s
    start_s = words[first - 1].end_s if first else 0.0
    end_s = words[first].start_s if first < len(words) else transcript.duration_s
    return start_s, end_s


def _spread(said: Sequence[str], start_s: float | None, end_s: float | None) -> list[Word]:
    if start_s is None or end_s is None:
        return [Word(word) for word in said]
    step_s = min(LONGEST_WORD_S, max(0.0, end_s - start_s) / max(1, len(said)))
    edges_s = [round(start_s + step_s * place, 3) for place in range(len(said) + 1)]
    return [Word(word, edges_s[place], edges_s[place + 1]) for place, word in enumerate(said)]


def _bare(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum()) or word
