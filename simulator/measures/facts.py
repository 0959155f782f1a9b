"""Facts that an answer must hold whatever its wording: a range of money, a figure, a question.

Each finder takes the words of an answer as they were written and returns the words that hold the
fact (first, one past last), or None. `FINDERS` names them as a question set does.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from simulator.judge import Judge
from simulator.measures.amount_words import TENS, UNITS
from simulator.measures.pay import pay_stated
from simulator.measures.running_text import CharSpan, WordSpan, running_text

Found = WordSpan

_FIGURES = [*TENS, *(word for word in UNITS if word != "one")]
_NUMBER = re.compile(
    r"\d|\b(?:" + "|".join(_FIGURES) + r"|hundreds?|thousands?|millions?|billions?|dozens?"
    r"|(?:an?|one|two) (?:third|quarter|fifth|tenth)s?|two[- ]thirds|three quarters"
    r"|half|halved|twice|(?:two|three|four|five|ten)fold|doubled|tripled|quadrupled|percent)\b"
    r"|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty-\w+",
    re.IGNORECASE,
)

_OPENS = (
    r"(?:^|[.,;:!?]\s*|\b(?:and|so|but|or|well|okay|ok|um|uh|yes|yeah|sure|then|also|first|actually"
    r"|question|maybe|one is|few|couple)\s+)"
)
_BE = r"(?:is|are|was|were|'s|'re)"
_AUX = r"(?:do|does|did|would|will|can|could|should|have|has|might)"
_YOU = r"(?:you|your|i|we|they|the|people|this|that|there|it|a|an|someone|somebody|one)"
_HOW = r"how (?:often|long|much|many|big|large|well|far|soon|closely|early|flexible|quickly)"
_ASKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\S+\?",
        # what does a ..., how is ..., who would I ...: at the beginning of a clause
        rf"{_OPENS}\b(?:what|how|who|where|why|when|whose) ?(?:{_BE}|{_AUX})\s(?!i came|it comes)",
        rf"{_OPENS}{_HOW}(?: \w+)? (?:{_BE}|{_AUX}) {_YOU}\b",
        rf"{_OPENS}(?:what|which) (?!a\b|i\b|we\b|you\b|they\b|it\b)\w+(?: \w+)? {_AUX} {_YOU}\b",
        # the same in the middle of a stretch without punctuation, where it can be nothing else
        rf"\b(?:what|how|why) (?:{_AUX}) {_YOU}\b",
        rf"\b(?:who|where|when) (?:{_AUX}) (?:you|i|we)\b",
        # is there ..., do you ..., can I ...
        rf"{_OPENS}(?:(?:is|are|was|were) there|is (?:it|this|that)|(?:is|are|does|do|did|has|will)"
        r" (?:the|your|people|everybody|everyone)|(?:do|did|are|have|were|will) you"
        r"|(?:will|would|could|can|should|may|do|am) (?:i|we))\b",
        r"\b(?:could|can|would) you (?:please )?"
        r"(?:tell|describe|explain|say|walk|give|share|talk)\b",
        r"\bdo you (?:have any|think|see|offer|use|feel)\b",
        # I'd like to know ...
        r"\bi(?:'d| would) (?:like|love|be glad|be interested) to (?:know|ask|hear|find out)\b",
        r"\bi wonder\b|\bi(?: was|'m| am| have been) (?:wondering|curious)\b",
        r"\b(?:can|may|could|might) i (?:also )?ask\b",
        r"\bi(?:'d)? (?:also )?(?:wanted|want) to (?:ask|find out)\b",
        rf"{_OPENS}(?:please )?tell me (?:a bit |a little |more |something )*about\b",
        r"\b(?:my|a|one|another) (?:first |second |next |other |last )?"
        r"question (?:is|would be|i)\b",
    )
)


def money_range(words: Sequence[str], judge: Judge | None = None) -> Found | None:
    """A lower and an upper amount of pay, as `pay_stated` finds them.

    "Seventy-five to eighty-five", "between 40 and 45 euros an hour", "at least 60, at most 70" and
    "high eighties" count; years, percentages, people, ages and a single figure said twice do not.
    """
    stated = pay_stated(words, judge)
    return stated.span if stated.kind == "range" else None


def number(words: Sequence[str]) -> Found | None:
    """A figure, in digits or words. "One" alone is none, nor "second" and "first"."""
    return _in_words(words, _first(_NUMBER))


def asks_question(words: Sequence[str]) -> Found | None:
    """A question, with its mark or in the form of one; not a clause that begins like one."""
    return next((found for asks in _ASKS if (found := _in_words(words, _first(asks)))), None)


FINDERS: Mapping[str, Callable[[Sequence[str], Judge | None], Found | None]] = {
    "money_range": money_range,
    "number": lambda words, _: number(words),
    "asks_question": lambda words, _: asks_question(words),
}


def find(
    names: Sequence[str], words: Sequence[str], judge: Judge | None = None
) -> tuple[Found, ...] | None:
    """Where each of these facts is, in the order of the names; None where one is missing."""
    found = [FINDERS[name](words, judge) for name in names]
    there = tuple(span for span in found if span is not None)
    return there if len(there) == len(found) else None


def _first(pattern: re.Pattern[str]) -> Callable[[str], CharSpan | None]:
    def search(text: str) -> CharSpan | None:
        match = pattern.search(text)
        return match.span() if match else None

    return search


def _in_words(words: Sequence[str], search: Callable[[str], CharSpan | None]) -> Found | None:
    """Looks in the running text; tells which words the characters belong to."""
    said = running_text(words)
    span = search(said.text)
    return said.words(*span) if span else None
