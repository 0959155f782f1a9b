"""Wordings that weaken what speakers say of themselves: "I guess I'm fairly reliable".

"Maybe" and "kind of" are none by themselves: "maybe ten people came", "a kind of cheese". They
count where the speaker is the subject; some phrases say it of the speaker by themselves.
"""

import re
from collections.abc import Sequence

from simulator.measures.phrases import loosely
from simulator.measures.running_text import Span, running_text

BY_THEMSELVES = loosely(
    (
        # Not sure of oneself, or of the answer.
        r"i (?:guess|suppose|reckon|think|believe|feel|feel like) i(?:'m|'d|'ve|'ll)?(?= (?:\w+ )?"
        r"(?:might|could|may|would|should|was|am|did|do|have|'m|a|good|fairly|quite|okay|one)"
        r"|$)|i'd guess|i would guess|i'm not (?:so |really |too |entirely )?sure "
        r"(?:if|whether|myself|that's|i)|i don't know if (?:that|this|i)|i'd like to think",
        r"i feel like i|if that makes sense|if it makes sense|does that make sense|i hope so",
        r"as far as i can tell|i could be wrong|i may be wrong|i might be wrong|only my feeling",
        # Small talk of oneself.
        r"(?:i'm|i am) (?:just|only) an?|i(?:'m| am) no (?:expert|specialist|genius|pro|einstein)",
        r"i (?:wouldn't|would not|don't) (?:call|consider) myself|(?:i'm )?hardly an?|not bad (?:at"
        r"|with)|nothing (?:special|fancy|big|spectacular|much)|anything like that|or anything",
        r"(?:i )?don't (?:really )?have (?:that |so |very )?much experience|okay-?ish|half decent",
        r"not (?:really |so |very |that |all that |particularly |exactly |totally )?(?:great|good"
        r"|wrong|the best|strong) (?:at|in|with|person|for)|not the (?:best|most|strongest"
        r"|right)|i (?:just|only) did (?:a few|some|a small)"
        r"|i guess (?:that|it) (?:would be|is|was) my|i should be able to|one of the better ones",
        r"i (?:may|might) not (?:have|be)|better candidates|i might be (?:able|the|a)"
        r"|get the hang of",
        # Excuses.
        r"(?:stupid|silly|boring|bad|weird|odd) (?:answer|question|example)|not to brag"
        r"|not to boast",
        r"(?:a (?:little )?bit )?arrogant to say|i'm rambling|sorry (?:but )?(?:i hope|i'm)"
        r"|not so good sorry|too much trouble|if that's (?:alright|all right|okay|ok)"
        r"|if you think so|if i'm lucky|i was (?:just )?wondering if",
        # Trying instead of doing.
        r"i(?:'ll| will)? (?:do )?try to (?:do|be|give)|i would try|i'd try|(?:try to"
        r"|hope to) do my best|to be of "
        r"(?:some )?use|be glad about a chance|get considered|give me a chance",
        r"you could say|in a way i|(?:should|could) maybe (?:pick|take|hire|choose)|kind of it",
    )
)

OF_ONESELF = loosely(
    (
        r"maybe|perhaps|probably|possibly|hopefully|somehow|somewhat|fairly|kind of|kinda|sort of"
        r"|sorta|more or less|a (?:little|tiny) bit|a bit(?! of| later| more| less| earlier)"
        r"|or so|i guess|i suppose|i'd say maybe"
        r"|let's say|quite okay|most of the time|and that's about it",
    )
)
"""They weaken only where the speaker is who is spoken of."""

_SELF = frozenset("i i'm i'd i've i'll me my mine myself".split())
_OTHERS = frozenset(
    "he he's she she's they they're they've we we're we've it its it's you you're you've your the"
    " there there's that who which his her their our everybody everyone people somebody".split()
)
_CLAUSE = re.compile(r"[.?!;]|,? \b(?:but|because|which|when|until|after|before|then)\b")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
NEXT_WORDS = 3
"""So near behind a hedge that opens a clause stands who it is about: "Maybe I could"."""


def hedges(words: Sequence[str]) -> tuple[Span, ...]:
    """Where the speaker is made smaller, in order, not overlapping."""
    said = running_text(words)
    found = [match.span() for match in BY_THEMSELVES.finditer(said.text)]
    for match in OF_ONESELF.finditer(said.text):
        overlaps = any(first < match.end() and match.start() < last for first, last in found)
        if not overlaps and _of_oneself(said.text, match):
            found.append(match.span())
    return tuple(said.words(first, last) for first, last in sorted(found))


def _of_oneself(text: str, hedge: re.Match[str]) -> bool:
    """Whether the nearest subject before it, else right after it, is the speaker."""
    before = _CLAUSE.split(text[: hedge.start()])[-1]
    subjects = [word for word in _WORD.findall(before.lower()) if word in _SELF | _OTHERS]
    if subjects:
        return subjects[-1] in _SELF
    after = _WORD.findall(text[hedge.end() :].lower())[:NEXT_WORDS]
    return any(word in _SELF for word in after) and not (after and after[0] in _OTHERS)
