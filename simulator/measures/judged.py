"""Sentences that do something by what the judge has learnt, and how they join what rules find."""

from collections.abc import Iterable, Sequence

from simulator.judge import Deed, Judge
from simulator.measures.running_text import WordSpan
from simulator.measures.sentences import sentences
from simulator.transcription import Word

ENDS = (".", "?", "!")


UNLESS = -0.5
"""Log-odds below which a judge takes back what a rule found."""


def sentences_that(
    deed: Deed,
    words: Sequence[str],
    by_rules: Iterable[WordSpan],
    judge: Judge | None,
    at_least: float,
) -> tuple[WordSpan, ...]:
    """The sentences of an answer that do it, in order: those that rules found, and those whose
    log-odds come to `at_least`.

    Where both found one, it is as the rules have it. Without a judge, what the rules found.
    """
    known = tuple(by_rules)
    if judge is None:
        return known
    odds = [
        ((one.first, one.last), judge.tell(one.text).deeds[deed])
        for one in sentences([Word(word) for word in words])
    ]
    kept = [
        span
        for span in known
        if max((odd for one, odd in odds if _overlap(one, span)), default=0.0) >= UNLESS
    ]
    read = _joined(words, [one for one, odd in odds if odd >= at_least])
    more = [one for one in read if not any(_overlap(one, other) for other in kept)]
    return tuple(sorted((*kept, *more)))


def _joined(words: Sequence[str], spans: Sequence[WordSpan]) -> tuple[WordSpan, ...]:
    """Stretches of one sentence, where a recogniser left the full stops out, are one."""
    found: list[WordSpan] = []
    for first, last in spans:
        if found and found[-1][1] == first and not words[first - 1].endswith(ENDS):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def _overlap(one: WordSpan, other: WordSpan) -> bool:
    return one[0] < other[1] and other[0] < one[1]
