"""Whether a number is an amount of pay at all, or counts something: customers, years, degrees.

What stands right after a number tells best. Few words may follow a bare amount ("seventy would be
fine"); after a phrase that wishes, or at the beginning of an answer, any word may that does not
look like a thing that is counted ("forty five write that down").
"""

import re
from collections.abc import Sequence

from simulator.measures.amounts import Amount
from simulator.measures.pay_owners import sentence_before, whose_pay, wished
from simulator.measures.phrases import any_of

_GOES_ON = re.compile(
    r"\s*-?\s*(?:$|'s\b|[.,;:!?()–—-]|(?:[^\W\d_]*n't|[^\W\d_]+'[a-z]+)\b|(?:a"  # noqa: RUF001
    r"|about|after|again|all|also|am|an|and"
    r"|are|as|at|average|b2b|base|basic|because|before|bis|brutto|but|cash|could|depending|do|does"
    r"|either|extra|feels?|flat|for|from|full|give|given|good|great|gross|happy|honestly|i|if|in"
    r"|into|is|it|just|like|mark|job|role|post|position|salary|bracket|kind|max|maximum|maybe|me"
    r"|min|minimum|more|my|net|netto|no|not|now|of|ok|okay|on|onwards|or|over|per(?! ?cent)"
    r"|perhaps|plus|please|probably|range|realistic|really|region|right|roughly|said|say|seems?"
    r"|should|since|so|something|sorry|sounds?|starting|straight|take|tax|that|the|then|there|they"
    r"|this|till|to|today|too|top|total|um|under|until|up|upwards|was|we|were|what|when|where"
    r"|which|with|would|yeah|yes|you|your)\b)",
    re.IGNORECASE,
)
"""What may follow a bare amount of pay; a thing that is counted ("customers") is not among it."""
_UNITS = (
    r"per ?cent|%|degrees?|hours?|days?|weeks?|months?|years?|minutes?|seconds?|miles?|km|kilos?"
    r"|kilomet(?:re|er)s?|met(?:re|er)s?|feet|foot|square|tonn?es?|tons?|lit(?:re|er)s?|inch(?:es)?"
    r"|people|persons?|men|women|staff|children|kids|sheep|cattle|pages?|point|points|times|o'clock"
    r"|am|pm|of (?:them|us|you|those|these|the|my|our|his|her)"
)
_COUNTED = re.compile(rf"[\s-]*(?:or so )?(?:{_UNITS})(?![\w])", re.IGNORECASE)
_OF_TIME = re.compile(r"[\s-]*(?:hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_WAY = re.compile(
    r"\s*(?:k )?(?:a day )?(?:round trip|away|from (?:here|home|my)|drive|commute|run|race|ride"
    r"|followers|views|subscribers|lines|clicks|visitors|users|records|units|pieces)\b",
    re.IGNORECASE,
)
"""A "k" may be kilometres, or thousands of something."""
_NO_PLURAL = (
    r"(?!(?:is|was|us|this|yes|plus|gross|as|sounds|seems|suits|depends|feels|does|works|makes"
    r"|bonus|always|across|unless|besides|towards|sometimes|perhaps|minus|less|thanks|has|thats|its"
    r"|figures|wait|let's)\b)"
)
_PLURAL = re.compile(
    rf"\s*-?\s*(?:{_NO_PLURAL}[^\W\d_]+ )?{_NO_PLURAL}[^\W\d_]{{2,}}s\b"
    # "Thirty thousand covers us" is said of the amount.
    r"(?!\s+(?:us|me|it|my|the|our|you|nicely|well|fine|that|everything)\b)",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(
    r"\s*(?:write|wait|thats|that's|id|im|whatever|whichever|either|unless|although|though|while"
    r"|however|by|anything|nothing|everything|take|without|within|across|always|myself|ideally"
    r"|tops|pre|post|before|how|why|because|altogether|overall|somewhere|ish|kind|sort|will|won't"
    r"|can|might|may|must)\b",
    re.IGNORECASE,
)
_SOME_CURRENCY = re.compile(
    r"\s+\w+\s+(?:(?:a|per|an) (?:hour|month|year|week)|monthly|yearly|annually|gross|net)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:in|since|from|until|till|to|of|between|and|around)\s+$", re.I)
_YEAR_IN_WORDS = re.compile(
    r"nineteen (?:\w+(?:ty|een)|ten|eleven|twelve|hundred and)\b|two thousand and \w+"
    r"|twenty (?:ten|eleven|twelve|\w+een)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:since|age|points?|band|level|grade|class|chapter|version|group|pages?|slides?|rooms?"
    r"|route|(?<!bottom )(?<!top )lines?|steps?|\w+ers aged|out of|born in|(?<!a )number|platform"
    r"|bus|room|unit|article|section|(?<!insulted )(?<!flattered )(?<!tempted )by|home (?:at|by)"
    r"|up at|quarter to|half past|past|at (?:about |around )?(?=$)(?<=clock at )),? (?:from "
    r"|between |to )?$",
    re.IGNORECASE,
)
"""What stands right before a number that is a name, an hour, a year, or what something grew by."""
_GROUP_OF = re.compile(
    r"\b(?:team|crew|class|group|staff|fleet|herd|notice|choir|family|party|department|audience"
    r"|circulation|population|average|speed|weight|length|age|total|maximum"
    r"|minimum) of\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PAY_OF = re.compile(r"\b(?:total|maximum|minimum|average) of\s+(?:\w+\s+)?$", re.IGNORECASE)
_AGE = re.compile(
    r"\b(?:(?:i'm|i am|i was|she's|he's|she is|he is|turned|turning|aged?|going on|nearly"
    r"|(?:wife|husband|son|daughter|mother|father|partner) is))\s+$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?:my|his|her|their|our|your)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:began|grew up|founded|born|built|opened|started|since|back)\b[^.?!]*$", re.IGNORECASE
)
_OPENS = re.compile(
    r"^[\s,]*(?:(?:um|well|so|okay|ok|yeah|yes|honestly|right|oh|hm|look|now|then|sure|and|but|or"
    r"|about|around|roughly|maybe|perhaps|probably|approximately|some|say|like|between|from"
    r"|anywhere|in|at|the|low|mid|high|upper|lower|a|just|only|i|have|seen|think|guess|suppose|to|be|honest"
    r"|frank|with|you|for|me|it'?s|it|is|that'?s|that|i'?m|i'?d|id|wait|bottom line|top line|line"
    r"|first|year|start|begin|beginning|job|cards|table|on|would|sir|ma'am|good|question|over"
    r"|under|close|what about|how about|base|basic|salary|of|up|nearly|almost|not|or|more|less|let"
    r"|me|see|i'd|minimum|maximum|euros?|pounds?|gross|net|realistically|ideally"
    r"|personally)[\s,]*)*$",
    re.IGNORECASE,
)
_CLAUSE_BEGINS = re.compile(
    r"[,;:–—-]\s*(?:about |around |say |maybe |so |between |from )*$"  # noqa: RUF001
)
_OF_PAY = any_of(
    (
        r"pay|paid|base|basic|salary|salaries|wages?|earn\w*|income|rate|band|range|bracket|figure"
        r"|gross|net|money|expectations?|job|role|post|position|offer\w*|number|settle|worth|deal",
    )
)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def is_counted(amount: Amount, text: str) -> bool:
    """Whether a thing that is counted follows."""
    after = text[amount.end :]
    if amount.named or amount.period:
        return _COUNTED.match(after) is not None
    return _COUNTED.match(after) is not None or (
        not _GOES_ON.match(after) and _PLURAL.match(after) is not None
    )


def counts_time(after: str) -> bool:
    return _OF_TIME.match(after) is not None


def is_pay(chain: Sequence[Amount], text: str, *, beside: bool) -> bool:
    """Whether amounts that belong together are pay, by what stands around them.

    `beside`: another amount of pay stands before them in their sentence.
    """
    before, after = text[: chain[0].start], text[chain[-1].end :]
    if _COUNTED.match(after) or _WAY.match(after):
        return False
    if any(amount.named or amount.period for amount in chain):
        return True
    if _names_something(chain, before):
        return False
    if not chain[-1].decade and not _may_go_on(before, after):
        # A currency that nobody knows, or that was not understood: "11,000 reice monthly".
        return chain[-1].scaled and _SOME_CURRENCY.match(after) is not None and wished(before)
    if _years(chain, text):
        return False
    return beside or chain[0].scaled or chain[-1].scaled or _in_place(before, after)


def _names_something(chain: Sequence[Amount], before: str) -> bool:
    """The number is a name, a size, an age, or a decade of years."""
    if _NUMBERED.search(before) or (_GROUP_OF.search(before) and not _PAY_OF.search(before)):
        return True
    if chain[0].decade and (_POSSESSIVE.search(before) or _LONG_AGO.search(before)):
        return True
    return _AGE.search(before) is not None and len(chain) == 1


def _may_go_on(before: str, after: str) -> bool:
    if _GOES_ON.match(after):
        return True
    expected = wished(before) or _OPENS.match(sentence_before(before)) is not None
    return expected and (_FUNCTION_WORD.match(after) is not None or not _PLURAL.match(after))


def _years(chain: Sequence[Amount], text: str) -> bool:
    """ "From 1995 to 2002", in digits or words."""
    if _YEAR_BEFORE.search(text[: chain[0].start]) and _YEAR_IN_WORDS.match(text, chain[0].start):
        return True
    years = all(FIRST_YEAR <= amount.value < LAST_YEAR for amount in chain)
    written = all(text[amount.start] in "12" for amount in chain)
    return years and written and _YEAR_BEFORE.search(text[: chain[0].start]) is not None


def _in_place(before: str, after: str) -> bool:
    """Whether a bare amount stands where pay is told: after a phrase, or first in its clause."""
    sentence = sentence_before(before)
    return (
        whose_pay(before, after) is not None
        or _OPENS.match(sentence) is not None
        or _CLAUSE_BEGINS.search(before) is not None
        or _OF_PAY.search(sentence) is not None
    )
