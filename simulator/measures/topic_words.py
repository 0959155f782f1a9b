"""Words that give away what a question is about, for the topics that most sets have.

A model of meaning knows how sentences resemble each other, but not that "report straight to you" is
about the team. A topic of a set has the words that stand here under its id; one with an id of its
own is told by its examples alone.
"""

from collections.abc import Mapping

from simulator.measures.phrases import Pattern, any_of

TOPIC_WORDS: Mapping[str, Pattern] = {
    "culture": any_of(
        (
            r"culture|atmosphere|vibe|mood|spirit|values|politics|political|hierarch\w+|climate",
            r"humou?r|fun|celebrat\w+|lunch together|go for (?:lunch|a drink|drinks)|socialise"
            r"|after work|dress code|jeans|first names?|part(?:y|ies)|open door|traditions?",
            r"mistakes?|conflicts?|disagree\w*|say no|speak up|criticism|stress\w*|pressure"
            r"|burn ?out|work[- ]life|divers\w+|decisions? (?:get |are |is )?made|trust",
            r"keeps? you|like (?:about|best|most|working)|enjoy|proud of|love about"
            r"|what (?:is it|it is|it's) like to work|friendly|comfortable|welcome\w*|treated?",
        )
    ),
    "team": any_of(
        (
            r"team|colleagues?|co-?workers?|crew|squad|boss|supervisor|line manager|predecessor"
            r"|deputy|assistants?|apprentices|juniors",
            r"report (?:straight |directly )?to|reporting to|answer to|who (?:else|leads|would i"
            r"|will"
            r" i|do i|does|is in charge|am i|runs|are)|whom",
            r"(?:work|get) (?:along|together)|people (?:i'd|i would|i'll|around me|on my|in my)",
            r"sit(?:ting)? (?:next to|with|beside)|the others|some of the others|the only|anybody"
            r" else|anyone else|somebody else|other (?:nurses|developers|people|women|men)",
            r"how many (?:people|of us|of you|colleagues|are (?:on|in|there)|others|nurses"
            r"|developers"
            r"|do you|would be)|how long have (?:the|they|people|most)|turnover|stay with"
            r"|people stay",
        )
    ),
    "daily-work": any_of(
        (
            r"(?:typical|normal|usual|average|ordinary) (?:\w+ )?(?:day|week|monday|shift|morning)",
            r"through a shift|day[- ]to[- ]day|daily|routine|walk me through|a day in|my day"
            r"|morning|the rounds",
            r"software|tools?|machines?|equipment|programs?|systems?|excel|computers?|languages?"
            r"|laptop|kit|tech(?:nology)? stack|forklift",
            r"tasks?|duties|paperwork|reporting|cold call\w*|ordering|projects?|cases|responsibilit"
            r"\w+|responsible for|hand me|give me first|start me on",
            r"(?:would|will|do) i (?:also |really |actually |mostly )?(?:be (?!able|allowed|paid"
            r"|based"
            r"|working from|the)\w+ing|do|see|work on|have to (?:do|write|drive|call|travel))",
            r"how many (?:patients|clients|customers|calls|children|pupils|guests|tables|orders)"
            r"|how much of (?:my|the) (?:time|day|week|job|work)|(?:jobs|orders|work) come in",
        )
    ),
    "expectations": any_of(
        (
            r"expect\w*|success\w*|perform\w*|measured?|judged?|evaluat\w+|apprais\w+|feedback"
            r"|kpis?",
            r"(?:hardest|toughest|most difficult|trickiest|biggest|main) (?:part|thing|obstacle"
            r"|challenge|hurdle|problem)? ?(?:about|of|for|in)? ?(?:this|the)? ?(?:job|role|me"
            r"|a new"
            r"|new|somebody|newcomer)?|obstacle|struggle\w*|go(?:es)? wrong|fail\w*|hard for",
            r"good (?:first )?(?:year|quarter|month|job|start|week)|right (?:choice|decision"
            r"|person)",
            r"(?:skills?|qualities|strengths|traits) (?:\w+ )*?(?:look|need|matter|important"
            r"|value)",
            r"first (?:\w+ )?(?:months?|days|weeks|ninety|90|hundred)|up to speed|productive|alone"
            r"|do(?:ne)? differently|achieve\w*|reach|best person|ideal|prove|new starter|newcomer",
        )
    ),
    "advancement": any_of(
        (
            r"train(?:ed|ing)?|courses?|career|promot\w+|move up|moving up|moving into|senior|learn"
            r"|learning|mentor\w*|coach\w*|ladder|dead end|degree|master's|certificat(?:e"
            r"|ion)s? paid"
            r"|cpd|qualifi\w+|conferences?|seminars?|workshops?|further education|study|studies",
            r"advance\w*|develop (?:myself|further|me)|development|growth|grow|opportunit\w+"
            r"|possibilities|perspective|prospects|lead (?:to|in)|end up|next step for me"
            r"|one day|later on|in five years|another (?:department|country|site)|other countries",
        )
    ),
    "business-goals": any_of(
        (
            r"strateg\w+|goals?|aims?|targets?|market|competit\w+|priorit\w+|invest\w*|revenue"
            r"|turnover of the company|profit\w*|funding|order book|expand\w*|expansion|merg\w+"
            r"|sold"
            r"|go public|chief executive|ceo|board|head office plans|number one|vision|mission",
            r"(?:the )?(?:company|business|firm|department|bank|hospital|group|trust|region"
            r"|industry)"
            r"(?:'s)? (?:\w+ ){0,3}(?:in|going|heading|doing|year|come|plans?|stand)",
            r"(?:plan|planning|want|intend|going) to (?:\w+ )?(?:open|grow|expand|sell|close|hire"
            r"|deal with|launch|build)|new (?:branches|stores|products?|markets?|customers|shops)",
            r"(?:which|what) (?:customers|clients|markets|products)|last year|next year|this year"
            r"|online|worr(?:y|ies|ied)|keeps you (?:up|awake)|quarter|crisis|economy|branches"
            r"|the (?:\w+ )?plan|growth (?:in|come|is|of)",
        )
    ),
    "pay": any_of(
        (
            r"what (?:do|would|will) i get|salar\w+|pay|pays|paid|paying|bonus(?:es)?|commission"
            r"|benefits?|pension|insurance"
            r"|holidays?|vacation|annual leave|days off|sick pay|raises?|wages?|perks?|gym"
            r"|company car"
            r"|overtime|allowance|pay scale|scale|grade|expenses|money|shares?|stock|401k|discount"
            r"|thirteenth|reimburse\w*|lunch vouchers?|package|remuneration|compensation|earn"
            r"|commute"
            r"|parental leave|maternity",
        )
    ),
    "logistics": any_of(
        (
            r"next steps?|what happens (?:next|now|after)|hear (?:from|back)|let me know|decide"
            r"|decision|making up your mind|when (?:would|could|can|will|do|should) (?:i|you|we)",
            r"(?:start|starting|begin) (?:date|in|on|at|straight)|begin|working hours|hours|shifts?"
            r"|weekends?|nights?|part[- ]time|full[- ]time|flexible|flexitime|overtime hours",
            r"from home|home office|remote\w*|hybrid|in the office|office days|where (?:exactly )?"
            r"(?:would|will|is|am) (?:i|the)|based|location|parking|bus|train station|by car|a car"
            r"|get (?:here|there|out here)|relocat\w+|move house",
            r"notice period|contract|probation|permanent|certificates|documents?|papers|references"
            r"|candidates|people to see|interviews?|trial day|second round|application|visa|permit",
        )
    ),
}
