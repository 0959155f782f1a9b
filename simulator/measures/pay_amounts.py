"""Which amounts of an answer are pay, and whose: the speaker's wish, their pay so far, an offer.

An amount is read by what stands beside it. A thing that is counted ("customers", "years") makes it
no pay; else the nearest phrase before it in its sentence tells what it is (`CUES`), and a phrase
right after it may tell better ("53 now"). With no phrase at all a plausible amount is a wish: these
are answers to a question about pay.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.measures.amounts import HUNDRED, Amount, amounts
from simulator.measures.phrases import any_of

Whose = Literal["wish", "past", "offer", "others", "part", "no_pay"]

CUES: dict[Whose, tuple[str, ...]] = {
    "wish": (
        r"(?:want|need|expect\w*|hop(?:e|ing)|wish|after|aim\w*|ask(?:ing)? for|accept)",
        r"(?:i'd|i would) (?:\w+ )?(?:say|be|go|take|like|put|see|land|think|settle|do|start)",
        r"i'm worth(?: the full)?|(?:i'll|i will|i) (?:say|take|ask|go|settle)",
        r"(?:let's|let us) say|call it|something (?:like|from|around)|somewhere|anywhere|anything",
        r"(?:happy|comfortable|satisfied|content|fine|good) with",
        r"(?:looking|look|going) (?:for|at)|my (?:number|figure|range|wish|target)(?: is)?",
        r"(?:at least|no less than|not less than|not below|not under|minimum|floor|bottom)",
        r"(?:at most|no more than|not above|not over|maximum|ceiling|at best|stretch|top)",
        r"(?:couldn't|wouldn't|could not|would not|can't|not want to|not) (?:\w+ ){0,3}"
        r"(?:for )?(?:under|below|less|less than)",
        r"com(?:e|es|ing) (?:out|down|up) (?:at|to)|so(?: that's)?(?! many| much| far)",
    ),
    # What the speaker has or had, invoices or was told once: no wish of today.
    "past": (
        r"i (?:currently |now |only )?(?:make|made|earn|earned|get|got|had|have|invoice|draw)"
        r"(?! (?:seen|read|heard|found|looked|checked|asked|thought))",
        r"i (?:currently |now )?(?:take|took|bring|brought) home|i've been (?:on|getting)",
        r"(?:i'm|i am|i was|i've been|we're|we were) (?:currently |now |still )?(?:on|at|earning"
        r"|making|getting|paid)",
        r"(?:current|present|last|previous|old|today's) (?:\w+ )?(?:salary|pay|package|wage|rate"
        r"|base|income|job|contract)",
        r"what i (?:have|had|get|got|make|earn)",
        r"(?:was|were|been) (?:paid|getting|earning)|they (?:paid|pay|put|raised|moved)",
        r"(?:asked|ask) for (?:\w+ )?(?=\S+ (?:there|then|back))|(?:and|but) got",
        r"it was|it's (?=\S+ now)|i'd have|i would have|started (?:on|at)",
    ),
    "offer": (
        r"(?:offered|offers|told|gave|promised) me|(?:was|been|got) (?:offered|told)",
        r"(?:they|they've|they'd) (?:offered|told|said|promised)(?: me)?",
        r"your (?:letter|advert|ad|colleague|advertisement) (?:said|says|had)",
    ),
    # What somebody else gets: a reason, and no wish unless the speaker takes it over.
    "others": (
        r"(?:they|she|he|people|friends?|colleagues?|mates?|classmates|girls|others|everyone"
        r"|everybody|most|most start) (?:\w+ ){0,9}?(?:get|gets|make|makes|earn|earns|start|is on"
        r"|are on|on|are|is)(?: about| around)?",
        r"(?:one|ones) (?:\w+ ){0,4}?(?:at|for)|pay sits at|median|average",
        r"(?:he|she|who) (?:says|said|told me)",
        r"(?:survey|guide|glassdoor|payscale|stepstone|indeed|adverts?|ads|market)",
    ),
    # Beside the pay, or a piece of it.
    "part": (r"(?:the )?(?:extra|another|additional)|bonus(?: of)?|commission(?: of)?|more than",),
    "no_pay": (
        r"budgets?|tickets?|rents?|stock|worth|sold|bought|invoices?|prices?|turnover|revenue",
        r"(?:our|the|room|night) rates?|cost(?:s|ed)?|sales|clients?|customers?|fees?|loan",
        r"mortgage|(?:youngest|oldest|eldest)(?: was| is)?|(?:small|little) ones|kids|children",
        r"(?:open|work|works|start|starts) (?:at|from|until|till)|weekdays",
    ),
}
"""Phrases that come before an amount. The last one before it counts."""

_BEFORE = {whose: any_of(phrases) for whose, phrases in CUES.items()}

_AFTER: dict[Whose, re.Pattern[str]] = {
    "past": any_of(
        (
            r"now|as we speak|at the moment|today|currently|when i (?:joined|started|left|came)",
            r"last (?:spring|summer|autumn|fall|winter|year)|there|back then",
        )
    ),
    "wish": any_of((r"is my number|is what i'd (?:like|need|want|take)|i'm after|or above",)),
    "part": any_of((r"more(?! than)|extra|on top|(?:in )?bonus(?:es)?",)),
}
"""Phrases right after an amount (a word may stand between); they weigh more than those before."""

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
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_CLAUSE_END = re.compile(r"[.?!;,]|\b(?:and|but|so)\b", re.IGNORECASE)

LEAST_PAY = 10
"""An hour's pay; less is a count of something."""
CLEARLY_PAY = 20
"""A single bare figure below this is pay only beside other pay, or where a phrase says so."""
MOST_BETWEEN = 2
"""So many spaces may stand between an amount and the phrase after it."""
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
        return chain[-1].scaled and _SOME_CURRENCY.match(after) is not None and _wished(before)
    if all(FIRST_YEAR <= a.value < LAST_YEAR and text[a.start] in "12" for a in chain) and (
        _YEAR_BEFORE.search(before)
    ):
        return False
    return not (_AGE.search(before) and len(chain) == 1)


def _stated(chain: Sequence[Amount], text: str, least_bare: int) -> list[Stated]:
    """A lower and an upper amount as one; others one by one. What is too small for pay is none."""
    whose = _whose(chain, text)
    least = LEAST_PAY if whose else least_bare
    low, high = sorted(same_scale(chain[0].value, chain[-1].value))
    if LEAST_PAY <= low < high <= WIDEST * low:
        return [Stated(chain[0].start, chain[-1].end, low, high, whose or "wish")]
    return [
        Stated(a.start, a.end, a.value, a.value, whose or "wish", a.decade, a.period)
        for a in chain
        if a.value >= least or a.named
    ]


def _whose(chain: Sequence[Amount], text: str) -> Whose | None:
    """None where no phrase tells."""
    before, close = _phrase_before(text[: chain[0].start])
    if before == "wish" and close:
        return before  # "I want sixty now"
    return _phrase_after(text[chain[-1].end :]) or before


def _phrase_before(before: str) -> tuple[Whose | None, bool]:
    """What the last phrase of the sentence tells, and whether the amount follows it at once."""
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    sentence = before[ends[-1] if ends else 0 :]
    said = [
        (match.end(), len(match.group()), whose)
        for whose, phrases in _BEFORE.items()
        for match in phrases.finditer(sentence)
    ]
    if not said:
        return None, False
    end, _, whose = max(said)
    return whose, not sentence[end:].strip()


def _wished(before: str) -> bool:
    return _phrase_before(before)[0] == "wish"


def _phrase_after(after: str) -> Whose | None:
    end = _CLAUSE_END.search(after)
    clause = after[: end.start()] if end else after
    for whose, phrases in _AFTER.items():
        match = phrases.search(clause)
        if match and clause[: match.start()].count(" ") <= MOST_BETWEEN:
            return whose
    return None
