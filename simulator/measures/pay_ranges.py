"""When wishes for pay make a range: a lower and an upper amount, in any wording.

Amounts that "to", "or" and the like join are one already (`pay_amounts`). Two that stand apart are
a range only where something makes them one: a word that calls one of them an edge ("at least",
"ideally"), or a short "and" or "or" between them. Two mere wishes one after another are not: the
later one is the speaker's last word.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from simulator.measures.pay_amounts import Stated, same_scale
from simulator.measures.phrases import loosely
from simulator.measures.running_text import CharSpan

_TOLERANCE = re.compile(
    r"\s*,?\s*(?:,? ?(?:give or take|plus or minus|plus minus|\+/-|within)\s)"
    r"|\s*,?\s*(?:\w+ ){1,5}?(?:either way|up or down|either side)\b",
    re.IGNORECASE,
)
_DIGIT = r"(?:one|two|three|four|five|six|seven|eight|nine|\d)"
_FIRST_DIGIT = loosely(
    (
        rf"(?:start|begin)s?(?:ing)? with an? {_DIGIT}",
        rf"an? {_DIGIT} (?:in|at|on) (?:the )?(?:front|beginning|start)",
    )
)
_EITHER_SIDE = loosely((r"(?:either|each|on both) sides? of",))
_IN_THERE = loosely(
    (
        r"somewhere (?:in there|in between|between)|in between|inside that|in that (?:area|range)"
        r"|meet (?:in there|in the middle)|somewhere in (?:that|the middle)",
    )
)

_EDGE_BEFORE = loosely(
    (
        # The lower one.
        r"(?:the )?(?:least|most) (?:i|would|is)|lowest|low(?:er)? limit|upper limit|below"
        r"|at least|no less than|not less than|(?:not|never|nothing) (?:\w+ )?(?:below|under"
        r"|lower than)|floor|(?:the )?minimum|bottom|low(?:er)? end|least|above|upwards of"
        r"|north of|worst case",
        r"(?:couldn't|wouldn't|can't|won't|not) (?:\w+ ){0,6}?(?:under|below|lower than"
        r"|less(?: than)?)",
        r"start talking at|stop at|(?:start|starts|starting|begin|begins|beginning) (?:at|from|on)"
        r"|from",
        r"(?:go|come|stretch|drop|down|slide) (?:\w+ )?(?:as low as|down to|to)|settle (?:for|at)"
        r"|live with|put up with|make do with|as low as",
        # The upper one.
        r"highest|at most|no more than|(?:not|never|\w+n't) (?:\w+ ){0,4}?more than|(?:not"
        r"|never) (?:\w+ ){0,3}?(?:above|over|past|beyond|higher than)|ceiling|top|upper end"
        r"|(?:the )?maximum|at best|best case|stretch(?:ing)?(?: to)?|up to|as (?:high|much) as"
        r"|tops out at|south of|can't be (?:over|above)|going up to",
        r"ideal(?:ly)?|dream|preferably|better still|even better|wouldn't say no to|at the outside",
        r"(?:very|really|truly|more than) (?:happy|content|pleased|glad) (?:with|at|on)|thrilled"
        r"|smiling|flattered (?:with|at|by)|(?:not|\w+n't) be insulted by|keep me (?:at|for)"
        r"|singing at|delighted (?:with|at)|over the moon (?:with|at)|jump at",
    )
)
_EDGE_AFTER = loosely(
    (
        r"at (?:the )?(?:very )?(?:least|most|best|worst|outside)|minimum|maximum|min|max|tops",
        r"(?:is|'s|would be|being|as) (?:the |my )?(?:bare |absolute )?(?:least"
        r"|(?:pain )?threshold|floor|minimum|bottom|(?:low|lower|high|upper|top|bottom) end"
        r"|ceiling|limit|maximum|top|ideal|dream)",
        r"the (?:low|lower|high|upper|top|bottom) end|(?:at|on|for) the (?:low|lower|bottom|top"
        r"|upper|high|higher) (?:end|side)|or above",
        r"is what i'm (?:hoping|aiming|after|dreaming)|is where i'd|to (?:live|get by|survive)"
        r"|ideally|i'd (?:\w+ )?(?:sign|jump|stay|shake|say yes)|in an ideal world",
        r"would (?:\w+ )?(?:make (?:me|it)|be (?:great|ideal|lovely|perfect|wonderful|a dream"
        r"|fantastic|brilliant|better))|with (?:a smile|pleasure)",
    )
)
"""What calls an amount a lower or upper one: before it, or after it."""
_CLAUSE = re.compile(r"[.?!;]|,(?!\d)|\b(?:and|but|so)\b", re.IGNORECASE)
_JOINED = loosely((r"and|or|maybe|perhaps",))
_WISHES_ANEW = loosely((r"i'd|i would|i want|i need|i say|i'm|i'll",))
_SAYS_AGAIN = loosely(
    (
        r"that's(?! what)|that is|that makes|which (?:is|makes|comes)|that comes|makes it|in other"
        r" words|works out|meaning|i mean|equals|gives me",
    )
)
"""The second amount is the first in other words: by the month, after tax."""
_BETTER = re.compile(
    r"[,\s]*(?:but|though|and)\s+(?:i'?d|i'?m|i would|i am)\s+(?:\w+\s+)?(?:aiming|hoping|hope"
    r"|shooting|happier|rather|love|prefer)\b",
    re.IGNORECASE,
)
"""The second amount is the better one: "I'd take 44 but I'm aiming for 48"."""
_TWO_THINGS = loosely(
    (
        r"bonus|base|basic|permanent|perm|freelance|contract(?:or)?|part[- ]time|full[- ]time"
        r"|on target|commission|overtime|sundays?|weekends?|probation|second year|after a year",
    )
)
"""Words of two jobs, or of two pieces of pay."""
_CORRECTS = loosely(
    (
        r"sorry|i mean|or rather|rather|make (?:that|it)|scratch that|correction"
        r"|forget (?:that|it)|let me say|actually|wait|on second thoughts?|strike that",
    )
)
_NO = loosely((r"no(?! (?:less|more|lower|higher|under|over|below|above|to\b))|nope",))
_NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
SLIP = 2
"""So few words lie between a figure and what puts it right at once."""

NEAREST_WISHES = 1.6
"""Two wishes that stand apart are a lower and an upper one up to this ratio."""
LONGEST_JOIN = 5
"""So many words may stand between two amounts that a mere "and" makes a range."""


def last_word(wishes: Sequence[Stated], text: str) -> list[Stated]:
    """Without what the speaker took back: "55, no, sorry, 57"."""
    kept = list(wishes)
    for one, other in pairwise(wishes):
        between = text[one.end : other.start]
        if one.is_range and not other.is_range and len(between.split()) <= SLIP:
            continue  # only its upper figure: "80 to 85, sorry, 90"
        if _CORRECTS.search(between) or _NO.search(between) or _NOT.search(text[: one.start]):
            kept.remove(one)
    return kept


def range_of(wishes: Sequence[Stated], text: str) -> CharSpan | None:
    """Where the range is that these wishes make; None where they make none."""
    for stated in wishes:
        if stated.is_range:
            return stated.start, stated.end
        tolerance = _TOLERANCE.match(text, stated.end)
        if tolerance:
            return stated.start, tolerance.end()
        if _EITHER_SIDE.search(text[: stated.start]):
            return stated.start, stated.end
    first_digit = _FIRST_DIGIT.search(text)
    if first_digit:
        return first_digit.span()
    for one, other in pairwise(wishes):
        if _apart_enough(one, other) and _make_one(one, other, text):
            return one.start, other.end
    return None


def range_of_others(others: Sequence[Stated], text: str) -> CharSpan | None:
    """What others get, where the speaker names nothing but that."""
    ranged = range_of(others[:1], text)
    if ranged is None and _IN_THERE.search(text) and len(others) > 1:
        return others[0].start, others[-1].end
    return ranged


def _apart_enough(one: Stated, other: Stated) -> bool:
    scaled = same_scale(one.low, other.low)
    # "Seventy thousand, or four hundred a day": what has a period of its own is not thousands.
    if any(
        stated.period and value > stated.low
        for stated, value in zip((one, other), scaled, strict=True)
    ):
        return False
    low, high = sorted(scaled)
    return low < high <= NEAREST_WISHES * low


def _make_one(one: Stated, other: Stated, text: str) -> bool:
    between = text[one.end : other.start]
    if _SAYS_AGAIN.search(between):
        return False
    if (
        _IN_THERE.search(text)
        or _BETTER.match(between)
        or any(_is_edge(stated, text) for stated in (one, other))
    ):
        return True
    return (
        len(between.split()) <= LONGEST_JOIN
        and _JOINED.search(between) is not None
        and not _WISHES_ANEW.search(between)
        and not _TWO_THINGS.search(text)
    )


def _is_edge(stated: Stated, text: str) -> bool:
    before = _CLAUSE.split(text[: stated.start])[-1]
    after = _CLAUSE.split(text[stated.end :])[0]
    return _EDGE_BEFORE.search(before) is not None or _EDGE_AFTER.search(after) is not None
