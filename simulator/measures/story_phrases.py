"""Phrases that give away a part of a story, and what makes one particular."""

from simulator.measures.phrases import any_of

_DID = (
    r"asked|told|called|rang|went|wrote|made|built|took|put|gave|sat|spoke|talked|listened|showed"
    r"|brought|bought|set|ran|drove|got (?:the|a|everyone|everybody|them|him|her|my)|held|sent|cut"
    r"|stood|began|started|found|let|met|kept|read|taught|drew|split|stayed|said|did|paid|chose"
    r"|left"
    r"|hired|fought|slept|learned|came|swapped|led|spent|sold|rode|rewrote|redid|dug|woke"
)

TASK = any_of(
    (
        r"(?:my|our|the) (?:\w+ )?(?:job|task|role|responsibility|goal|aim|target|mission|brief"
        r"|duty"
        r"|assignment|order|plan|deadline|challenge) (?:was|were|is|to)",
        r"(?:i|we) (?:\w+ )?(?:had to|have to|needed to|must|should|was to|were to|were supposed to"
        r"|was supposed to|was expected to|was meant to|were meant to)",
        r"(?:i|we) (?:was|were|got|had been|'d been) (?:\w+ )?(?:asked|told|given|responsible|in"
        r" charge|sent|hired|assigned|put in charge)",
        r"(?:fell|was up|came down|was left) to (?:me|us)|target they gave|\w+"
        r" (?:wanted|asked|told|needed) (?:me|us) to|it was (?:my|our) job|(?:who|that) had to"
        r"|had to be|the goal was|wanted to have",
    )
)
"""What had to be done, and whose job it was."""

ACTION = any_of(
    (
        rf"(?:i|we) (?:\w+ly |then |also |just |finally |first |only |even |always "
        rf"|never )?(?:{_DID})",
        r"(?:i|we) (?:\w+ly |then |also |just |finally |first )?(?!need|want|lik|hop|happen"
        r"|learn|fail"
        r"|enjoy|work(?:ed)? (?:for|as|in|at)|liv|manag(?:ed)? a|struggl|supervis|notic|inherit"
        r"|join)"
        r"[a-z]+ed",
        # Had it done.
        r"(?:i|we) had (?:the|it|them|each|every|all|him|her) (?:\w+ ){0,2}(?:\w+ed|cut|built"
        r"|made|done)",
    )
)
"""What the speaker did."""

OUTCOME = any_of(
    (
        # Said to be one.
        r"(?:the|one) (?:result|outcome|upshot|end result|effect) (?:was|is|being)|as a (?:result|"
        r"consequence)(?! of)|the consequence|in consequence|(?:what )?came (?:out )?of it|paid off"
        r"|it worked|(?:did not|didn't|never) (?:work|help|manage|succeed|come off)|sorted (?:it"
        r"|that) out"
        r"|worked out|pa(?:id|yed) for itself|stood still|turned out|ended (?:up|with)"
        r"|in the end (?!i|so)|that's how|thanks to that",
        # What changed, by how much.
        r"(?:went|fell|dropped|rose|grew|climbed|came|sank|increased|decreased|improved|jumped|got)"
        r" (?:down |up |back )?(?:from \w+|by (?:a |an |over |about )?\w+"
        r"|to (?:\w+ ){0,2}(?:percent"
        r"|minutes|days|hours|weeks|a week|a month))|doubled|tripled|halved|(?:went|down|up) from",
        r"(?:fewer|less|more|better|faster|higher|lower) (?:\w+ ){0,3}than (?:before|ever|the year)"
        r"|instead of (?:every|once|\w+ (?:days|weeks|hours|minutes))|percent (?:less|more|fewer)",
        r"(?:no|not (?:one|a single)|zero|nobody|never|none) (?:\w+ ){0,6}(?:again|since|since then"
        r"|any more|came back|ever|lost|missed)|no longer|not any more|to this day|until today"
        r"|ever since|since then|since that day|these days",
        # Done, in time or not.
        r"(?:on|in|before|ahead of) (?:time|schedule)|under budget|(?:we|they|he|she|it"
        r"|i) (?:\w+ )?"
        r"(?:passed|failed|won|lost|survived|finished|opened|sold out|missed|saved|cleared"
        r"|succeeded"
        r"|managed to|made it)|it (?:only )?took (?:us |me )?\w+(?! to)|closed the case"
        r"|(?:was|were) (?:fine|saved|safe|happy|delighted|thrilled|back|solved|finished|done|gone)"
        r"|got (?:his|her|their|its) \w+ back|we got (?:\w+ )*?(?:\d+|hundred|thousand|forty"
        r"|fifty)",
        r"(?:every|each|all) (?:\w+ ){1,4}(?:gets|uses|has|follow|use|get) (?:that|it|this|now)",
        r"by (?:easter|christmas|summer|spring|autumn|friday|monday|the end|six|june|july"
        r"|may) (?:\w+"
        r" ){1,4}(?:was|were|had|could|did)|(?:saved|cost|won|lost|earned|brought) (?:us|me"
        r"|the \w+) ",
    )
)
"""What can hardly be anything but an outcome."""

REACTION = any_of(
    (
        r"thanked|thank you|congratulated|praised|promoted|recommended|applauded|clapped|hugged"
        r"|shook (?:my|our) hand|apologi[sz]ed|signed (?:again|up|the)|came back"
        r"|said (?:\w+ )?(?:later"
        r"|that it|afterwards)|(?:never|had never) seen|put me on|offered me|asked me to (?:stay"
        r"|lead"
        r"|do it)|gave (?:me|us) (?:a|the) (?:award|prize|raise|contract|job)"
        r"|got the (?:contract|job"
        r"|deal|order|licence)|are friends|voted for",
        r"(?:gave|awarded) (?:\w+ ){1,3}to (?:us|me)|still (?:use|uses|works?|have|has|drives?"
        r"|there)"
        r"|stayed with (?:us|me)|put their names? down|(?:he|she|they|who) (?:left|resigned|quit)",
        r"nobody (?:was|got) (?:hurt|injured)|the next (?:morning|day) (?:they|he|she|the"
        r"|everybody)",
    )
)
"""How people took it: an outcome where it is not the speaker who did it."""

SITUATION = any_of(
    (
        r"when i (?:came|started|joined|arrived|took|got|first)|before i (?:came|joined|started)"
        r"|there"
        r" was (?:a|an|this|one)|there were|the year before|had (?:fallen|dropped|risen|lost|gone"
        r"|broken|been|just|already|resigned|left|refused|died|increased|never (?:had|been))"
        r"|(?:we|i|they)'d had"
        r"|'d (?:lost|won|increased|been|gone)|as a result of the|was the situation|used to"
        r"|they were"
        r"|in (?:my|our) (?:previous|last|old|former|first) (?:company|job|place|team|week)",
    )
)
"""How things stood at the beginning."""

NOT_YET = any_of(
    (
        r"hop(?:e|ed|ing|es)|would (?:like|love|hope)|will (?:see|be|know)|should be|we will"
        r"|going to"
        r"|wanted to have|if it goes|plan(?:s|ning)? to|want(?:ed)? (?:him|her|them|it) to|expect",
        r"that was the target|my aim was",
    )
)
"""Wished, not told."""

GENERAL = any_of(
    (
        r"usually|normally|generally|in general|typically|always|often|every time|whenever",
        r"i'm (?:a|an|the|very|good|someone)|i am (?:a|an|very|good|someone)|i (?:like|love|believe"
        r"|try|think|would|tend|prefer)|i'd (?:first|always|say|try)|you (?:learn|have to|need"
        r"|should"
        r"|can|must|know)|that kind of|good experience|my example|success story|ask anyone",
    )
)
"""What one does, not what one did."""

TIME = any_of(
    (
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august"
        r"|september|october|november|december|(?:last|that|one|this) (?:year|summer|spring|autumn"
        r"|winter|fall|month|week|morning|night|evening|day)|christmas|easter|black friday"
        r"|yesterday"
        r"|ago|in the (?:first|second|third) (?:week|month|year|quarter)|the (?:night|day|week"
        r"|year)"
        r" before|when i (?:was|started|came|joined)|(?:19|20)\d\d|at (?:night|noon|midnight)",
    )
)

PLACE = any_of(
    (
        r"(?:at|in|on|from|to) (?:the|our|my|a|an) (?:\w+ )?(?:office|shop|store|ward|hospital"
        r"|kitchen"
        r"|school|factory|plant|warehouse|hotel|clinic|branch|site|bank|restaurant|depot|garage"
        r"|harbour|port|church|library|village|town|city|lift|bar|workshop|lab|laboratory|station"
        r"|airport|bakery|farm|university|college|museum|theatre|gym|hall|call centre|department)",
    )
)
