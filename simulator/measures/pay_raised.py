"""Whether the candidate brings up their own pay, in an answer to some other question.

Pay is also what people work with ("I ran the payroll") and speak in ("it paid off"). So a sentence
counts where a phrase can hardly mean anything but one's own pay, or where a word of money is asked
about; and phrases in which the words mean something else are taken out before. Nobody can list all
the ways to come to it ("the flat got dearer, so I have to look around"): a judge reads the answer
as well.
"""

from collections.abc import Sequence

from simulator.judge import Judge
from simulator.measures.judged import sentences_that
from simulator.measures.phrases import any_of
from simulator.measures.running_text import WordSpan, running_text

PAY_FROM = 2.0
"""Log-odds from which a sentence brings up pay: of 3,700 ordinary ones nine come to as much."""

OTHER_MEANINGS = any_of(
    (
        # Figures of speech.
        r"(?:pay|pays|paid|paying) (?:\w+ )?(?:attention|a visit|tribute|respects?|heed|off"
        r"|the price"
        r"|people back|for (?:itself|themselves)|to look)",
        r"benefits? (?:of the doubt|when|from)|bonus (?:points?|questions?)|worth every penny",
        r"(?:earn\w*) (?:\w+ ){0,3}(?:trust|respect|degree|master's|certificate|reputation|place"
        r"|it)",
        r"(?:raise|raised|raises) (?:an? )?(?:concerns?|issues?|in|questions?|awareness|children"
        r"|my)",
        # Pay as a topic of the work.
        r"payroll|pay gap|wage bill|wage agreement|compensation claims?|housing benefit",
        r"(?:bonus|commission|pay|salary) (?:scheme|system|rise|plan)s? for the",
        r"(?:pay|paid|paying) (?:\w+ )?(?:invoices|bills|suppliers|customers|clients)",
        r"(?:software|sap|excel|system) for the (?:salaries|payroll|wages)",
        r"told them the salary|(?:were|was|been) paid late",
    )
)

OWN_PAY = any_of(
    (
        # What I get, or got.
        r"my (?:\w+ )?(?:salary|wages?|pay|paycheck|pay check|income|bonus|remuneration|take-home"
        r"|earnings|compensation|allowance|pension)",
        r"(?:the|a) (?:pay|paycheck|salary|wages?|money) (?:\w+ ){0,4}(?:doesn't|does not|didn't"
        r"|isn't|is not|matters|cover|low|poor|better|good|decent)",
        r"underpaid|under paid|overworked and paid|badly paid|poorly paid|minimum wage|pay cut",
        r"paid enough|earn(?:ing|ed)? (?:too little|not enough|so little)|reason (?:is"
        r"|was) (?:the )?"
        r"money|(?:cut|cancelled|took away) (?:our|my) (?:bonus|pay|salary|wages)",
        r"(?:haven't|have not|hadn't|never) (?:had|got|gotten|seen|received) an? (?:\w+ )?raise",
        r"(?:expect|want|ask for|asking for|get|have) an? (?:\w+ )?salary",
        r"(?:can't|cannot|couldn't|could not|hard to) live on",
        r"(?:i'm|i am|was) on less than|(?:all|only thing) i got was \w+ percent",
        r"(?:given|give|gave|got|get|asked for|promised) (?:me )?(?:an? )?(?:\w+ )?(?:raise"
        r"|pay rise)",
        # What I want.
        r"(?:more|enough|better|good|decent|extra) (?:money|pay|salary|wages?)(?! for (?:the|my))",
        r"(?:better|higher|more highly|well|fairly|properly) (?:paid|pay|paying|salary|wages?)",
        r"(?:higher|bigger|better|steady|regular|secure|stable) (?:income|salary|pay|wage"
        r"|paycheck)",
        r"(?:be|be finally|finally be|get|getting) paid(?! (?:late|to))|paid what i'm",
        r"(?:need|want|like|hope|going) to (?:be )?earn(?:ing)?|earning (?:accordingly|more|a bit)",
        r"(?:you|they) pay (?:more|better|well)|pays? (?:better|more|well)(?! (?:in|off))",
        r"salary (?:you|increase|expectation|in the ad)|money is (?:important|the|a)|(?:need"
        r"|about|for) the money",
        r"financial(?:ly)? (?:step|better|reasons?|stab\w+|improvement|security)",
        r"(?:discuss|talk about|negotiate) (?:\w+ )?(?:remuneration|salary|pay|money|compensation)",
        r"(?:enjoy|like|love|miss) (?:\w+ ){0,4}(?:commission|bonus|salary|pay ?check|paycheck"
        r"|cheque)",
        r"leaving (?:\w+ ){1,3}(?:wage|salary|pay|bonus) behind|be rewarded|match (?:it|my)",
        # Words that nearly always are about it.
        r"sign-on|signing bonus|thirteenth (?:salary|month)|take-home|in[- ]hand|ctc|remuneration",
        r"sick pay|holiday pay|pay rise|pay raise|time and a half|travel allowance",
    )
)

MONEY = any_of(
    (
        r"salary|salaries|wages?|pay|pays|paid|paying|paycheck|bonus(?:es)?|raises?|pension"
        r"|overtime pay|overtime|stock options|reimburse\w*|remuneration|company car|401k",
        r"how much (?:is it|would i|do i|will i|i would|i will|i'd|i'll|an hour|a month|a year|per)"
        r"|would i earn|i (?:would |will )?earn",
    )
)
"""Words of money; they count where somebody asks about them."""

PERHAPS_MONEY = any_of(
    (
        r"money|commission|packages?|benefits?|shares?|equity|expenses|insurance|health cover"
        r"|allowance|compensation|perks|profit sharing",
    )
)
"""Words that may mean something else; they count where somebody asks what there is for them."""

FOR_ME = any_of(
    (
        r"(?:do|would|will|could|can|should) i|for me|i get|i'd (?:get|have)|my level|my move|me",
        r"(?:you|company) (?:\w+ )?(?:offer|pay|give|provide|include)"
        r"|(?:are|is) there|on top|your (?:\w+ )?(?:compensation|package|benefits)",
        r"(?:the|question would be about the|about the) (?:money|package|benefits)",
    )
)

ASKED = any_of(
    (
        r"(?:do|does|will|would|can|could|should|is|are|have|has|what|what's|how|when|where|which) "
        r"(?:\w+ ){0,2}(?:you|your|i|my|the|there|it|this|that|people|we|about|much)",
        r"(?:i'd|i would) (?:like|love|be interested) (?:to know|to hear|in|if|to ask)",
        r"(?:my|a|another|one) question|wanted to (?:know|ask)|wondering|and with the|let me ask",
    )
)
NOT_ASKED = any_of(
    (
        # Told of others, or of work done.
        r"i (?:ran|handled|built|interviewed|negotiated|fought|saw|managed|organised|organized|did"
        r"|got|wrote|told|helped|made|kept|was responsible|presented)",
        r"(?:he|she|they|we|customers?|patients?|clients?|drivers?|cleaners|volunteers) (?:was|were"
        r"|got|had|lost|earned|paid|pay)",
        r"outsourced|cost for you|greatest benefit",
    )
)


def pay_raised(words: Sequence[str], judge: Judge | None = None) -> tuple[WordSpan, ...]:
    """The sentences in which the candidate speaks of their own pay, or asks about it, in order.

    Without a judge, those that the rules know.
    """
    return sentences_that("raises-pay", words, _known(words), judge, PAY_FROM)


def _known(words: Sequence[str]) -> tuple[WordSpan, ...]:
    said = running_text(words)
    found = []
    for first, last in said.sentences():
        if _raises(said.text[first:last]):
            found.append(said.words(first, last))
    return tuple(found)


def _raises(sentence: str) -> bool:
    sentence = OTHER_MEANINGS.sub("-", sentence)
    if OWN_PAY.search(sentence):
        return True
    asks = ASKED.search(sentence) or sentence.rstrip().endswith("?")
    if not asks or NOT_ASKED.search(sentence):
        return False
    for_me = PERHAPS_MONEY.search(sentence) and FOR_ME.search(sentence)
    return bool(MONEY.search(sentence) or for_me)
