"""Phrases about pay that hold no amount: asking back, refusing, reasons from research."""

from simulator.measures.phrases import loosely

_PAY = (
    r"(?:range|budget(?:ed)?|band|bracket|spread|scale|pay|paying|paid|salary|wage|rate|offer"
    r"|offering|ballpark|figure|number|package|pot|grade|usual(?:ly)?|normal(?:ly)?|typical(?:ly)?"
    r"|in mind|set aside|put aside|planned|worth|earn(?:s|ed)?|get|got|getting|sort of money|make"
    r"|in (?:euros|pounds|dollars|money|figures)|kind of money|come with|comes with|going rate"
    r"|corridor|sum|amount|start(?:s|ing)? (?:on|at)|on your (?:sheet|list|paper))"
)
_ABOUT = r"(?:(?!i\b|fair\b)[\w'-]+ ){0,9}?"

ASKS = loosely(
    (
        r"like to (?:know|hear) (?:\w+ ){0,3}(?:budget|range|band|scale)",
        # "What is the range?", "Which band would that be?", "How much did you have in mind?"
        rf"(?:what|what's|which|how much|how high) {_ABOUT}{_PAY}",
        rf"where (?:do|does|would|are|is) {_ABOUT}(?:start|lie|lies|land|pay|sit|sits|range|at)",
        # "Is there a scale?", "Could you tell me the band?", "Do you have a range?"
        rf"(?:is there|is it|is that|have you|have you got|do you|does it|are you"
        rf"|are we talking) {_ABOUT}(?:range|budget|band|bracket|scale|ballpark|figure|number|pay"
        rf"|rate|in mind)",
        rf"(?:could|can|would|will|may|might) (?:you|i) (?:\w+ ){{0,2}}?(?:tell|give|say|ask|share"
        rf"|know|name|hear|turn|throw) {_ABOUT}{_PAY}",
        rf"(?:tell|give) me {_ABOUT}(?:range|ballpark|budget|band|idea|number|figure|scale)",
        # "I'd be curious about your budget", "you'll have a figure"
        rf"(?:curious|interested|like to know|love to know|know|hear|wondering"
        rf"|wonder) {_ABOUT}(?:what|how much|which) {_ABOUT}{_PAY}",
        r"your (?:budget|range|band|bracket|scale)|you'll have a (?:figure|number|range)"
        r"|what's on it|what does it look like|how does (?:the )?pay|is it by|fixed rate"
        r"|you (?:first|tell me)|what are (?:you|we) (?:lot )?(?:offering|talking)"
        r"|which (?:one )?is it|which would i be|fixed steps|(?:a|some) (?:particular|certain"
        r"|specific|fixed) (?:grade|band|scale)|what (?:have you|you've) got to spend",
    )
)
"""What the post usually pays, or what is budgeted for it."""

REFUSES = loosely(
    (
        # Later, or somebody else first.
        r"prefer|(?:rather|sooner|like to|want to|need to) (?:\w+ )?(?:not|hear|leave|wait|talk"
        r"|keep|discuss|understand|see|know|learn|get to know|think|sleep|hold)",
        r"come back to (?:that|this|it)|thought it through|park (?:that|this|it)|too early"
        r"|sleep on it",
        r"(?:before|until|till|once|first) (?:\w+ ){0,6}?(?:money|figure|number|sum|met|seen"
        r"|understand)|not (?:today|yet|now)|another (?:time|day)|second interview|until later"
        r"|(?:at|for) the end(?! of)|last thing|a fool to|in your hands|(?:haven't"
        r"|not) got (?:\w+ )?far|that far|sort (?:that|it|this) out|not something i|no (?:fixed "
        r"|clear )?idea|at this stage|for now",
        # No number.
        r"(?:don't|not|wouldn't) (?:\w+ ){0,5}(?:a|any) (?:number|figure|sum|amount)",
        r"(?:wouldn't|won't|couldn't|can't|don't|wrong to|not going to) (?:\w+ ){0,4}(?:pin|commit"
        r"|put a|say|tell|name|be drawn|haggle|discuss|mind|know|have)|pin (?:myself|it|me) down",
        r"(?:not|never|no|haven't|hasn't) (?:\w+ ){0,4}(?:number|figure|amount|sum)|private"
        r"|confidential|between me and|doesn't haggle|hadn't thought|haven't thought|not thought",
        # Anything will do, or the other side shall say.
        r"negotiable|open|flexible|relaxed|whatever|i'm easy|no preference|not fussy|depends?"
        r"|mind up",
        r"up to you|trust you|we'll find something|be fair|fair (?:offer|deal|wage|pay|price|with)"
        r"|(?:what|what's|whatever|is|'s|seems) (?:\w+ )?fair|never (?:had to ask|argued|started)"
        r"|guided by|know better|my place to|find a number|what's right|leave (?:that|it|this)"
        r"|make me an offer|your (?:usual|call|offer|standard|decision)|(?:standard|usual"
        r"|customary|reasonable)|come to (?:an )?(?:agreement|terms)|agree on",
        # It is not about money.
        r"(?:money|pay|salary)(?:'s| has| is| isn't| was) (?:not|never|second|secondary|the last"
        r"|the thing)|not (?:about|for) (?:the )?money|(?:isn't|not) (?:the )?(?:main|first"
        r"|most important)",
        r"(?:we'll|we) agree|rather we|let's (?:see|talk|find|leave|wait|look|discuss)|you (?:tell"
        r"|name|decide|say)",
    )
)
"""No wish in an amount. Looked for last: "80k, flexible" is a figure."""

_PEOPLE = (
    r"(?:colleagues?|(?:class|work|flat)?mates?|friends?|people i|people on|people in|girls|lads"
    r"|teachers|nurses|others|folks|guys|everyone|everybody|most|cousin|brother|sister|neighbou?r"
    r"|predecessor|last (?:one|person|guy|woman|man|girl)|someone i know|a guy i know|an old boss)"
)

_NOT_ASKED = (
    r"(?<!do\sthe\s)(?<!does\sthe\s)(?<!do\s)(?<!do\syour\s)(?<!did\sthe\s)(?<!you\s)(?<!your\s)"
)
"""Not a question after what others get: "what do the others earn?"."""

RESEARCH = loosely(
    (
        # Where figures are published.
        r"glassdoor|payscale|stepstone|indeed|linkedin|hays|robert walters|salary\.com|levels fyi",
        r"salary sites?|(?<!the\s)surveys?|adverts|(?:an|one|other|job|their) (?:advert|ad)"
        r"|advertisements|job ads?|(?:job )?listings|postings|statistics|tables|figures (?:from|by"
        r"|of) the",
        r"the (?:pay |salary )?surveys?(?!\si\s)|two adverts|the advert from",
        r"\w+s (?:get|earn|are on|make) (?:about |around |between )?(?:\d|[a-z]+(?:ty|een)\b)",
        r"(?:institute|association|chamber|council) (?:\w+ ){0,4}?(?:has|says|lists)|what (?:a"
        r"|an) [\w-]+ costs|costs (?:in|here|these days)",
        r"bls|(?<!a\s)tariff|union|federation|guild|(?:trade|professional) association|chamber"
        r"|guide|collective agreement|publishes|(?:piece|article) on pay|job boards?",
        r"salary (?:calculator|report|comparison|check|data)|official (?:figures|numbers)|bureau",
        # Looking around, and what comes of it.
        r"from talking to|(?:what's|is|are) advertised|newspapers?|magazine"
        r"|from what i(?:'ve)? (?:hear|heard|read|seen|gather)|research(?:ed)?|homework|i(?:'ve"
        r"| have)? (?:looked|checked|asked|read|compared|googled) (?:\w+ ){0,2}?(?:around|up|into"
        r"|online|what|at what)|i(?:'ve)? looked|i(?:'ve)? checked (?:\w+ )?(?:sources|adverts|ads"
        r"|sites|pay)|i rang (?:\w+ )?agenc\w+",
        r"(?<!know\sthe\s)going rate|median|(?:is|was|are|were|earn|get|pays?"
        r"|it's) (?:[\w-]+ ){0,4}?on average|the average (?:pay|salary|wage|is|for|in)"
        r"|market (?:rate|says|value|pays|seems|is|data)|the market (?:pays|gives|offers)|(?:what"
        r"|how) (?:the )?(?:trade|industry|market|sector|field) pays?|the trade pays",
        # What living costs.
        r"cost of living|inflation|(?:with|what) (?:the )?rents?|rents? (?:alone|in|costs?|here"
        r"|are|being|and|these|now|has|have|is|going)|living costs?|(?:costs?|price) of (?:housing"
        r"|childcare|rent)",
        r"prices (?:in|are|have)|everything (?:got|has|costs)|groceries|(?:have|has) gone up"
        r"|(?:isn't|not) cheap|(?:is|so|very) expensive|(?:flat|apartment|room|nursery|childcare"
        r"|bread|petrol|fuel) (?:\w+ ){0,3}?costs?",
        # What others in the trade get or were told.
        r"(?<!told\sthe\s)(?<!told\syour\s)recruiters?|headhunters?|heard from"
        r"|on the same contract|(?:at|from) the (?:agency|job ?cent(?:re|er))",
        rf"{_NOT_ASKED}{_PEOPLE}(?:'s|'re)? (?:[\w']+ ){{0,9}}?(?:get|gets|got|make|makes|earn"
        rf"|earns"
        r"|is getting|are getting|is on|are on|was on|were on|on (?:about |around )?(?=\d"
        r"|[a-z]+(?:ty|een)\b|the same|that)|sits at|pulling|told me(?! to)|said(?! ask)"
        r"|say (?:you|it's|that)|have|had|started|start|(?:is|are) (?:\w+ )?(?:at|between"
        r"|somewhere|on))",
        rf"(?:my|a) {_PEOPLE}'s on|asked around",
        r"(?:says|said) (?:people|they|everyone|everybody|you)|(?:he|she) (?:says|said|told me"
        r"|is on)|(?:they|he|she)(?:'re|'s) on|doing this in \w+",
    )
)
"""Reasons that are not about the speaker: surveys, adverts, what others earn, what living costs."""
