"""The phrases beside an amount that tell whose pay it is, by kind. How they weigh: `pay_owners`."""

from typing import Literal

Whose = Literal["wish", "past", "offer", "others", "part", "no_pay"]

_PAY_NOUNS = (
    r"pay|salary|salaries|wages?|rates?|range|numbers?|figures?|band|bracket|expectations?|target"
    r"|wish|floor|ceiling|limit|minimum|maximum|min|max|top|bottom|end|ideal|aim|goal|base|basic"
    r"|package|scale|sum|amount|answer|deal|(?:least|most|lowest|highest|best)(?= (?:i\b|i'd|is|for"
    r"|would))|spot|ask|line|head|mind|threshold|compensation|income|remuneration|hope|side|region"
    r"|area|neighbourhood|money|neighborhood|ballpark|order|tune|start|total|bit|lot|luck|market"
    r"|dream|preference|suggestion|proposal|starting|eyes|opinion|view|case|experience|book|gut"
    r"|mark|corridor|window|idea|thinking|edge|thing|we|they|he|she|you|it|i|i'd|i'm|i'll|i've|me"
    r"|want|that|which|if|and|but|so|between"
)
_NO_PAY_NOUN = rf"(?!(?:{_PAY_NOUNS})\b)[^\W\d_][\w'-]*"
_SOMEBODY = (
    r"(?:my|the|a|an|our|your|his|her|their|this|another|every|each|some)"
    rf"(?:\s{_NO_PAY_NOUN}){{1,5}}?"
)
"""Somebody or something with a name of its own that is not the pay: "my old boss", "the ovens"."""
_ADVISED = r"(?: (?:i should )?(?:to )?(?:ask for|say|want|take|go for))?"
"""What somebody said to ask for is no wish yet."""

CUES: dict[Whose, tuple[str, ...]] = {
    "wish": (
        # Wanting, hoping, and whatever else the speaker would do.
        r"(?:want|need|expect\w*|hop(?:e|ed|ing)|wish|after|aim\w*|ask(?:ing)? for|accept)",
        r"(?:i'd|i would) (?:\w+ )?(?:say|be|go|take|like|put|see|land|think|settle|do|start|come"
        r"|sign|call|feel|slot|drop|stretch|work|love|prefer|move|join|figure|reckon|guess|set)",
        r"(?:i'd|i would) (?!have\b|had\b|been\b|got\b|made\b|done\b|seen\b|sold\b|run\b"
        r"|\w+ed\b)\w+",
        r"we (?:could|can|might|may) (?:\w+ )?(?:talk|start|begin|meet|agree|say"
        r"|settle)(?: talking)?(?: at| on)?",
        # The number spoken of as one's own, told or thought of.
        r"(?:the|a) (?:figure|number|sum|range|amount|pay|salary|wage) (?:i|i've"
        r"|i'd)(?: [\w']+){1,4}? (?:is|would be|lies|sits|goes|runs)|from me|you'd hear"
        r"|you'll hear|(?:range|bracket|band|span|figure) (?:of|from|between)|my (?:gut|heart"
        r"|feeling|head|instinct) (?:says|tells me)|i'm worth(?: the full)?|(?:i'll|i will"
        r"|i) (?:say|take|ask|go|settle)|i'm (?:asking|saying)",
        r"i (?:told|said to|gave) (?:them|him|her)|i'm telling|i wanted|i've been thinking (?:of"
        r"|about)|more like|closer to|nearer|flexible|i(?:'m| was) thinking(?: of| about)?"
        r"|(?:could|can|shall|may) we say|time for",
        # An amount proposed, roughly.
        r"(?:let's|let us) say|call it|make (?:it|that)|something (?:like|from|around|between|in)"
        r"|somewhere|anywhere|anything|nothing",
        # What one would be happy with.
        r"(?:happy|comfortable|satisfied|content|fine|good|pleased|delighted|thrilled|okay|ok|glad"
        r"|insulted|flattered|tempted|honou?red|at ease|over the moon|smiling|laughing) (?:with|at"
        r"|on|around|about|by)",
        r"(?:looking|look|going|shooting) (?:for|at)|in mind(?: is| was)?",
        # "My range is", "my floor would be".
        r"my (?:\w+ )?(?:dream|preference|suggestion|proposal|thinking|thought|price|corridor"
        r"|demand|number|figure|range|wish|target|floor|ceiling|limit|bracket|aim|goal|ideal"
        r"|expectation|expectations|ask)(?: is| are| would be| was| starts?| goes| runs)?",
        # Edges: no less, no more, not below.
        r"(?:at least|no less than|not less than|not below|not under|minimum|floor|bottom)",
        r"(?:at most|no more than|not above|not over|maximum|ceiling|at best|stretch|top)",
        r"(?:couldn't|wouldn't|could not|would not|can't|not want to|not|won't|don't"
        r"|never) (?:\w+ ){0,6}?(?:for )?(?:under|below|less than|less|say no to|past|over|above"
        r"|lower than|higher than|beyond)",
        # The speaker comes back from others to themselves.
        r"but (?:fine|ok|okay|alright|honestly|if i must)|(?:fine|okay|alright) then|(?:but|so|and)"
        r" (?:honestly|seriously|really|frankly|personally|for me|from you|here|with you)",
        # What it comes to, should be, would have to be.
        r"com(?:e|es|ing) (?:out|down|up) (?:at|to)|so(?: that's)?(?! many| much| far)",
        r"(?:should|would|must|has to|needs to|ought to) (?:\w+ )?(?:be|bring|get|give|pay"
        r"|mean)(?: me)?",
        r"it's|it is|(?:this|that) is an?|as long as|lowest|highest|put me down (?:for|at)"
        r"|you(?:'d| can| could| may)? (?:have|get|keep) me (?:\w+ ){0,2}?(?:for|at)|(?:it'd"
        r"|it would|it'll|it will|it has to|that'd|that would) (?:have to |need to )?(?:be|take)",
        # What the other side could do.
        r"you (?:can|could|were to|would|might) (?:\w+ )?(?:offer|pay|do|go|meet|stretch|get"
        r"|manage|put|write|note)(?: me| to| for)?",
        # Ends, regions, and what one can live on.
        r"(?:low|lower|upper|high|top|bottom|absolute) (?:end|limit|bound|edge)|below|under|above"
        r"|ideally|ideal|in the (?:region|area|ballpark) of",
        r"i (?:could|can|might) (?:\w+ )?(?:go|stretch|drop|come|live|do|start|accept|work|manage"
        r"|see|imagine|picture)(?: myself)?|(?:either|each|both) sides? of"
        r"|in the neighbou?rhood of|in the order of|(?:salary|pay|wage|wages|rate) of|going to say"
        r"|(?:not|never|\w+n't) (?:\w+ ){0,4}?more than|(?:manage|cope|live) (?:with|on)|north of"
        r"|south of|upwards of|to the tune of",
    ),
    # What the speaker has or had, invoices or was told once: no wish of today.
    "past": (
        r"i (?:currently |now |only |also )?(?:make|made|earn|earned|get|got|had|have|invoice|draw"
        r"|turned down|refused|left|walked away|started|began|ended)(?! (?:seen|read|heard|found"
        r"|looked|checked|asked|thought|to\b|in (?:my )?(?:mind|head)))",
        r"i (?:currently |now )?(?:take|took|bring|brought) home|i've been (?:on|getting)",
        r"(?:i'm|i am|i was|i've been|we're|we were) (?:currently |now |still |just )?(?:on"
        r"|earning|making|getting|paid|taking home|bringing home)|(?:i'm|i was|i am) (?:now "
        r"|still |currently |just )?at(?= )",
        r"(?:current|present|last|previous|old|today's|former) (?:\w+ )?(?:salary|pay|package|wage"
        r"|rate|base|income|job|contract|place|firm|company|employer|boss|lot|one)(?: \w+ me)?",
        r"i've (?:\w+ )?(?:had|earned|made|got)(?! (?:in (?:my )?(?:mind|head)|pencilled))",
        r"what (?:i|i've) (?:have|had|get|got|make|earn)|than i (?:have|get|earn|make)",
        r"(?:was|were|been) (?:paid|getting|earning)|they (?:paid|pay|put|raised|moved)",
        r"(?:and|but) got|i (?:\w+ )?asked (?:\w+ ){0,3}?for|it was|i'd have|i would have"
        r"|started (?:me )?(?:on|at)|had me (?:on|at)",
        r"(?:pay|salary|salaries|band|range|scale|rate|wages?|bracket) (?:\w+ )?(?:went|was|were"
        r"|ran|used to be)(?: \w+)?",
        r"in my (?:\w+ )?(?:job|place|post|contract|role)(?: it's| it was| i)?|back (?:then|in|to"
        r"|on|at)",
    ),
    "offer": (
        r"(?:they|he|she|people|others|everybody|everyone|some) (?:\w+ )?(?:wants?|wanted|needs?"
        r"|needed|expects?|expected|hopes? for|hoped for|asks? for|asked for)",
        rf"{_SOMEBODY}\s(?:wants?|wanted|needs?|needed|expects?|expected|hopes? for|asks? for"
        rf"|asked for)",
        r"you(?:'ve|'d)? (?:paid|pay|gave|give|spent)|(?:offered|offers|told|gave|promised) me"
        r"|(?:was|been|got) (?:offered|told)",
        r"(?:they|they've|they'd|you|you've|you'd|he|he's|she|she's) (?:\w+ )?(?:offered|told|said"
        r"|promised|put|wrote|advertised|posted|mentioned|quoted)(?: me)?",
        r"(?:\w+ )?offers? (?:of|at|for|from|on|says|was|is)|the other offer",
        r"(?:your|the|this) (?:letter|advert|ad|colleague|advertisement|posting|listing|website"
        r"|job|recruiter)(?: \w+){0,3}? (?:said|says|had|has|mentioned|states?|stated|goes|went"
        r"|gave|put)",
    ),
    # What somebody else gets or says: a reason, and no wish unless the speaker takes it over.
    "others": (
        r"(?:they|she|he|people|friends?|colleagues?|mates?|classmates|girls|others|everyone"
        r"|everybody|(?<!the\s)most|most start|folks|guys|lads|those|nurses"
        r"|teachers) (?:[\w']+ ){0,9}?(?:get|gets|got|make|makes|made|earn|earns|start|starts"
        r"|is on|are on|was on|were on|on(?= (?:about |around )?$)|are|is|had|has|pulling"
        r"|seeing)(?: about| around)?",
        r"(?:they|she|he)(?:'s|'re|'ve|'d)? (?:\w+ )?(?:on|at|get|gets|got|make|makes|made|earn"
        r"|earns|earned|had|has|have|thinks?|thought|reckons?|reckoned|started?|starts)",
        rf"{_SOMEBODY}(?: is| are| was| were|(?<!u)'s) (?:on|at|getting|earning|making)",
        rf"(?!our\s){_SOMEBODY}\s(?:gets?|got|makes?|made|earns?|earned|had|has|have|says?|said"
        rf"|thinks?|thought|reckons?|reckoned|pays?|paid|start|starts|started|mentioned|told me"
        rf"|offers?|charges?){_ADVISED}",
        r"they (?:all |both )?(?:placed|put|see|saw) me(?: at)?",
        r"\w+s (?:get|earn|are on|make)(?= (?:about |around |between )?$)",
        r"(?:all|most|some|both|many|half|none)(?: of (?:them|those|these))? (?:said|say|gave|pay"
        r"|paid)",
        r"(?:one|ones) (?:\w+ ){0,4}?(?:at|for)|pay sits at|median|average",
        rf"(?:he|she|who) (?:says|said|told me){_ADVISED}|minimum wage|minimum goes|legal minimum",
        r"(?:survey|surveys|guide|glassdoor|payscale|stepstone|indeed|adverts?|ads|market|trade)"
        r"(?: (?:go|goes|run|runs|pays?|has|says?))?",
    ),
    # Beside the pay, or a piece of it.
    "part": (
        r"(?:chance|prospect|option|promise) of",
        r"(?:the )?(?:extra|another|additional)|bonus(?:es)?(?: of| up to)?|commission(?: of)?"
        r"|more than|equity(?: of)?|shares(?: of)?|allowance(?: of)?|on top(?: of)?|(?:payment"
        r"|supplement|grant|fee) of|relocation",
    ),
    "no_pay": (
        r"budgets?|tickets?|rents?|stock|worth|sold|bought|invoices?|prices?|turnover|revenue",
        r"(?:our|the|room|night) rates?|cost(?:s|ed)?|sales|clients?|customers?|fees?|loan|bills?",
        r"mortgage|(?:youngest|oldest|eldest)(?: was| is)?|(?:small|little) ones|kids|children",
        r"(?:open|work|works|start|starts) (?:at|from|until|till)|weekdays",
        r"(?:i|we|i've|we've) (?:\w+ )?(?:raised|spent|saved|lost|cut|sold|bought|paid|borrowed"
        r"|charged?|charge|send|pay|give|managed|handled|ran|led|built|moved|grew|drove|cycled"
        r"|walked|lifted|trained|hired|produced|won|collected|shipped|planted|baked|served"
        r"|renovated)",
        r"we(?:'ve|'d|'re)? (?!manage|live|cope|meet|say|said|agree|find|settle|could|can|talk)\w+",
        # Whatever the speaker did; what they hoped for or found out stays out of it.
        r"(?:i|i've) (?:\w+ )?(?!need\b|wanted|hoped|asked|expected|figured|reckoned|decided|aimed"
        r"|checked|looked|researched|needed|wished|settled|agreed|compared|turned|refused|started"
        r"|ended|walked|talked|earned|imagined)(?:\w+ed|lent|sent|gave|took on|made up|wrote|read"
        r"|put|set|kept|did|went)",
        r"(?:insurance|guests|members|tenants|visitors|patients|buyers|people) (?:pays?|paid|spend"
        r"|gave)",
        rf"(?:a|an|the|my)(?:\s{_NO_PAY_NOUN}){{1,3}} of|(?:paid|pays?|gave|owed?|charged) us",
        r"our(?: \w+){1,4} (?:paid|pays?|gave|gives?)|i (?:like|love|keep|prefer) (?:it|them"
        r"|things|my \w+)",
        rf"{_SOMEBODY}\s(?:is|are|was|were|(?:would|will|should|must|could|might)(?: be)?|goes?"
        rf"|went|runs?|ran|takes?|took|holds?|held|weighs?|needs?|cost|costs|lasts?|lasted|used to"
        rf"|did|does|sold|sells|brought|brings|\w+ed|sent|gave|lent|lost|won|fell|grew|rose|hit"
        rf"|saw|built|caught|drew|drove|fed|found|kept|left|met|rode|sank|slept|spent|stood|threw"
        rf"|wore|wrote|came|made up|swallows?|eats?|drinks?)(?! where| what| that)",
        r"range of (?:duties|tasks|jobs|work|things|skills)(?: \w+)? from|(?:they|he|she)(?:'ve|'d"
        r"| were| was| have| had)? (?:\w+ed|let|went|took)|(?:mine|ours|theirs|yours"
        r"|hers)(?:'s)? \w+|(?:drop|rise|jump|raise|cut|step|increase|went|gone|grew|fell|rose"
        r"|change) (?:\w+ ){0,3}?from|(?:i|we) (?:had|used|got) to (?!put|say|name|pick|choose"
        r"|give|guess|live|do)\w+(?: over| up| out| down)?|spen[dt]s?|a (?:team|crew|class|group"
        r"|staff|fleet|herd) of",
    ),
}
"""Phrases that come before an amount. The last one before it counts."""
