"""Sentences that do something by what was `learnt`, and how they join those that rules find."""

from collections.abc import Iterable, Sequence

from simulator.judge import Judge
from simulator.judge.learnt import Deed, log_odds
from simulator.measures.running_text import Span
from simulator.measures.windows import sentences
from simulator.transcription import Word

ENDS = (".", "?", "!")


def sentences_that(
    deed: Deed, words: Sequence[str], judge: Judge, at_least: float
) -> tuple[Span, ...]:
    """The sentences of an answer whose log-odds come to `at_least`, in order."""
    cut = sentences([Word(word) for word in words])
    odds = log_odds(deed, judge.embed([sentence.text for sentence in cut]))
    pairs = zip(cut, odds.tolist(), strict=True)
    return _joined(words, [(one.first, one.last) for one, odd in pairs if odd >= at_least])


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
