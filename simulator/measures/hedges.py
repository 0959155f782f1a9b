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
        # Luck, chance or others did it.
        r"(?:mostly|mainly|probably|partly|just|pure|sheer|dumb|a lot of|a bit of|a matter of) luck|by (?:sheer"
        r" |pure )?(?:luck|accident|chance)(?= i\b)|with (?:some|a (?:bit|little|lot) of|any) luck|i (?:was|got)"
        r" (?:just |only |probably |simply |very )?lucky|i (?:just |only |simply )?happened to|right place",
        r"(?:anyone|anybody|everyone|everybody|somebody else|someone else|others) (?:could|would|might)"
        r"(?: easily| probably)?(?: have|'ve) (?:done|managed|got|had)|any fool|it wasn't (?:really )?me"
        r"|others did|(?:did|do) the real work|most of the credit|can't (?:really )?take (?:the |any |much )?"
        r"credit|they (?:just |only |probably )+(?:needed|wanted) (?:somebody|someone)"
        r"|there was (?:no one|nobody) else",
        # A small part, a small thing.
        r"(?:(?:it's|it was|that's|this is|is) |it )(?:probably |maybe |really |certainly )?not (?:much|a (?:big|huge)"
        r" (?:deal|thing))|(?:wasn't|isn't) (?:really |exactly |such )?(?:a (?:big|huge|great) (?:thing|deal|success"
        r"|achievement)|anything special|much|rocket science)|not (?:all )?that much|didn't do (?:all )?(?:that )?much",
        r"i(?:'ve| have| had)? (?:only|just|merely) (?:helped|assisted|did|done|made|had|wrote|worked|ran|carried"
        r"|was there|supported|played)(?= (?:out |in |a |an |some|the |with|my|very|on|at|there|little|small|bits|what))",
        r"(?:my|a|some|only|played a|had a) (?:very |quite |rather |really )?(?:small|minor|tiny|little|humble|modest)"
        r"(?: little)? (?:part|role|contribution|share|experience|success|achievement|attempt|bit"
        r" of experience)|(?:my )?humble (?:little )?\w+|my (?:part|role|share|contribution|bit) (?:\w+ ){0,3}?(?:was|is) (?:\w+ )?(?:tiny|small"
        r"|minor|modest|little)|in all modesty|for what it's worth|muddle[ds]? (?:along|through)|nothing to write",
        # Not being somebody, not being fit for it.
        r"i(?:'m| am| was) (?:really )?not (?:really |exactly |much of |particularly |the most |such |so |that |very"
        r" |all that |quite |too )+(?:an? |of an? |the )?[\w-]+(?: person| type| sort| speaker| writer| leader)?(?= (?:but"
        r"|though|person|to be|or|at|in|with|as)|$)|i(?:'m| am| was|'ve been)? (?:not|never) (?:much of|exactly|really) an?|i'm no (?:great|real|big|born|good)",
        r"i'm (?:still )?(?:a bit |quite |too |far |rather )*(?:inexperienced|unqualified|underqualified|rusty)"
        r"|(?:not|\w+n't) (?:sure|certain|convinced) (?:that )?(?:i'm|i am|i can|i could|i'd|i deserve|i was)|out of my"
        r" depth|if you (?:don't|can't) find (?:anybody|anyone|somebody|someone)",
        r"(?:not|\w+n't|never) (?:think |saying |say |sure |claim )?(?:that )?(?:i'm |i am |i was |i did |exactly |really "
        r"|always )*(?:the|my) (?:worst|best|[a-z]{3,}est|most|greatest)(?= (?:person|one|on|in|at|of|candidate|but|"
        r"speaker|i)\b|$)|i'm not (?:saying|claiming|pretending)|good enough(?= for| to| at)|better than me",
        r"i(?:'m| am| was) (?:\w+ )?(?:alright|okay|ok|decent|passable|average|mediocre|so-so|adequate|tolerable)"
        r"(?= (?:at|with|in|i|on|but)\b|$)|i(?:'m| am| was) (?:more|only) of an?|i(?:'m| am| was) (?:rather |really )?more of an?"
        r"|more luck than|(?:not|nothing) (?:brilliant|great|amazing|special|to shout about|to boast about|to brag)"
        r"(?= but| or|$)|better qualified|more qualified|who'd be better|who (?:are|would be) better",
        r"i (?:might|may) (?:have|just|even|perhaps|possibly|be of)(?! to\b)|i could (?:try|maybe|perhaps|possibly|probably"
        r"|potentially)|(?:dare i|if i (?:dare|may)) say|i'm hoping (?:that )?(?:i|you)|it's (?:only|just) (?:a|my)"
        r" (?:small |little |tiny )?(?:certificate|thing|hobby|idea|opinion|guess|feeling|start|thought|part|bit)",
        r"(?:don't|didn't|never) (?:really )?(?:know|understand|understood|knew) why(?: (?:they|me)|$)|i doubt (?:that )?i"
        r"|who am i to|i'm (?:probably|maybe|perhaps) (?:over|not|just|the|a|too|exaggerating)|overestimat\w+ myself"
        r"|(?:wouldn't|don't|not) want to (?:overstate|exaggerate|oversell|claim)|i only know",
        r"i only (?:really )?(?:\w+ed|held|did|made|had|know|knew|was|wrote|ran|drove|took|gave|can|do|have)"
        r"|i just (?:really )?(?!passed|finished|completed|moved|started|turned|wanted|said|got|won|came)(?:\w+ed|held"
        r"|did|made|had|ran|took|gave)|nothing (?:to be proud of|that would|you'd|worth)|much to (?:show|offer|tell)"
        r"|i'd (?:like|love) to (?:believe|think|hope)|maybe it's (?:just|only) me|i did (?:ok|okay|alright|not bad)"
        r"|willing to learn|(?:not )?too (?:old|young|slow|shy|inexperienced) for|for lack of|silly thing to be proud",
        r"i (?:guess|suppose|reckon) (?:so|that's|that was|it's|it was|you could|one could|it would|that would)"
        r"|(?:i'm |i am )?(?:still |really |quite )*not (?:\w+ )?sure i(?!'ll)|i (?:wouldn't|would not|couldn't) say (?:that )?i"
        r"|i (?:do |always )?try my best|(?:better|more \w+|\w+er) than (?:me|i am|mine)|(?:anyone|anybody|everyone)"
        r" (?:else )?(?:could|would|might)(?: have|'ve) \w+|(?:just|only) (?:really )?a (?:tiny|small|little|minor|simple)"
        r"|i've (?:only )?(?:got )?(?:a (?:little |tiny )?bit of|some|limited|little) (?:\w+ )?(?:experience|knowledge|idea)"
        r"|(?:with|somebody|someone) (?:with )?more (?:experience|talent|skill)|still don't (?:really )?know why",
        # Doubts of the answer itself.
        r"(?:this|that|it|i) (?:might|may|could)(?: well)? (?:be|sound) (?:\w+ )?(?:wrong|silly|stupid|rubbish|nonsense"
        r"|naive|boring)|(?:poor|lame|weak|dull|trivial|terrible|rubbish) (?:example|answer|reason|idea)|not (?:a )?(?:very"
        r" |really |particularly )?(?:good|great|impressive|well thought|thought|exciting|interesting) (?:example"
        r"|answer|story|one|through|threw|out)|(?:all|best|only thing) i can (?:come up with|think of|offer)",
        r"(?:not that|if) my (?:opinion|view|word|idea) (?:counts|matters)|don't (?:take my word|quote me)|what do i know"
        r"|(?:made|makes) no sense|i(?:'m| am) (?:probably |maybe )?(?:talking|waffling|going on|rambling|not making"
        r" (?:much |any )?sense)|i (?:may|might|could) be (?:mistaken|exaggerating)|correct me if|i'm afraid(?= i\b|$)",
        # Keeping away from one's own word.
        r"(?:it's )?not for me to (?:say|judge)|i (?:couldn't|can't|could not) (?:really |honestly )?(?:tell you|say|judge)"
        r" (?:if|whether)|i'd (?:almost|nearly|maybe|possibly|cautiously|humbly) (?:\w+ )?(?:say|call|describe|claim|argue)"
        r"|i (?:seem|appear|tend) to (?:be|have|get|do)|i(?:'d| would) (?:be tempted|hesitate|venture|dare|not dare)"
        r"|so (?:i've been|they|i'm|i was) (?:told|say)|i've been told|at least on (?:good|a good)|on (?:my )?good days|at"
        r" least i (?:think|hope|believe)|i (?:think|hope|believe|guess|suppose)(?= anyway| at least|$)|i hope (?:that )?i"
        r" (?:am|can|could|was)|i hope i'm",
        r"i (?:could|can) imagine (?:that )?i|i (?:think|believe|guess|suppose|feel) i (?:may|might)|i would say like",
        # Asking for little.
        r"not too much to ask|if (?:that's|it's|that is|it is) (?:at all )?possible|i was wondering (?:if|whether)|if you'd"
        r" have me|if you'll have me|i(?:'d| would) understand if you|if (?:that's|it's) not (?:a|too)|give it a go"
        r"|if (?:nobody|no one) (?:else )?(?:minds|wants)|sorry to (?:ask|bother)|i don't want to (?:brag|boast|bother|sound"
        r"|impose|seem|come across)|as best i (?:could|can)|at any rate i'd try|i'd try at",
        # Trying instead of doing.
        r"i(?:'ll| will)? (?:do )?try to (?:do|be|give)|i(?:'d| would) try(?= to (?:do|be|give|manage|learn|help)| my| at| hard| if|$)|(?:try to"
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
        r"|relatively|reasonably|moderately|slightly|rather(?= (?:good|okay|ok|decent|useful|reliable|experienced)\b)|pretty (?:okay|ok"
        r"|decent)|pretty good(?= at| with)|quite (?:useful|good|okay|decent|handy|reliable)(?= at| with| in|$)|let's say|quite okay|most of the time|and that's about it",
    )
)
"""They weaken only where the speaker is who is spoken of."""

_YOU_KNOW = re.compile(r"\b(?:you know|you see|if you like|as you'll have noticed)\b", re.IGNORECASE)
"""Said to fill a pause, and of nobody."""
_SELF = frozenset("i i'm i'd i've i'll im ive id me my mine myself".split())
_MY_PEOPLE = re.compile(
    r"\bmy (?:\w+ )?(?:sister|brother|wife|husband|mother|father|mum|dad|boss|manager|colleagues?|friends?"
    r"|team|son|daughter|partner|uncle|aunt|cousin|neighbou?r|teacher|customers?|clients?|students?|dog)\b",
    re.IGNORECASE,
)
"""Not the speaker, though "my" is theirs."""
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
    before = _YOU_KNOW.sub("", _MY_PEOPLE.sub("they", before))
    subjects = [word for word in _WORD.findall(before.lower()) if word in _SELF | _OTHERS]
    if subjects:
        return subjects[-1] in _SELF
    after = _WORD.findall(text[hedge.end() :].lower())[:NEXT_WORDS]
    return any(word in _SELF for word in after) and not (after and after[0] in _OTHERS)
