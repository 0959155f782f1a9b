"""What an answer to "What are your salary expectations?" states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.measures.pay_amounts import pay_amounts
from simulator.measures.pay_phrases import ASKS, REFUSES, RESEARCH
from simulator.measures.pay_ranges import last_word, range_of, range_of_others
from simulator.measures.running_text import Span, running_text

PayKind = Literal["range", "figure", "asks", "refuses", "none"]

_LEADS_IN = re.compile(
    r"\b(?:between|(?:anywhere |somewhere )?from|in the range of|at least|(?:a )?minimum(?: of)?"
    r"|not below|no(?:t)? less than)\s+(?:about |around )?$",
    re.IGNORECASE,
)
"""Words that belong to the range that follows them."""


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
    wishes = last_word([stated for stated in found if stated.whose == "wish"], text)
    others = [stated for stated in found if stated.whose == "others"]
    spans = range_of(wishes, text) or (not wishes and range_of_others(others, text))
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
