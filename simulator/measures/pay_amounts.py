"""Which amounts of an answer are pay, and whose: the speaker's wish, their pay so far, an offer.

An amount is read by what stands beside it. A thing that is counted ("customers", "years") makes it
no pay; else the nearest phrase before it in its sentence tells what it is (`CUES`), and a phrase
right after it may tell better ("53 now"). With no phrase at all a plausible amount is a wish: these
are answers to a question about pay.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.measures.amounts import HUNDRED, Amount, amounts
from simulator.measures.pay_cues import Whose
from simulator.measures.pay_owners import sentence_before, whose_pay
from simulator.measures.pay_things import counts_time, is_counted, is_pay
from simulator.measures.running_text import CharSpan

_LINK = re.compile(
    r"\s*-?,?\s*(?:to|or|and|could be|might be|(?:all the way|right|rising|going"
    r"|through|maybe)? ?(?:up )?to|up to|or up to|and up to|till|until|through|bis"
    r"|-|–|—|,)?-?\s*"  # noqa: RUF001
    r"(?:maybe |perhaps |let me (?:think|see) |let's say |what shall i say |you know |about "
    r"|around |over |even |say )?",
    re.IGNORECASE,
)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
_AND = re.compile(r"\band\b(?! up to)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?$", re.IGNORECASE)

LEAST_PAY = 10
"""An hour's pay; less is a count of something."""
CLEARLY_PAY = 20
"""A single bare figure below this is pay only beside other pay, or where a phrase says so."""
WIDEST = 4.0
"""The upper figure of a range is not more than this many times the lower."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Amounts of pay that belong together ("70 to 80 thousand"), or a single one.

    `start` and `end` are characters, `low` and `high` what it comes to, at one scale: thousands
    may be left out, as people do.
    """

    start: int
    end: int
    low: float
    high: float
    whose: Whose
    decade: bool = False
    period: str = ""

    @property
    def is_range(self) -> bool:
        return self.decade or self.low < self.high <= WIDEST * self.low


def pay_amounts(text: str) -> tuple[Stated, ...]:
    """The amounts of a text that are pay, in order."""
    found: list[Stated] = []
    counted: int | None = None
    for chain in _chains(text):
        if is_counted(chain[-1], text) or _counts_the_same(counted, chain, text):
            counted = chain[-1].end
        elif is_pay(chain, text, beside=_beside(found, chain, text)):
            found += _stated(chain, text, CLEARLY_PAY if not found else LEAST_PAY)
            counted = None
    return tuple(stated for stated in found if stated.whose != "no_pay")


def amounts_in(text: str) -> CharSpan | None:
    """Where the first amount begins and the last one ends, of whatever they are; None
    where there are not two."""
    amounts = [amount for chain in _chains(text) for amount in chain]
    return (amounts[0].start, amounts[-1].end) if len(amounts) > 1 else None


def same_scale(one: float, other: float) -> tuple[float, float]:
    """ "Seventy to eighty thousand" means seventy thousand, "80 thousand to 90" ninety thousand.

    "Seventeen fifty" is written as 1750 by recognisers: beside 15 it is 17.50.
    """
    for factor in (1, 1_000, 100_000, 1_000_000):
        if _near(one * factor, other):
            return one * factor, other
        if _near(one, other * factor):
            return one, other * factor
    if _with_cents(other) and one < HUNDRED and _near(one, other / HUNDRED):
        return one, other / HUNDRED
    if _with_cents(one) and other < HUNDRED and _near(one / HUNDRED, other):
        return one / HUNDRED, other
    return one, other


def _with_cents(value: float) -> bool:
    """Whether four digits may be an hour's pay with its cents: no whole thousands."""
    return value >= LEAST_PAY * HUNDRED and value % 1000 != 0


def _near(one: float, other: float) -> bool:
    return one <= WIDEST * other and other <= WIDEST * one


def _chains(text: str) -> list[list[Amount]]:
    """Amounts that "to", "or", a comma and the like join."""
    chains: list[list[Amount]] = []
    for amount in amounts(text):
        if chains and _joins(text, chains[-1], amount):
            chains[-1].append(amount)
        else:
            chains.append([amount])
    return chains


def _joins(text: str, chain: Sequence[Amount], amount: Amount) -> bool:
    """ "And" joins two amounts only after "between": else they may be of different things."""
    link = _LINK.fullmatch(text[chain[-1].end : amount.start])
    if link is None or (chain[-1].named and is_counted(amount, text)):
        return False
    if (
        chain[-1].period
        and (amount.scaled or amount.period)
        and not _near(chain[-1].value, amount.value)
    ):
        return False  # "nineteen an hour or 39 thousand a year"
    if link.group().strip() == "," and _NOT.search(text[: chain[0].start]):
        return False  # "not 200, 500"
    return not _AND.search(link.group()) or _BETWEEN.search(text[: chain[0].start]) is not None


def _counts_the_same(counted: int | None, chain: Sequence[Amount], text: str) -> bool:
    """ "Sixty guests for lunch, eighty on Sundays": a bare number after what was counted.

    After a time ("twelve years behind me, forty thousand") it does only where "or" joins them.
    """
    if counted is None or any(amount.named or amount.scaled or amount.period for amount in chain):
        return False
    between = text[counted : chain[0].start]
    if sentence_before(between) != between or whose_pay(between, ""):
        return False
    return not counts_time(between) or _OR.search(between) is not None


def _falls(chain: Sequence[Amount], text: str) -> bool:
    """ "From seventy to sixty-five": a change and no range."""
    first, last = same_scale(chain[0].value, chain[-1].value)
    return first > last and _FROM.search(text[: chain[0].start]) is not None


def _beside(found: Sequence[Stated], chain: Sequence[Amount], text: str) -> bool:
    between = text[found[-1].end : chain[0].start] if found else ""
    return bool(found) and sentence_before(between) == between


def _stated(chain: Sequence[Amount], text: str, least_bare: int) -> list[Stated]:
    """A lower and an upper amount as one; others one by one. What is too small for pay is none."""
    whose = whose_pay(text[: chain[0].start], text[chain[-1].end :])
    least = LEAST_PAY if whose else least_bare
    low, high = sorted(same_scale(chain[0].value, chain[-1].value))
    if LEAST_PAY <= low < high <= WIDEST * low and not _falls(chain, text):
        return [Stated(chain[0].start, chain[-1].end, low, high, whose or "wish")]
    return [
        Stated(a.start, a.end, a.value, a.value, whose or "wish", a.decade, a.period)
        for a in chain
        if a.value >= least or a.named or a.period
    ]
