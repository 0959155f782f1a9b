"""Wordings that weaken what speakers say of themselves: "I guess I'm fairly reliable".

"Maybe" and "kind of" are none by themselves: "maybe ten people came", "a kind of cheese". They
count where the speaker is the subject; some phrases say it of the speaker by themselves.
"""

import re
from collections.abc import Sequence

from simulator.measures.phrases import loosely
from simulator.measures.running_text import WordSpan, running_text

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
        r"(?:mostly|mainly|probably|partly|just|pure|sheer|dumb|a lot of|a bit of"
        r"|a matter of) luck|by (?:sheer |pure )?(?:luck|accident|chance)(?= i\b)|with (?:some"
        r"|a (?:bit|little|lot) of|any) luck|i (?:was|got) (?:just |only |probably |simply "
        r"|very )?lucky|i (?:just |only |simply )?happened to|right place",
        r"(?:anyone|anybody|everyone|everybody|somebody else|someone else|others) (?:could|would"
        r"|might)(?: easily| probably)?(?: have|'ve) (?:done|managed|got|had)|any fool"
        r"|it wasn't (?:really )?me|others did|(?:did|do) the real work|most of the credit"
        r"|can't (?:really )?take (?:the |any |much )?credit|they (?:just |only "
        r"|probably )+(?:needed|wanted) (?:somebody|someone)|there was (?:no one|nobody) else",
        # A small part, a small thing.
        r"(?:(?:it's|it was|that's|this is|is) |it )(?:probably |maybe |really "
        r"|certainly )?not (?:much|a (?:big|huge) (?:deal|thing))|(?:wasn't|isn't) (?:really "
        r"|exactly |such )?(?:a (?:big|huge|great) (?:thing|deal|success|achievement)"
        r"|anything special|much|rocket science)|not (?:all )?that much"
        r"|didn't do (?:all )?(?:that )?much",
        r"i(?:'ve| have| had)? (?:only|just|merely) (?:helped|assisted|did|done|made|had|wrote"
        r"|worked|ran|carried|was there|supported|played)(?= (?:out |in |a |an |some|the |with|my"
        r"|very|on|at|there|little|small|bits|what))",
        r"(?:my|a|some|only|played a|had a) (?:very |quite |rather |really )?(?:small|minor|tiny"
        r"|little|humble|modest)(?: little)? (?:part|role|contribution|share|experience|success"
        r"|achievement|attempt|bit of experience)|(?:my )?humble (?:little )?\w+|my (?:part|role"
        r"|share|contribution|bit) (?:\w+ ){0,3}?(?:was|is) (?:\w+ )?(?:tiny|small|minor|modest"
        r"|little)|in all modesty|for what it's worth|muddle[ds]? (?:along|through)"
        r"|nothing to write",
        # Not being somebody, not being fit for it.
        r"i(?:'m| am| was) (?:really )?not (?:really |exactly |much of |particularly |the most "
        r"|such |so |that |very |all that |quite |too )+(?:an? |of an? |the )?[\w-]+(?: person"
        r"| type| sort| speaker| writer| leader)?(?= (?:but|though|person|to be|or|at|in|with|as)"
        r"|$)|i(?:'m| am| was|'ve been)? (?:not|never) (?:much of|exactly|really) an?"
        r"|i'm no (?:great|real|big|born|good)",
        r"i'm (?:still )?(?:a bit |quite |too |far |rather )*(?:inexperienced|unqualified"
        r"|underqualified|rusty)|(?:not|\w+n't) (?:sure|certain|convinced) (?:that )?(?:i'm|i am"
        r"|i can|i could|i'd|i deserve|i was)|out of my depth|if you (?:don't"
        r"|can't) find (?:anybody|anyone|somebody|someone)",
        r"(?:not|\w+n't|never) (?:think |saying |say |sure |claim )?(?:that )?(?:i'm |i am |i was "
        r"|i did |exactly |really |always )*(?:the|my) (?:worst|best|[a-z]{3,}est|most"
        r"|greatest)(?= (?:person|one|on|in|at|of|candidate|but|speaker|i)\b|$)|i'm not (?:saying"
        r"|claiming|pretending)|good enough(?= for| to| at)|better than me",
        r"i(?:'m| am| was) (?:\w+ )?(?:alright|okay|ok|decent|passable|average|mediocre|so-so"
        r"|adequate|tolerable)(?= (?:at|with|in|i|on|but)\b|$)|i(?:'m| am| was) (?:more"
        r"|only) of an?|i(?:'m| am| was) (?:rather |really )?more of an?|more luck than|(?:not"
        r"|nothing) (?:brilliant|great|amazing|special|to shout about|to boast about"
        r"|to brag)(?= but| or|$)|better qualified|more qualified|who'd be better|who (?:are"
        r"|would be) better",
        r"i (?:might|may) (?:have|just|even|perhaps|possibly|be of)(?! to\b)|i could (?:try|maybe"
        r"|perhaps|possibly|probably|potentially)|(?:dare i|if i (?:dare|may)) say"
        r"|i'm hoping (?:that )?(?:i|you)|it's (?:only|just) (?:a|my) (?:small |little "
        r"|tiny )?(?:certificate|thing|hobby|idea|opinion|guess|feeling|start|thought|part|bit)",
        r"(?:don't|didn't|never) (?:really )?(?:know|understand|understood|knew) why(?: (?:they"
        r"|me)|$)|i doubt (?:that )?i|who am i to|i'm (?:probably|maybe|perhaps) (?:over|not|just"
        r"|the|a|too|exaggerating)|overestimat\w+ myself|(?:wouldn't|don't"
        r"|not) want to (?:overstate|exaggerate|oversell|claim)|i only know",
        r"i only (?:really )?(?:\w+ed|held|did|made|had|know|knew|was|wrote|ran|drove|took|gave"
        r"|can|do|have)|i just (?:really )?(?!passed|finished|completed|moved|started|turned"
        r"|wanted|said|got|won|came)(?:\w+ed|held|did|made|had|ran|took|gave)"
        r"|nothing (?:to be proud of|that would|you'd|worth)|much to (?:show|offer|tell)"
        r"|i'd (?:like|love) to (?:believe|think|hope)|maybe it's (?:just|only) me|i did (?:ok"
        r"|okay|alright|not bad)|willing to learn|(?:not )?too (?:old|young|slow|shy"
        r"|inexperienced) for|for lack of|silly thing to be proud",
        r"i (?:guess|suppose|reckon) (?:so|that's|that was|it's|it was|you could|one could"
        r"|it would|that would)|(?:i'm |i am )?(?:still |really "
        r"|quite )*not (?:\w+ )?sure i(?!'ll)|i (?:wouldn't|would not|couldn't) say (?:that )?i"
        r"|i (?:do |always )?try my best|(?:better|more \w+|\w+er) than (?:me|i am|mine)|(?:anyone"
        r"|anybody|everyone) (?:else )?(?:could|would|might)(?: have|'ve) \w+|(?:just"
        r"|only) (?:really )?a (?:tiny|small|little|minor|simple)"
        r"|i've (?:only )?(?:got )?(?:a (?:little |tiny )?bit of|some|limited"
        r"|little) (?:\w+ )?(?:experience|knowledge|idea)|(?:with|somebody"
        r"|someone) (?:with )?more (?:experience|talent|skill)|still don't (?:really )?know why",
        r"(?:doesn't|don't) (?:really )?count|(?:doesn't|don't|won't) sound (?:silly|stupid)",
        # Doubts of the answer itself.
        r"(?:this|that|it|i) (?:might|may|could)(?: well)? (?:be|sound) (?:\w+ )?(?:wrong|silly"
        r"|stupid|rubbish|nonsense|naive|boring)|(?:poor|lame|weak|dull|trivial|terrible"
        r"|rubbish) (?:example|answer|reason|idea)|not (?:a )?(?:very |really "
        r"|particularly )?(?:good|great|impressive|well thought|thought|exciting"
        r"|interesting) (?:example|answer|story|one|through|threw|out)|(?:all|best"
        r"|only thing) i can (?:come up with|think of|offer)",
        r"(?:not that|if) my (?:opinion|view|word|idea) (?:counts|matters)|don't (?:take my word"
        r"|quote me)|what do i know|(?:made|makes) no sense|i(?:'m| am) (?:probably "
        r"|maybe )?(?:talking|waffling|going on|rambling|not making (?:much |any )?sense)|i (?:may"
        r"|might|could) be (?:mistaken|exaggerating)|correct me if|i'm afraid(?= i\b|$)",
        # Keeping away from one's own word.
        r"(?:it's )?not for me to (?:say|judge)|i (?:couldn't|can't|could not) (?:really "
        r"|honestly )?(?:tell you|say|judge) (?:if|whether)|i'd (?:almost|nearly|maybe|possibly"
        r"|cautiously|humbly) (?:\w+ )?(?:say|call|describe|claim|argue)|i (?:seem|appear"
        r"|tend) to (?:be|have|get|do)|i(?:'d| would) (?:be tempted|hesitate|venture|dare"
        r"|not dare)|so (?:i've been|they|i'm|i was) (?:told|say)|i've been told"
        r"|at least on (?:good|a good)|on (?:my )?good days|at least i (?:think|hope|believe)"
        r"|i (?:think|hope|believe|guess|suppose)(?= anyway| at least|$)|i hope (?:that )?i (?:am"
        r"|can|could|was)|i hope i'm",
        r"i (?:could|can) imagine (?:that )?i|i (?:think|believe|guess|suppose|feel) i (?:may"
        r"|might)|i would say like",
        # Asking for little.
        r"not too much to ask|if (?:that's|it's|that is|it is) (?:at all )?possible"
        r"|i was wondering (?:if|whether)|if you'd have me|if you'll have me|i(?:'d"
        r"| would) understand if you|if (?:that's|it's) not (?:a|too)|give it a go|if (?:nobody"
        r"|no one) (?:else )?(?:minds|wants)|sorry to (?:ask|bother)|i don't want to (?:brag|boast"
        r"|bother|sound|impose|seem|come across)|as best i (?:could|can)|at any rate i'd try"
        r"|i'd try at",
        # Trying instead of doing.
        r"i(?:'ll| will)? (?:do )?try to (?:do|be|give)|i(?:'d| would) try(?= to (?:do|be|give"
        r"|manage|learn|help)| my| at| hard| if|$)|(?:try to|hope to) do my best"
        r"|to be of (?:some )?use|be glad about a chance|get considered|give me a chance",
        r"you could say|in a way i|(?:should|could) maybe (?:pick|take|hire|choose)|kind of it",
    )
)

OF_ONESELF = loosely(
    (
        r"maybe|perhaps|probably|possibly|hopefully|somehow|somewhat|fairly|kind of|kinda|sort of"
        r"|sorta|more or less|a (?:little|tiny) bit|a bit(?! of| later| more| less| earlier)|or so"
        r"|i guess|i suppose|i'd say maybe|relatively|reasonably|moderately|slightly"
        r"|rather(?= (?:good|okay|ok|decent|useful|reliable|experienced)\b)|pretty (?:okay|ok"
        r"|decent)|pretty good(?= at| with)|quite (?:useful|good|okay|decent|handy|reliable)(?= at"
        r"| with| in|$)|let's say|quite okay|most of the time|and that's about it",
    )
)
"""They weaken only where the speaker is who is spoken of."""

_YOU_KNOW = re.compile(
    r"\b(?:you know|you see|if you like|as you'll have noticed)\b", re.IGNORECASE
)
"""Said to fill a pause, and of nobody."""
_SELF = frozenset("i i'm i'd i've i'll im ive id me my mine myself".split())
_MY_PEOPLE = re.compile(
    r"\bmy (?:\w+ )?(?:sister|brother|wife|husband|mother|father|mum|dad|boss|manager|colleagues?"
    r"|friends?|team|son|daughter|partner|uncle|aunt|cousin|neighbou?r|teacher|customers?|clients?"
    r"|students?|dog)\b",
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


def hedges(words: Sequence[str]) -> tuple[WordSpan, ...]:
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
