"""Ranges of pay in an answer, in words or digits, as people say them and recognisers write them."""

import re

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
UNITS = {
    word: value
    for value, word in enumerate(f"{_ONES} fifteen sixteen seventeen eighteen nineteen".split())
}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000, "million": 1_000_000}

_WORD = "|".join(["hundred and", *UNITS, *TENS, "hundred"])
_DIGITS = r"\d+(?:[.,]\d+)*"
AMOUNT = (
    rf"(?:[$£€]\s?)?(?:{_DIGITS}|(?:an? )?(?:(?:{_WORD})\b[\s-]*)+)(?:-?ish\b)?"
    r"\s?(?:k\b|thousand\b|grand\b|million\b)?"
    r"\s?(?:dollars|euros|pounds|quid|bucks)?(?:\s?(?:an?|per) (?:year|hour|month|annum)\b)?"
)
_ABOUT = r"(?:maybe |perhaps |about |around |roughly |say )?"
_RANGE = re.compile(
    rf"(?P<between>\b(?:between|anywhere from|in the range of) )?{_ABOUT}"
    rf"(?<![\w.,])(?P<low>{AMOUNT})\s*,?\s*"
    rf"(?P<link>to|or|and|up to|or up to|and up to|till|until|through|-|–|—)\s*"  # noqa: RUF001
    rf"{_ABOUT}(?P<high>{AMOUNT})",
    re.IGNORECASE,
)
_BOUNDS = re.compile(
    r"\b(?:at least|no less than|not (?:below|under|less than)|(?:a )?minimum of|starting at"
    rf"|starting from|more than|over) (?P<low>{AMOUNT})[^.?!]{{0,40}}?"
    r"\b(?:at most|up to|(?:a )?maximum of|no more than|not (?:above|over)|closer to|top out at)"
    rf" {_ABOUT}(?P<high>{AMOUNT})",
    re.IGNORECASE,
)
_DOWN_TO = re.compile(
    rf"(?<![\w.,])(?P<high>{AMOUNT})[^.?!]{{0,30}}?"
    rf"\b(?:down to|as low as) {_ABOUT}(?P<low>{AMOUNT})",
    re.IGNORECASE,
)
_TENS_OF = "(?:" + "|".join(word[:-1] + "ies" for word in TENS) + r"|\d0'?s)"
_DECADE = re.compile(
    rf"\b(?P<part>(?:low|mid|middle|high|upper|lower)(?:[\s-]+(?:to|and)[\s-]+(?:low|mid|high|upper)"
    rf")?[\s-]+)?(?:the )?{_TENS_OF}\b",
    re.IGNORECASE,
)

_NAMED = re.compile(r"[$£€]|\dk\b|\bk\b|grand|dollars|euros|pounds|quid|bucks", re.IGNORECASE)
_PAY = re.compile(
    r"[$£€]|\bk\b|\dk\b|thousand|grand|dollars|euros|pounds|salary|salaries|range|\bpay\b|an hour"
    r"|a year|per year|a month|\bbase\b|annual|compensation|package|figure|expect|looking for"
    r"|comfortable|\bfair\b|market|somewhere|ask(?:ing)? for|hop(?:e|ing) for",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:went|going|grew|grow|rose|raised?|cut|reduced?|increased?|dropped|fell|moved|turned|up"
    r"|down|brought|took|got|improved|doubled)\b[^.?!]{0,40}$",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:pages?|ages?|aged|slides?|chapters?|versions?|rooms?|lines?|steps?|levels?|\w+ers aged)"
    r"\s+(?:from |between )?$",
    re.IGNORECASE,
)
# After a bare pair of figures comes nothing, punctuation, or a word that goes on about the figures;
# a thing that is counted ("customers", "percent", "years") makes it no money.
_GOES_ON = re.compile(
    r"^\s*(?:$|[.,;:!?)]|(?:a|an|and|annually|as|at|base|because|before|but|depending|for|given"
    r"|gross|i|i'm|if|in|is|it|maybe|net|on|or|per|plus|range|right|should|so|something|sounds"
    r"|that|that's|this|to|uh|um|which|with|works|would|you|year|yearly|monthly|hourly|total)\b)",
    re.IGNORECASE,
)

LEAST_PAY = 10
"""An hour's pay; less is a count of something."""
CLEARLY_PAY = 20
"""A bare range of this much is thousands a year; below, a word about pay has to be near."""
NEAR_CHARACTERS = 80
WIDEST = 4.0
"""The upper figure is not more than this many times the lower."""
FIRST_YEAR, LAST_YEAR = 1900, 2100


def range_of_pay(text: str) -> tuple[int, int] | None:
    """Where in the text (characters: first, one past last) a lower and an upper figure stand.

    None where there is no such range, or it is one of years, percentages, people and the like.
    """
    for match in (*_RANGE.finditer(text), *_BOUNDS.finditer(text), *_DOWN_TO.finditer(text)):
        if _is_pay(match, text):
            return match.start(), match.start() + len(match.group().rstrip())
    for match in _DECADE.finditer(text):
        if _decade_is_pay(match, text):
            return match.span()
    return None


def _is_pay(match: re.Match[str], text: str) -> bool:
    groups = match.groupdict()
    low, high = value(groups["low"]), value(groups["high"])
    if low is None or high is None:
        return False
    if groups.get("link", "").lower() == "and" and not groups["between"]:
        return False
    before = text[: match.start()]
    named = _NAMED.search(match.group()) is not None
    ends = [match.end()] if "link" in groups else [match.end("low"), match.end("high")]
    goes_on = all(_GOES_ON.match(text[end:].lstrip()) for end in ends)
    counted = _COUNTED_BEFORE.search(before) or not (named or goes_on)
    changed = groups.get("link") is not None and _CHANGE.search(before)
    years = not named and FIRST_YEAR <= low < LAST_YEAR and FIRST_YEAR <= high < LAST_YEAR
    if counted or changed or years:
        return False
    low, high = _same_scale(low, high)
    near = text[max(0, match.start() - NEAR_CHARACTERS) : match.end() + NEAR_CHARACTERS]
    least = LEAST_PAY if named or _PAY.search(near) else CLEARLY_PAY
    return least <= low < high <= WIDEST * low


def _decade_is_pay(match: re.Match[str], text: str) -> bool:
    """ "High eighties", and "in the seventies" where it is said of pay; never somebody's age."""
    before = text[max(0, match.start() - NEAR_CHARACTERS) : match.start()]
    after = text[match.end() : match.end() + NEAR_CHARACTERS]
    if re.search(r"\b(?:my|his|her|their|our)\s+$", before, re.IGNORECASE):
        return False
    if match["part"]:
        return True
    return _PAY.search(before + " " + after) is not None


def value(amount: str) -> float | None:
    """What an amount in digits or words comes to: "eighty five k" is 85000, "one ten" 110."""
    total = current = 0.0
    seen = False
    for word in re.findall(r"\d+(?:[.,]\d+)*|[a-z]+", amount.lower()):
        if word[0].isdigit():
            digits = word.replace(",", "")
            current, seen = current + float(digits if digits.count(".") <= 1 else 0), True
        elif word in UNITS or word in TENS:
            more = UNITS.get(word, TENS.get(word, 0))
            hundreds = 0 < current < 10 <= more  # noqa: PLR2004 ("one ten")
            current, seen = (100 * current if hundreds else current) + more, True
        elif word == "hundred":
            current, seen = max(current, 1) * 100, True
        elif word in SCALES:
            total, current = total + max(current, 1) * SCALES[word], 0.0
    return total + current if seen else None


def _same_scale(low: float, high: float) -> tuple[float, float]:
    """ "Seventy to eighty thousand" means seventy thousand; "80 thousand to 90" ninety."""
    while low > 0 and high >= 1000 and high > WIDEST * 10 * low:  # noqa: PLR2004
        low *= 1000
    while 0 < high < low and low >= 1000 * high / WIDEST:
        high *= 1000
    return low, high
