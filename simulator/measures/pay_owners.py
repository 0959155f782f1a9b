"""Whose pay an amount is, from the phrases beside it: a wish, the speaker's pay so far, an offer.

The nearest phrase before an amount in its sentence tells (`CUES`), and a phrase right after it may
tell better ("53 now"). The phrases are of kinds: who is spoken of ("my old boss", "they", "we") and
what is said of the amount ("earn", "offered", "sold"). Whoever speaks of others, or of what was,
does not wish, so any subject but the speaker takes an amount away from the wishes.
"""

import re

from simulator.measures.pay_cues import CUES, Whose
from simulator.measures.phrases import loosely

_OF_AMOUNTS = loosely(
    (
        r"somewhere|anywhere|anything|something (?:like|from|around|between|in)|at least|at most"
        r"|in the (?:region|area|ballpark|order) of|north of|upwards of|no (?:more|less) than",
    )
)
"""Wishes only where nobody is spoken of right before them."""

_BEFORE = [(whose, loosely((phrase,))) for whose, phrases in CUES.items() for phrase in phrases]
"""One by one, as the end of one may be the beginning of another: "I'd never ... more than"."""

_AFTER: dict[Whose, re.Pattern[str]] = {
    "past": loosely(
        (
            r"(?<!by\s)now|as we speak|at the moment|today|currently|when (?:i|she|he) (?:joined"
            r"|started|left|came)",
            r"(?:in|at|with) (?:my|the) (?:old|last|previous|former|first)|in those days"
            r"|at the time|last (?:spring|summer|autumn|fall|winter|year)"
            r"|(?<!round\s)(?<!in\s)(?<!up\s)there(?!'s| is| are| was)|back then|these days"
            r"|at present",
        )
    ),
    "wish": loosely(
        (
            r"is my number|i'd (?:sign|say (?:thank|yes)|stay|come|start|say yes|accept|shake)"
            r"|(?:is|are|'s|sounds|feels) (?:okay|ok|fine|good|enough|alright|right) (?:for|by"
            r"|with|to) me|(?:suits|works for) me|is what i'd (?:like|need|want|take)|(?:is what "
            r"|what )?i'm after|or above|i want|would (?:do|be|suit|make)|'s alright|it is",
        )
    ),
    "no_pay": loosely((r"(?:is|was|were) (?:when|the (?:age|time|weight|price))|each way",)),
    "part": loosely(
        (
            r"(?:over|under|above|below)(?= or|[.]|$)|more(?! than| towards?| like| or less)|extra"
            r"|on top|(?:in )?bonus(?:es)?|in (?:shares|stock|tips)",
        )
    ),
}
"""Phrases right after an amount (a word may stand between); they weigh more than those before."""

_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_CLAUSE_END = re.compile(r"[.?!;,]|\b(?:and|but|so)\b", re.IGNORECASE)
_CLAUSE_BEGINS = re.compile(r"(?:[,;:]|\b(?:and|but|so|well|honestly))\s+$", re.IGNORECASE)
_IS_SPOKEN_OF = re.compile(
    r"\s*(?:(?:is|'s)\s+(?!what\s+(?:i|he|she|they)(?:\s+(?:get|have|got|had|earn|make|made)"
    r"|'(?:ve|d)\s+(?:got|had)))|(?:would|seems?|sounds?|feels?|suits?|works?)\b)",
    re.IGNORECASE,
)
"""An amount that a clause begins with and says something of is what the speaker thinks of."""
_HAPPENS = re.compile(
    r"\s*(?:would|will) (?!(?:\w+ )?(?:be|do|suit|make|work|feel|seem|sound|cover|keep|get|satisfy"
    r"|please|help|put|let|bring|seal|allow|have|fit|sit|match|give|take|buy|cut|mean|see"
    r"|convince)\b)\w+|[,\s]*(?:i'?d (?:guess|say)[,\s]*)?(?:was|were)\s+(?!what\b|my\b|in my\b)"
    r"|\s*(?:i'?d|i'?ve)\s+\w+ed\b|\s*(?:came|went|stood|sat|died|lived|attended|turned up"
    r"|showed up|signed up)\b|\s*i (?:was|had|did|went|lived|worked)\b",
    re.IGNORECASE,
)
"""Things that are counted do or were it, and no pay: "seventy to eighty would come"."""
FARTHEST = 200
"""So many characters before an amount are looked at: recognisers may leave out all full stops."""
MOST_BETWEEN = 2
"""So many spaces may stand between an amount and the phrase after it."""


def whose_pay(before: str, after: str) -> Whose | None:
    """Whose an amount is with these texts before and after it; None where no phrase tells."""
    told, close = _phrase_before(before)
    if _HAPPENS.match(after):
        return "no_pay"
    tells_better = _phrase_after(after)
    if told == "wish" and close and tells_better != "part":
        return told  # "I want sixty now"
    if _CLAUSE_BEGINS.search(before) and _IS_SPOKEN_OF.match(after):
        return "wish"  # "... we did the sums, and forty is what we need"
    return tells_better or told


def wished(before: str) -> bool:
    return _phrase_before(before)[0] == "wish"


def sentence_before(before: str) -> str:
    """What the last sentence of a text says so far, as far back as it matters."""
    near = before[-FARTHEST:]
    ends = [match.end() for match in _SENTENCE_END.finditer(near)]
    return near[ends[-1] if ends else 0 :]


def _phrase_before(before: str) -> tuple[Whose | None, bool]:
    """What the last phrase of the sentence tells, and whether the amount follows it at once."""
    sentence = sentence_before(before)
    said = [
        (match.end(), len(match.group()), whose)
        for whose, phrase in _BEFORE
        for match in phrase.finditer(sentence)
    ]
    if not said:
        return None, False
    end, length, whose = max(said)
    if _OF_AMOUNTS.fullmatch(sentence, end - length, end):
        # "The damage was somewhere around": what comes right before such words tells more.
        nearer = [cue for cue in said if end - length - 2 <= cue[0] <= end - length]
        whose = max(nearer)[2] if nearer else whose
    return whose, not sentence[end:].strip()


def _phrase_after(after: str) -> Whose | None:
    end = _CLAUSE_END.search(after)
    clause = after[: end.start()] if end else after
    for whose, phrases in _AFTER.items():
        match = phrases.search(clause)
        if match and clause[: match.start()].count(" ") <= MOST_BETWEEN:
            return whose
    return None
