"""What an answer to "What are your salary expectations?" states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.judge import Judge
from simulator.measures.pay_amounts import amounts_in, pay_amounts
from simulator.measures.pay_phrases import ASKS, REFUSES, RESEARCH
from simulator.measures.pay_ranges import last_word, range_of, range_of_others
from simulator.measures.running_text import CharSpan, WordSpan, running_text

PayKind = Literal["range", "figure", "asks", "refuses", "none"]

_LEADS_IN = re.compile(
    r"\b(?:between|(?:anywhere |somewhere )?from|in the range of|at least|(?:a )?minimum(?: of)?"
    r"|not below|no(?:t)? less than)\s+(?:about |around )?$",
    re.IGNORECASE,
)
"""Words that belong to the range that follows them."""

SURELY, HARDLY = 0.9, 0.05
"""Probabilities from which a judge makes a range of amounts, and below which it takes one back."""
AROUND_WORDS = 25
"""So much is read before and after the amounts: as much as in what the judge has learnt from."""


@dataclass(frozen=True, slots=True)
class PayStated:
    """`span`: the words that state it; None for "none". `reasoned`: a reason from research is given
    (surveys, adverts, what others earn, cost of living)."""

    kind: PayKind
    span: WordSpan | None
    reasoned: bool


def pay_stated(words: Sequence[str], judge: Judge | None = None) -> PayStated:
    """The strongest of what is stated: a range, else a figure, a question back, a refusal.

    By rules; where a judge is surer than they are that two amounts are or are no range, by it.
    """
    said = running_text(words)
    reasoned = RESEARCH.search(said.text) is not None
    kind, found = _stated(said.text, judge)
    return PayStated(kind, said.words(*found) if found else None, reasoned)


def _stated(text: str, judge: Judge | None) -> tuple[PayKind, CharSpan | None]:
    found = pay_amounts(text)
    wishes = last_word([stated for stated in found if stated.whose == "wish"], text)
    others = [stated for stated in found if stated.whose == "others"]
    span = range_of(wishes, text) or (not wishes and range_of_others(others, text)) or None
    if judge is not None:
        span = _as_judged(span, text, judge)
    if span:
        leads_in = _LEADS_IN.search(text[: span[0]])
        return "range", (leads_in.start() if leads_in else span[0], span[1])
    if wishes:
        return "figure", (wishes[-1].start, wishes[-1].end)
    for kind, phrases in (("asks", ASKS), ("refuses", REFUSES)):
        match = phrases.search(text)
        if match:
            return kind, match.span()  # type: ignore[return-value]
    return "none", None


def _as_judged(span: CharSpan | None, text: str, judge: Judge) -> CharSpan | None:
    """The range that the rules found, or did not, after a judge has read the words around it."""
    around = span or amounts_in(text)
    if around is None:
        return None
    likely = judge.tell(_around(text, *around)).pay["range"]
    return around if likely >= (HARDLY if span else SURELY) else None


def _around(text: str, first: int, last: int) -> str:
    """These characters, with no more than `AROUND_WORDS` before and after them."""
    before = text[:first].split()[-AROUND_WORDS:]
    after = text[last:].split()[:AROUND_WORDS]
    return " ".join([*before, text[first:last], *after])
