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
from simulator.measures.pay_owners import Whose, sentence_before, whose_pay, wished
from simulator.measures.phrases import any_of

_GOES_ON = re.compile(
    r"\s*-?\s*(?:$|[.,;:!?()–—-]|(?:[^\W\d_]*n't|[^\W\d_]+'[a-z]+)\b|(?:a|about|after|again|all|also|am|an|and"  # noqa: RUF001
    r"|are|as|at|average|b2b|base|basic|because|before|bis|brutto|but|cash|could|depending|do|does"
    r"|either|extra|feels?|flat|for|from|full|give|given|good|great|gross|happy|honestly|i|if|in"
    r"|into|is|it|just|like|mark|max|maximum|maybe|me|min|minimum|more|my|net|netto|no|not|now|of"
    r"|ok|okay|on|onwards|or|over|per|perhaps|plus|please|probably|range|realistic|really|region"
    r"|right|roughly|said|say|seems?|should|since|so|something|sorry|sounds?|starting|straight"
    r"|take|tax|that|the|then|there|they|this|till|to|today|too|top|total|um|under|until|up|upwards"
    r"|was|we|were|what|when|where|which|with|would|yeah|yes|you|your)\b)",
    re.IGNORECASE,
)
"""What may follow a bare amount of pay; a thing that is counted ("customers") is not among it."""
_SOME_CURRENCY = re.compile(
    r"\s+\w+\s+(?:(?:a|per|an) (?:hour|month|year|week)|monthly|yearly|annually|gross|net)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:in|since|from|until|till|to|of|between|and|around)\s+$", re.I)
_NUMBERED = re.compile(
    r"\b(?:since|age|points?|band|level|grade|class|chapter|version|group|pages?|slides?|rooms?|route"
    r"|lines?|steps?|\w+ers aged|out of|born in),? (?:from |between |to )?$",
    re.IGNORECASE,
)
"""What stands right before a number that is a name or a year."""
_AGE = re.compile(
    r"\b(?:i'm|i am|she's|he's|she is|he is|turned|aged?"
    r"|(?:wife|husband|son|daughter|mother|father|partner) is)\s+$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?:my|his|her|their|our|your)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:began|grew up|founded|born|built|opened|started|since|back)\b[^.?!]*$", re.IGNORECASE
)
_LINK = re.compile(
    r"\s*,?\s*(?:to|or|and|up to|or up to|and up to|till|until|through|bis|-|–|—|,)?\s*"  # noqa: RUF001
    r"(?:maybe |perhaps |about |around |over |even |say )?",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\b(?! up to)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?$", re.IGNORECASE)

LEAST_PAY = 10
"""An hour's pay; less is a count of something."""
CLEARLY_PAY = 20
"""A single bare figure below this is pay only beside other pay, or where a phrase says so."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
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
    for chain in _chains(text):
        if _is_pay(chain, text):
            found += _stated(chain, text, CLEARLY_PAY if not found else LEAST_PAY)
    return tuple(stated for stated in found if stated.whose != "no_pay")


def same_scale(one: float, other: float) -> tuple[float, float]:
    """ "Seventy to eighty thousand" means seventy thousand, "80 thousand to 90" ninety thousand.

    "Seventeen fifty" is written as 1750 by recognisers: beside 15 it is 17.50.
    """
    for factor in (1, 1_000, 100_000, 1_000_000):
        if _near(one * factor, other):
            return one * factor, other
        if _near(one, other * factor):
            return one, other * factor
    if one < HUNDRED <= other / 10 and _near(one, other / HUNDRED):
        return one, other / HUNDRED
    if other < HUNDRED <= one / 10 and _near(one / HUNDRED, other):
        return one / HUNDRED, other
    return one, other


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
    if link is None:
        return False
    return not _AND.search(link.group()) or _BETWEEN.search(text[: chain[0].start]) is not None


def _is_pay(chain: Sequence[Amount], text: str) -> bool:
    before, after = text[: chain[0].start], text[chain[-1].end :]
    if any(amount.named or amount.period for amount in chain):
        return True
    if _NUMBERED.search(before):
        return False
    if chain[0].decade and (_POSSESSIVE.search(before) or _LONG_AGO.search(before)):
        return False
    if not chain[-1].decade and not _GOES_ON.match(after):
        # A currency that nobody knows, or that was not understood: "11,000 reice monthly".
        return chain[-1].scaled and _SOME_CURRENCY.match(after) is not None and wished(before)
    if all(FIRST_YEAR <= a.value < LAST_YEAR and text[a.start] in "12" for a in chain) and (
        _YEAR_BEFORE.search(before)
    ):
        return False
    return not (_AGE.search(before) and len(chain) == 1)


def _stated(chain: Sequence[Amount], text: str, least_bare: int) -> list[Stated]:
    """A lower and an upper amount as one; others one by one. What is too small for pay is none."""
    whose = whose_pay(text[: chain[0].start], text[chain[-1].end :])
    least = LEAST_PAY if whose else least_bare
    low, high = sorted(same_scale(chain[0].value, chain[-1].value))
    if LEAST_PAY <= low < high <= WIDEST * low:
        return [Stated(chain[0].start, chain[-1].end, low, high, whose or "wish")]
    return [
        Stated(a.start, a.end, a.value, a.value, whose or "wish", a.decade, a.period)
        for a in chain
        if a.value >= least or a.named
    ]
