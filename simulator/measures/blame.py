"""Harsh sentences about others, and a softer way to begin each.

Rules know three kinds of words: what somebody is called ("incompetent"), what is said of bad things
("a joke", "a disaster"), and deeds that are told as somebody's fault ("lied to us"). All need a
target in the sentence: who "made a mess" of something themselves blames nobody, and neither does a
storm. There are more ways to be harsh than any table holds, so what was `learnt` tells as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.judge import Judge
from simulator.measures.judged import sentences_that
from simulator.measures.phrases import any_of
from simulator.measures.running_text import WordSpan, running_text

HARSH_FROM = 3.0
"""Log-odds from which a sentence is harsh: of 3,700 ordinary ones eleven come to as much."""

Target = Literal["the listener's company", "a failure", "a person", "a former employer"]

ABUSE = any_of(
    (
        r"incompetent|clueless|useless|idiots?|idiotic|moron\w*|morons|stupid|dumb|imbeciles?"
        r"|fools?"
        r"|lazy|lazybones|liars?|crooks?|cowards?|bull(?:y|ies)|tyrants?|dictators?|psychopaths?"
        r"|narcissists?|control freaks?|slave drivers?|a witch|jerks?|arseholes?|assholes?"
        r"|bastards?"
        r"|a drunk|drunkard|lunatics?|muppets?|ignorant|arrogant|corrupt|bunch of (?:\w+ )?clowns"
        r"|toxic (?:boss|manager|culture|atmosphere|workplace|environment|team|place|people)"
        r"|unprofessional|amateurs?|amateurish|two-faced|greedy|spineless|hopeless|dishonest",
    )
)
"""What somebody is called."""

BAD = any_of(
    (
        r"a (?:\w+ )?(?:joke|disaster|disgrace|catastrophe|nightmare|mess|shambles|scandal|farce"
        r"|circus|zoo|madhouse|sweatshop|dump|insult|waste of \w+)|garbage|rubbish|trash|crap|shit"
        r"|pathetic|terrible|horrible|awful|dreadful|appalling|atrocious|ridiculous|laughable"
        r"|embarrassing|disgusting|shameful|disgraceful|lousy|miserable|ugly|worst|third-rate"
        r"|second-rate|hideous|abysmal|unusable|outrageous|ruined|chaos",
    )
)
"""What is said of something bad, of weather and illness too."""

DEEDS = any_of(
    (
        # Left undone.
        r"(?:never|not|don't|doesn't|didn't|did not|wouldn't|couldn't"
        r"|can't) (?:\w+ ){0,2}(?:listen\w*"
        r"|cared?|give a damn|give a|his share|her share|their share|lift a finger|bother\w*|manage"
        r"|know what|even (?:know|sorry|say)|have a clue|pull (?:his|her|their) weight|do (?:his"
        r"|her"
        r"|their) (?:job|share|work)|did (?:his|her|their) (?:job|share|work))",
        r"(?:had|has|have|with) (?:absolutely |really )?(?:no|zero"
        r"|not the slightest) (?:\w+ )?(?:idea"
        r"|clue|vision|plan|backbone|respect|manners|interest in)|sat on (?:their|his|her) hands"
        r"|looked the other way|couldn't care less|didn't care",
        # Done to others.
        r"lied|lie to|cheated?|stole|steals?|betrayed|threw (?:\w+ )?under the bus|stabbed"
        r"|backstab\w*"
        r"|let (?:us|me|everyone|everybody) down|screwed|messed (?:\w+ )?up|mess(?:ed)? up|ruined"
        r"|wrecked|sabotaged|bullied|shouted at|screamed|humiliated|exploited|ripped|took credit"
        r"|takes credit|broke (?:his|her|their|every) (?:promises?|word)|favourites|favorites"
        r"|go to hell|killed the|drove (?:\w+ )+(?:into the ground|away)",
        r"ran (?:\w+ )+into the ground|treat(?:s|ed)? (?:us|me|people|staff|\w+ people) (?:like"
        r"|badly)",
        r"only care[ds]? (?:about|for)|(?:was|were|is|are) (?:so |very |really )?rude|filthy",
        # Whose fault it was.
        r"fault (?:lies|is|was) with|(?:else's|their) mess|if (?:\w+ ){1,4}had done (?:his|her"
        r"|their)"
        r" job|it was (?:him|her|them) who|badly (?:run|managed|led)|hopeless lot",
        r"(?:whose|his|her|their|your|entirely|all|only) (?:\w+ )?fault|fault of|(?:is|are|was"
        r"|were)"
        r" to blame|blame (?:my|the|them|him|her)|it was all down to|thanks to (?:a|my|the|our"
        r"|some)"
        r"|because of (?:my|the|our|their|his|her) (?:boss|manager\w*|colleagues?|bad|poor|stupid)"
        r"|the (?:\w+ )?problem (?:was|is) (?:my|our|the|with|him|her) (?:\w+ )?(?:boss|manager|"
        r"colleagues?|management|supervisor|director|team)|should (?:be|have been) fired|i'd fire"
        r"|(?:terrible|bad|awful|poor) (?:reputation|management|leadership)",
        # Only a fool would.
        r"whoever (?:\w+ )+|made by somebody who|somebody who's never|charged \w+ \w+ and",
    )
)

PEOPLE = any_of(
    (
        r"(?:\w+ )?(?:boss|bosses|managers?|management|manageress|supervisors?|directors?|board|ceo"
        r"|owners?|chiefs?|chairman|chairwoman|head|leads?|foreman|team|colleagues?|co-workers?"
        r"|coworkers?|staff|people|woman|man|guys?|agency|consultants?|engineers?|sales|drivers?"
        r"|nurse|doctors?|teachers?|principal|office|department|hr|accountants?|company|firm"
        r"|employer|predecessor|suppliers?|customers?|clients?|it guys|government|council)",
        r"he|he's|she|she's|they|they're|they'd|those|whoever|nobody there|everybody there|you"
        r"|you're",
        r"you've|your|his|her|their",
    )
)
THINGS = any_of(
    (
        r"website|site|apps?|products?|services?|menu|food|canteen|adverts?|ads?|forms?|training"
        r"|software|shops?|stores?|organi[sz]ation|culture|atmosphere|reputation|systems?|process"
        r"|planning|leadership|communication|place|design|logo|packaging|support|hotline|strategy",
    )
)
NO_ONES_FAULT = any_of(
    (
        r"storms?|weather|disease|illness|cancer|virus|pandemic|flood|earthquake|winter|crash|pain"
        r"|recession|accident|smell|traffic|disaster recovery|complaints department",
        # Of oneself, or said to the speaker.
        r"(?:i|i'm|i'd|i've) (?:was|am|made|had|felt|feel|did|failed|messed|became|look\w*)"
        r"|idiot that i am|my own|called me|(?:lazy|stupid|dumb|useless) (?:answer|question"
        r"|idea of)",
        # Meant well.
        r"the kids loved|loved (?:him|her|it)|like your|not (?:a|so) (?:bad|terrible)",
    )
)
"""What takes the harshness from a harsh word in the same sentence."""

SOFTER: dict[Target, str] = {
    "the listener's company": "One place where I see room is ...",
    "a failure": "Looking back, what would have helped us is ...",
    "a person": "We saw it differently: what I would have needed was ...",
    "a former employer": "What I was missing there, and look for now, is ...",
}
"""Brief on the difficulty, no culprit, forward."""

_LISTENER = any_of((r"your|you|you're|you've|what would i change|i'd change|i'd fire",))
_FAILURE = any_of(
    (r"fault|to blame|blamed?|went wrong|failed|down to|thanks to|we lost|let us down",)
)
_PERSON = any_of(
    (
        r"he|he's|she|she's|his|her|my (?:\w+ )?(?:boss|supervisor|manager|colleague|lead|director)"
        r"|(?:the|our) (?:\w+ )?(?:boss|supervisor|manager|colleague|nurse|director|foreman|owner)",
    )
)


_ADDRESSES_NOBODY = re.compile(r",? ?\byou (?:know|see)\b,?", re.IGNORECASE)
"""Fillers in which "you" is nobody."""


@dataclass(frozen=True, slots=True)
class Blame:
    """A harsh sentence: its words, and another way to begin it.

    `softer` ends in "..."; it is chosen by whom the sentence is about.
    """

    span: WordSpan
    softer: str


def blame(words: Sequence[str], judge: Judge | None = None) -> tuple[Blame, ...]:
    """The harsh sentences of an answer, in order. Without a judge, those that the rules know."""
    found = sentences_that("blames", words, _known(words), judge, HARSH_FROM)
    return tuple(
        Blame(span, SOFTER[_target(running_text(words[slice(*span)]).text)]) for span in found
    )


def _known(words: Sequence[str]) -> tuple[WordSpan, ...]:
    said = running_text(words)
    return tuple(
        said.words(first, last)
        for first, last in said.sentences()
        if _by_words(_ADDRESSES_NOBODY.sub(" ", said.text[first:last]))
    )


def _by_words(sentence: str) -> bool:
    if NO_ONES_FAULT.search(sentence):
        return False
    people = PEOPLE.search(sentence)
    if DEEDS.search(sentence) or ABUSE.search(sentence):
        return people is not None
    return bool(BAD.search(sentence) and (people or THINGS.search(sentence)))


def _target(sentence: str) -> Target:
    if _LISTENER.search(sentence):
        return "the listener's company"
    if _FAILURE.search(sentence):
        return "a failure"
    return "a person" if _PERSON.search(sentence) else "a former employer"
