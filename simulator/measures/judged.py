"""Sentences that a judge reads as making a claim (`claims`), and how they join those of rules."""

from collections.abc import Iterable, Sequence

from simulator.judge import Judge, Weighed, claim
from simulator.measures.running_text import Span
from simulator.measures.windows import Window, sentences
from simulator.transcription import Word

ENDS = (".", "?", "!")


def weighed(
    asked: tuple[str, str], words: Sequence[str], judge: Judge
) -> tuple[tuple[Window, ...], Weighed] | None:
    """An answer's sentences, and how surely they make what is asked; None where nothing was said.

    `asked` is one of `claims`. Reads the answer once.
    """
    cut = sentences([Word(word) for word in words])
    if not cut:
        return None
    return cut, judge.weigh(claim(*asked), [sentence.text for sentence in cut])


def sentences_that(
    asked: tuple[str, str], words: Sequence[str], judge: Judge, at_least: float
) -> tuple[Span, ...]:
    """The sentences that make what is asked: they and the whole answer come to `at_least`
    (log-odds). A single sentence that seems to, in an answer that does not, is a chance likeness.
    """
    read = weighed(asked, words, judge)
    if read is None or read[1].whole < at_least:
        return ()
    cut, told = read
    pairs = zip(cut, told.sentences, strict=True)
    return _joined(words, [(one.first, one.last) for one, logit in pairs if logit >= at_least])


def with_read(by_rules: Iterable[Span], read: Iterable[Span]) -> tuple[Span, ...]:
    """What was found either way, in order; where both found a sentence, as the rules have it."""
    known = tuple(by_rules)
    more = [one for one in read if not any(_overlap(one, other) for other in known)]
    return tuple(sorted((*known, *more)))


def _joined(words: Sequence[str], spans: Sequence[Span]) -> tuple[Span, ...]:
    """Stretches of one sentence, where a recogniser left the full stops out, are one."""
    found: list[Span] = []
    for first, last in spans:
        if found and found[-1][1] == first and not words[first - 1].endswith(ENDS):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
