"""What an answer to "What are your salary expectations?" states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from simulator.measures.pay_amounts import Stated, pay_amounts, same_scale
from simulator.measures.pay_phrases import ASKS, REFUSES, RESEARCH
from simulator.measures.phrases import any_of
from simulator.measures.running_text import Span, running_text

PayKind = Literal["range", "figure", "asks", "refuses", "none"]

_TOLERANCE = re.compile(
    r"\s*,?\s*(?:,? ?(?:give or take|plus or minus|plus minus|\+/-|within)\s)", re.IGNORECASE
)
_FIRST_DIGIT = any_of(
    (r"(?:start|begin)s?(?:ing)? with an? (?:one|two|three|four|five|six|seven|eight|nine|\d)",)
)
_EITHER_SIDE = any_of((r"(?:either|each|on both) sides? of",))
_CORRECTS = any_of((r"sorry|i mean|or rather|rather|make that|scratch that|correction",))
_NO = any_of((r"no(?! (?:less|more|lower|higher|under|over|below|above))",))
_IN_THERE = any_of((r"somewhere (?:in there|in between|between)|in between|inside that",))

_LEADS_IN = re.compile(
    r"\b(?:between|(?:anywhere |somewhere )?from|in the range of|at least|(?:a )?minimum(?: of)?"
    r"|not below|no(?:t)? less than)\s+(?:about |around )?$",
    re.IGNORECASE,
)
"""Words that belong to the range that follows them."""

NEAREST_WISHES = 1.6
"""Two wishes that nothing joins are a lower and an upper one up to this ratio."""


@dataclass(frozen=True, slots=True)
class PayStated:
    """`span`: the words that state it (first, one past last); None for "none". `reasoned`: a reason
    from research is given (surveys, adverts, what others earn, cost of living)."""

    kind: PayKind
    span: Span | None
    reasoned: bool


def pay_stated(words: Sequence[str]) -> PayStated:
    """The strongest of what is stated: a range, else a figure, a question back, a refusal."""
    said = running_text(words)
    reasoned = RESEARCH.search(said.text) is not None
    kind, found = _stated(said.text)
    return PayStated(kind, said.words(*found) if found else None, reasoned)


def _stated(text: str) -> tuple[PayKind, tuple[int, int] | None]:
    found = pay_amounts(text)
    wishes = _last_word([stated for stated in found if stated.whose == "wish"], text)
    others = [stated for stated in found if stated.whose == "others"]
    spans = _range(wishes, text) or (not wishes and _range_of_others(others, text))
    if spans:
        leads_in = _LEADS_IN.search(text[: spans[0]])
        return "range", (leads_in.start() if leads_in else spans[0], spans[1])
    if wishes:
        return "figure", (wishes[-1].start, wishes[-1].end)
    for kind, phrases in (("asks", ASKS), ("refuses", REFUSES)):
        match = phrases.search(text)
        if match:
            return kind, match.span()  # type: ignore[return-value]
    return "none", None


def _last_word(wishes: list[Stated], text: str) -> list[Stated]:
    """Without what the speaker took back: "55, no, sorry, 57"."""
    kept = list(wishes)
    for one, other in pairwise(wishes):
        between = text[one.end : other.start]
        if _CORRECTS.search(between) or _NO.search(between):
            kept.remove(one)
    return kept


def _range(wishes: Sequence[Stated], text: str) -> tuple[int, int] | None:
    for stated in wishes:
        if stated.is_range:
            return stated.start, stated.end
        tolerance = _TOLERANCE.match(text, stated.end)
        if tolerance:
            return stated.start, tolerance.end()
        if _EITHER_SIDE.search(text[: stated.start]):
            return stated.start, stated.end
    first_digit = _FIRST_DIGIT.search(text)
    if first_digit:
        return first_digit.span()
    for one, other in pairwise(wishes):
        scaled = same_scale(one.low, other.low)
        if _of_two_kinds(one, other, scaled):
            continue
        low, high = sorted(scaled)
        if low < high <= NEAREST_WISHES * low:
            return one.start, other.end
    return None


def _of_two_kinds(one: Stated, other: Stated, scaled: tuple[float, float]) -> bool:
    """ "Seventy thousand, or four hundred a day": what has a period of its own is not thousands."""
    return any(
        stated.period and value > stated.low
        for stated, value in zip((one, other), scaled, strict=True)
    )


def _range_of_others(others: Sequence[Stated], text: str) -> tuple[int, int] | None:
    return _range(others[:1], text) or (_range(others, text) if _IN_THERE.search(text) else None)
