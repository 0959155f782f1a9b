"""Facts that an answer must hold whatever its wording: a range of money, a figure, a question."""

import re
from collections.abc import Callable, Mapping, Sequence

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_MORE_ONES = "fifteen sixteen seventeen eighteen nineteen"
UNITS = {word: value for value, word in enumerate(f"{_ONES} {_MORE_ONES}".split())}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000, "million": 1_000_000}
_NUMBER_WORD = "|".join(["hundred and", *UNITS, *TENS, "hundred"])
AMOUNT = (
    r"(?:[$£€]\s?)?(?:\d+(?:[.,]\d+)*|(?:(?:" + _NUMBER_WORD + r")\b[\s-]*)+)"
    r"\s?(?:k\b|thousand|grand|hundred|million)?"
    r"(?:\s?(?:dollars|euros|pounds|quid|bucks|a year|per year|an hour|per hour|a month))?"
)
_RANGE = re.compile(
    r"\b(?:between|from|somewhere (?:between|from|around)|around|about)?\s*"
    r"(?P<low>"
    + AMOUNT
    + r")\s*(?:to|and|up to|till|until|through|or|-|–|—)\s*(?:maybe |about |around )?"  # noqa: RUF001
    r"(?P<high>" + AMOUNT + r")",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?:low|mid|middle|high|upper|lower)(?:[\s-]+(?:to|and)[\s-]+(?:low|mid|high|upper))?"
    r"[\s-]+(?:" + "|".join(word[:-1] + "ies" for word in TENS) + r"|\d0'?s|six figures)\b",
    re.IGNORECASE,
)
_NOT_MONEY = re.compile(
    r"^\s*(?:%|percent|per cent|years?\b(?! salary)|months?|weeks?|days?|hours?\b(?! rate)|minutes?"
    r"|people|persons|engineers|reports|colleagues|customers|times|projects|teams?|of them)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$£€]|\bk\b|\dk\b|thousand|grand|dollars|euros|pounds|salary|range|pay\b|an hour|a year"
    r"|per year|base|annual|compensation|package|figure|expect|looking for|comfortable|fair|market",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:" + "|".join([*TENS, *list(UNITS)[2:], "hundred", "thousand", "million", "dozen",
    "half", "third", "quarter", "twice", "doubled", "tripled", "percent"]) + r")\b",
    re.IGNORECASE,
)  # fmt: skip
_ASKS = re.compile(
    r"\?|(?:^|[.,;!]\s*|\b(?:and|so|but|or|well|okay|um|uh)\s+)(?:what|how|who|where|when|why|which|"
    r"is there|are there|do you|does the|does your|did you|could you|can you|would you|will the|"
    r"will i|have you|is the|are the|what's|how's|who's)\b"
    r"|\b(?:i(?:'d| would) (?:like|love) to (?:know|ask|hear|understand)|i wonder|i was wondering"
    r"|i(?:'m| am) curious|can i ask|may i ask|could i ask|tell me (?:a bit |more )?about"
    r"|my (?:first |next |other |last )?question is)\b",
    re.IGNORECASE,
)


def money_range(text: str) -> str | None:
    """The words that name a lower and an upper amount of money, or None.

    "Seventy-five to eighty-five", "between 40 and 45 euros an hour" and "high eighties" count;
    years, percentages, people and a single figure do not.
    """
    decade = _DECADE.search(text)
    if decade:
        return decade.group().strip()
    for match in _RANGE.finditer(text):
        low, high = value(match["low"]), value(match["high"])
        if low is None or high is None or _NOT_MONEY.match(text[match.end() :]):
            continue
        low, high = _same_scale(low, high)
        around = text[max(0, match.start() - 80) : match.end() + 60]
        plausible = low < high <= 4 * low
        if plausible and (low >= CLEARLY_PAY or (low >= LEAST_PAY and _MONEY.search(around))):
            return match.group().strip()
    return None


def number(text: str) -> str | None:
    """A figure, in digits or words ("one" alone is none), or None."""
    match = _NUMBER.search(text)
    return match.group() if match else None


def asks_question(text: str) -> str | None:
    """The beginning of a question, with or without its mark, or None."""
    match = _ASKS.search(text)
    return match.group().strip() if match else None


LEAST_PAY = 10
"""An hour's pay, beside a word that tells of money; less is a count of something."""
CLEARLY_PAY = 20
"""A range of this much that is followed by no unit is thousands a year."""

FINDERS: Mapping[str, Callable[[str], str | None]] = {
    "money_range": money_range,
    "number": number,
    "asks_question": asks_question,
}


def find(names: Sequence[str], text: str) -> bool:
    """Whether every one of these facts is in the text."""
    return all(FINDERS[name](text) is not None for name in names)


def value(amount: str) -> float | None:
    """What an amount in digits or words comes to: "eighty five k" is 85000."""
    total = current = 0.0
    seen = False
    for word in re.findall(r"\d+(?:[.,]\d+)*|[a-z]+", amount.lower()):
        if word[0].isdigit():
            digits = word.replace(",", "")
            current, seen = current + float(digits if digits.count(".") < 2 else 0), True  # noqa: PLR2004
        elif word in UNITS or word in TENS:
            current, seen = current + {**UNITS, **TENS}[word], True
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES:
            total, current = total + max(current, 1) * SCALES[word], 0.0
    return total + current if seen else None


def _same_scale(low: float, high: float) -> tuple[float, float]:
    """ "Seventy to eighty thousand" means seventy thousand."""
    while low and high >= 1000 * low / 4 and high >= 1000:  # noqa: PLR2004
        low *= 1000
    return low, high
