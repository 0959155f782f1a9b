"""Amounts in a text, in digits or words: "eighty-five k", "$75,000", "one ten", "twenty-two fifty".

Only what they come to and what belongs to them; whether they are pay is said elsewhere (`pay`).
"""

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from simulator.measures.amount_words import (
    CODES,
    CURRENCIES,
    DECADES,
    LANDS,
    NAMING_SCALES,
    PERIOD_ADVERBS,
    PERIODS,
    SCALES,
    SYMBOLS,
    TENS,
    UNITS,
)

_TOKEN = re.compile(
    r"\d{1,3}(?:'\d{3})+|\d{1,3} [05]00(?!\d)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)?|'s"
    r"|\S",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+(?:[.,' ]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[. ']\d{3})+")
"""Thousands are parted by a comma, a point ("2.800 euros"), an apostrophe or a space ("90 000")."""
_ORDINAL = frozenset("st nd rd th".split())
_DECADE_PART = re.compile(
    r"(?:\b(?:low|lower|mid|middle|high|higher|upper|early|late)\b"
    r"(?:[\s-]+(?:to|and|or)[\s-]+(?:low|mid|middle|high|upper|late)\b)?[\s-]+(?:the )?)$",
    re.IGNORECASE,
)
_SIX_FIGURES = re.compile(r"\b(?:low|mid|high|lower|upper) (?:five|six|seven) figures\b", re.I)
_AFTER_FIGURES = frozenset(
    (
        "",
        ".",
        ",",
        *"to or a and per net gross monthly maximum max at on so is would as for in i if".split(),
    )
)
_VAGUE = frozenset("few several couple many some".split())
_CENTS_APART = 1.6
"""Of two figures side by side the second is hundredths ("twenty-two fifty") where they lie this far
apart; nearer ones are two amounts ("seventy-five, eighty")."""
HUNDRED = 100
TEN = 10
NICKEL = 5
"""No smaller coins are said with a price."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount and where it is (characters: first, one past last).

    `named`: it has a currency, or a "k". `period`: "hour", "monthly", ...; empty where none is
    said. `scaled`: it says how many zeros it has ("thousand", "80,000"). `decade`: one such as
    "the high eighties" or "low six figures".
    """

    start: int
    end: int
    value: float
    named: bool = False
    period: str = ""
    scaled: bool = False
    decade: bool = False


class _Reader:
    """Goes through the tokens of a text, from left to right."""

    def __init__(self, text: str) -> None:
        self.tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        self.at = 0

    @property
    def next(self) -> str:
        return self.ahead(0)

    @property
    def start(self) -> int:
        """Where the next token begins."""
        return self.tokens[self.at][1]

    @property
    def end(self) -> int:
        """Where the last token that was taken ends."""
        return self.tokens[self.at - 1][2]

    @property
    def glued(self) -> bool:
        """Whether the next token follows without a space."""
        return 0 < self.at < len(self.tokens) and self.start == self.end

    @property
    def behind(self) -> str:
        """The last token that was taken or passed."""
        return self.tokens[self.at - 1][0] if self.at else ""

    def ahead(self, steps: int) -> str:
        at = self.at + steps
        return self.tokens[at][0] if at < len(self.tokens) else ""

    def take(self, *choices: Container[str]) -> str:
        """Goes past the next tokens if each is among its choices; their text, or "" where not."""
        ahead = [self.ahead(steps) for steps in range(len(choices))]
        if not all(text and text in choice for text, choice in zip(ahead, choices, strict=True)):
            return ""
        self.at += len(choices)
        return " ".join(ahead)


def amounts(text: str) -> tuple[Amount, ...]:
    """All amounts of a text in order, whatever they are amounts of. Ordinals are none."""
    reader = _Reader(text)
    found: list[Amount] = []
    while reader.next:
        began = reader.at
        read = _decade(reader, text) or _amount(reader)
        if read is None:
            reader.at = began + 1
        else:
            found.append(read)
    for match in _SIX_FIGURES.finditer(text):
        found = [amount for amount in found if not match.start() <= amount.start < match.end()]
        found.append(Amount(match.start(), match.end(), 100_000, scaled=True, decade=True))
    return _with_cents(sorted(found, key=lambda amount: amount.start), text)


def value(amount: str) -> float | None:
    """What one amount comes to: "eighty five k" is 85000, "one ten" 110; None for no amount."""
    found = amounts(amount)
    return found[0].value if found else None


def _decade(reader: _Reader, text: str) -> Amount | None:
    """ "The high eighties", "80s"."""
    start, number = reader.start, DECADES.get(reader.next)
    if number is not None:
        reader.at += 1
    elif re.fullmatch(r"\d0", reader.next) and reader.ahead(1) in ("s", "'s"):
        number = int(reader.next)
        reader.at += 2
    else:
        return None
    part = _DECADE_PART.search(text[:start])
    return Amount(part.start() if part else start, reader.end, number, decade=True)


def _amount(reader: _Reader) -> Amount | None:
    start = reader.start
    symbol = reader.take(SYMBOLS) or reader.take(CODES)
    number = _figure(reader)
    if number is None or (reader.glued and reader.next in _ORDINAL):
        return None
    if reader.take(("and",), ("a",), ("half",)):
        number += 0.5
    _ish(reader)
    number, scale = _scaled(reader, number)
    _ish(reader)
    lands = reader.take(LANDS)
    currency = reader.take(CURRENCIES)
    if lands and not currency:
        reader.at -= 1  # "sixty American colleagues"
    if currency:
        number += _small_change(reader, number)
    period = reader.take(("a", "an", "per", "the", "each"), PERIODS) or reader.take(PERIOD_ADVERBS)
    return Amount(
        start,
        reader.end,
        number,
        named=bool(symbol or currency or scale in NAMING_SCALES),
        period=period.split()[-1] if period else "",
        scaled=bool(scale) or number >= 1000,  # noqa: PLR2004
    )


def _small_change(reader: _Reader, number: float) -> float:
    """ "Twenty-one pound fifty": what comes after the currency, in its whole."""
    began = reader.at
    cents = _below_hundred(reader) if number < HUNDRED else None
    if cents is not None and cents >= NICKEL and cents % NICKEL == 0 and not _has_own_unit(reader):
        return cents / HUNDRED
    reader.at = began
    return 0.0


def _has_own_unit(reader: _Reader) -> bool:
    """What comes next makes the figure before it an amount of its own: "thirty pounds, forty k"."""
    return reader.next in SCALES or reader.next in CURRENCIES or reader.next == "hundred"


def _ish(reader: _Reader) -> None:
    """ "Sixty-ish", "sixty odd"."""
    if not reader.take(("-",), ("ish",)):
        reader.take(("ish", "odd"))


def _scaled(reader: _Reader, number: float) -> tuple[float, str]:
    """ "600 thousand", "thirty thousand five hundred": what it comes to, and the scale said."""
    said = ""
    while reader.next in SCALES:
        said = reader.take(SCALES)
        number *= SCALES[said]
        began = reader.at
        reader.take(("and",))
        rest = _figure(reader)
        if rest is not None and rest < TEN and said == "thousand" and _ends_figure(reader.next):
            number += rest * HUNDRED  # "two thousand eight"
        elif rest is None or not HUNDRED <= rest < SCALES[said] or reader.next in SCALES:
            reader.at = began  # another amount
        else:
            number += rest
    return number, said


def _figure(reader: _Reader) -> float | None:
    """A number without its scale, in digits or words."""
    if _DIGITS.fullmatch(reader.next):
        return _digits(reader)
    began = reader.at
    number = _below_hundred(reader)
    if number is not None and reader.next == "point" and reader.ahead(1) in UNITS:
        reader.at += 1
        return number + UNITS[reader.take(UNITS)] / TEN
    if number is None:
        number = _without_digits(reader)
    elif reader.take(("hundred",)):
        number *= HUNDRED  # "two hundred", "fifteen hundred"
    elif 0 < number < TEN:
        return _after_one_digit(reader, number)
    else:
        return number
    if number is None:
        reader.at = began
        return None
    return number + _rest(reader) if number >= HUNDRED else number


def _without_digits(reader: _Reader) -> float | None:
    """ "A hundred", "hundred and ten", "a couple of", "a thousand": what stands before a scale."""
    if reader.take(("a", "one"), ("hundred",)):
        return 100.0
    if reader.behind not in _VAGUE and reader.take(("hundred",)):
        return 100.0
    if reader.take(("a",), ("couple",), ("of",)):
        return 2.0
    if reader.next in ("a", "one") and reader.ahead(1) in SCALES:
        reader.at += 1
        return 1.0
    return None


def _after_one_digit(reader: _Reader, digit: float) -> float:
    """Digits said one by one or in pairs: "one ten", "four-fifty", "one-oh-five", "nine zero"."""
    if _oh(reader):
        return HUNDRED * digit + UNITS[reader.take(UNITS)]
    if reader.take(("zero",)):
        return TEN * digit
    reader.at += reader.next == "-" and reader.ahead(1) in TENS
    if reader.next in TENS or UNITS.get(reader.next, 0) >= TEN:
        return HUNDRED * digit + (_below_hundred(reader) or 0)
    if 0 < UNITS.get(reader.next, 0) < TEN and _ends_figure(reader.ahead(1)):
        return 1000 * digit + HUNDRED * UNITS[reader.take(UNITS)]  # "three five a month"
    return digit


def _oh(reader: _Reader) -> bool:
    """Goes past an "oh" that says there are no tens."""
    began = reader.at
    reader.take(("-",))
    found = reader.take(("oh", "o"))
    reader.take(("-",))
    if found and 0 < UNITS.get(reader.next, 0) < 10:  # noqa: PLR2004
        return True
    reader.at = began
    return False


def _ends_figure(after: str) -> bool:
    """Whether the word after a figure leaves it whole: no more of it, and nothing counted."""
    return after in _AFTER_FIGURES


def _rest(reader: _Reader) -> float:
    """What comes after a hundred: "and twenty"."""
    began = reader.at
    reader.take(("and",))
    rest = _below_hundred(reader)
    if rest is None:
        reader.at = began
    return rest or 0.0


def _below_hundred(reader: _Reader) -> float | None:
    if reader.next in TENS:
        tens = TENS[reader.take(TENS)]
        hyphen = reader.next == "-" and 0 < UNITS.get(reader.ahead(1), 0) < 10  # noqa: PLR2004
        reader.at += hyphen
        ones = UNITS.get(reader.next, 0)
        if 0 < ones < 10:  # noqa: PLR2004
            reader.at += 1
            return float(tens + ones)
        return float(tens)
    word = reader.next.removesuffix("ish")
    if word in UNITS or word in TENS:
        reader.at += 1
        return float(UNITS.get(word, TENS.get(word, 0)))
    return None


def _digits(reader: _Reader) -> float:
    written = re.sub(r"[.](?=.*,\d\d$)", "", reader.next)  # "4.500,00"
    reader.at += 1
    if _THOUSANDS.fullmatch(written):
        if "," not in written:
            return float(re.sub(r"\D", "", written))
        return float(written.replace(",", ""))
    if written.count(".") + written.count(",") == 1:
        return float(written.replace(",", "."))
    return float(re.sub(r"[.,]", "", written))


def _with_cents(found: list[Amount], text: str) -> tuple[Amount, ...]:
    """Joins "twenty-two fifty" (22.50) and "eleven five" (eleven and a half thousand)."""
    joined: list[Amount] = []
    for amount in found:
        before = joined[-1] if joined else None
        if before is None or not _is_cents(before, amount, text[before.end : amount.start]):
            joined.append(amount)
            continue
        hundredths = amount.value / (100 if amount.value >= 10 else 10)  # noqa: PLR2004
        joined[-1] = replace(
            amount, start=before.start, value=before.value + hundredths, named=amount.named
        )
    return tuple(joined)


def _is_cents(before: Amount, amount: Amount, between: str) -> bool:
    bare = not (before.named or before.scaled or before.decade or amount.decade or amount.scaled)
    near = between in (" ", "-")
    apart = amount.value < before.value or amount.value > _CENTS_APART * before.value
    hundredths = amount.value in (5, *range(10, 100, 10))
    return bare and near and apart and hundredths and 10 <= before.value < HUNDRED  # noqa: PLR2004
