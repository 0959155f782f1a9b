"""Phrases about pay that hold no amount: asking back, refusing, reasons from research."""

from simulator.measures.phrases import any_of

ASKS = any_of(
    (
        # "What is the range?", "Which band would that be?"
        r"(?:what|which)(?: is|'s| are|'re) (?:the|your|a) (?:\w+ )?(?:range|budget|band|bracket"
        r"|pay|salary|rate|scale)",
        r"what (?:\w+ ){0,3}(?:range|budget|band|bracket|salary|scale|pay)",
        # "How much do you usually pay?", "what have you put aside for it?"
        r"(?:what|how much) (?:do|would|did|does|are|have|had) (?:\w+ ){0,4}(?:pay|offer|start|get"
        r"|budgeted|budget|set aside|put aside|thinking|have in mind|earn|make)",
        r"what (?:you've|you have|have you|did you|you) (?:\w+ )?(?:budget(?:ed)?|put aside"
        r"|set aside|planned|in mind)",
        r"is there (?:a|some|any) (?:\w+ )?(?:pay scale|band|range|budget|scale|bracket|figure)",
        # "Could you tell me the range first?"
        r"(?:tell|give) me (?:\w+ )?(?:range|ballpark|budget|band|idea|number|figure)",
        r"(?:say|know|tell me) what the (?:\w+ )?(?:budget|range|band|pay|salary) is",
    )
)
"""What the post usually pays, or what is budgeted for it."""

REFUSES = any_of(
    (
        # Later, or somebody else first.
        r"prefer|(?:rather|sooner|like to) (?:not|hear|leave|wait|talk|keep|discuss)",
        r"come back to (?:that|this|it)|thought it through",
        # No number.
        r"(?:wouldn't|won't|couldn't|can't|don't) (?:\w+ ){0,4}(?:pin|commit|put a|say|tell|name)",
        r"(?:not|never|no) (?:\w+ ){0,4}(?:number|figure|amount)",
        # Anything will do.
        r"negotiable|open|flexible|relaxed|whatever|i'm easy",
        r"up to you|trust you|find something|be fair|never (?:had to ask|argued)",
    )
)
"""No wish in an amount. Looked for last: "80k, flexible" is a figure."""

RESEARCH = any_of(
    (
        # Where figures are published.
        r"glassdoor|payscale|stepstone|indeed|linkedin|hays|robert walters|salary\.com|levels fyi",
        r"salary sites?|surveys?|adverts?|advertisements?|job ads?|listings?|postings?|statistics",
        r"bls|union|chamber|guide|collective agreement|publishes|(?:piece|article) on pay",
        # Looking around, and what comes of it.
        r"research(?:ed)?|homework|i (?:looked|checked|asked|read) (?:\w+ )?(?:around|up|into)",
        r"going rate|median|on average|the average|market (?:rate|says|value)",
        # What living costs.
        r"cost of living|inflation|(?:with|what) (?:the )?rents?|rents? (?:in|costs?|here|are)",
        r"prices in|everything got|groceries",
        # What others in the trade get or were told.
        r"recruiters?|headhunters?|heard from|on the same contract",
        r"(?:colleagues?|mates?|friends?|people i|people on|girls|teachers|others|everyone"
        r"|everybody) (?:\w+ ){0,9}?(?:get|gets|make|makes|earn|earns|is on|are on|sits at"
        r"|told me|said|have)",
        r"(?:he|she) (?:says|said|told me|is on)",
    )
)
"""Reasons that are not about the speaker: surveys, adverts, what others earn, what living costs."""
