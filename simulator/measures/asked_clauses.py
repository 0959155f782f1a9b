"""Clauses that ask something, in what a candidate says: where each is, and how it asks.

Recognisers leave question marks and full stops out, so a question is told by how it begins: "what
would", "is there", "I was wondering". Statements that begin like one ("what motivates me is") and
questions that are only told of ("I had one about pay") are none.
"""

import re
from dataclasses import dataclass

from simulator.measures.phrases import any_of
from simulator.measures.running_text import RunningText

_AUX = r"(?:do|does|did|would|wood|will|can|could|should|may|might|have|has|had|is|are|was|were|am)"
_SUBJECT = (
    r"(?:i|you|we|they|he|she|it|there|this|that|these|those|the|a|an|my|your|our|their|somebody"
    r"|people|everyone|everybody|anybody|anyone|someone|some|any|most|part|new|nobody|sick|overtime"
    r"|running|all|both|one|working|taking)"
)
_WH = r"(?:what|which|how|who|whom|whose|where|when|why)"

_INVERTED = any_of(
    (
        # "What does", "how's", "who are", "why is".
        rf"{_WH}(?:'s|'re|'d|'ll| {_AUX})(?! (?:i came|it comes|me))",
        # "Which software do you", "how many patients would I", "what kind of machines are on".
        rf"(?:which|what|how|whose) (?!i |we |you |they |it |he |she |a |an |motivates|matters|me)"
        rf"(?:(?!me |is )\w+ ){{1,8}}?{_AUX} (?!what |that )\w+",
        rf"(?:where|when|why) (?:exactly|else|then|normally|usually|in \w+) {_AUX}",
        # The subject is asked for: "who leads it", "what happens", "which skills matter".
        r"who (?:else|leads|decides|runs|makes|gets|got|pays|does|takes|trains|works|looks)",
        r"what (?:happens|makes|keeps|worries|goes|comes|training|kind|sort|else)",
        r"which (?:of (?:the|your|these) )?\w+ (?:matters?|counts?|comes?|needs?|goes)",
        r"how (?:come|about)|what about|and why|why not",
    )
)
"""Forms that ask wherever they stand."""

_AT_BEGINNING = re.compile(
    rf"(?:{_AUX}(?:n't)? {_SUBJECT}|any (?:chance|idea|plans|other)"
    r"|(?:is|are) \w+ (?:the|a|in|paid|included|shared|possible|allowed|required|free|available"
    r"|covered|normal)"
    rf"|(?:does|do|did|has|will) (?:\w+ ){{1,3}}(?:start|pay|count|come|cover|have|get|work|go)"
    rf")\b",
    re.IGNORECASE,
)
"""Forms that ask at the beginning of a clause."""

_COVER = any_of(
    (
        # A request that covers a question.
        r"(?:could|can) you say|(?:could|can|would|will) you (?:please |maybe |perhaps "
        r"|just )?(?:tell"
        r"|describe|explain|walk|give|share|talk|show|let)|(?:do|would|might"
        r"|may) you (?:happen to )?know",
        r"tell me (?:\w+ ){0,4}about|let me ask|(?:can|may|could|might) i (?:just |also )?ask",
        # "I'd like to know", "I was wondering if".
        r"(?:i'd|i would) (?:\w+ )?(?:like|love|be (?:interested|glad|curious)) (?:to (?:know|hear"
        r"|understand|ask|learn|find out|see)|in (?:how|what|who|the))|i want to (?:know|ask)",
        r"i(?:'m| am| was| have been|'ve been) (?:just |also |still )?(?:wondering|curious"
        r"|asking myself|interested) (?!whether to|for|why i)|i wonder|i wanted to (?:ask|know)",
        r"(?:my|a|another|one|first|next|last|second) (?:\w+ )?question (?:is|would be|i have)"
        r"|(?:one|first|second|the other|another|the third) is (?:about|what|how|whether|if)",
    )
)
"""What follows one of these asks, in whatever form."""

_NEXT = re.compile(rf"(?:[,;]\s*)?\b(and|or|but|also)\s+(?={_WH}\b|whether\b|if\b)", re.IGNORECASE)
"""A further question behind a cover: "..., and what it's like"."""

_BREAK = re.compile(r"^|[,;:.?!]\s*|\b(?:and|or|but|so|because|well|ok|okay)\s+", re.I)

_RELATIVE = re.compile(
    r"\b(?:people|person|one|ones|man|woman|somebody|someone|those|guy|\w+er"
    r"|colleagues?|everyone|everybody)\s+$",
    re.IGNORECASE,
)
"""Before a "who" that asks nothing: "the person who would be my boss"."""

_TAG = re.compile(
    r"(?:\b(?:isn't|aren't|don't|doesn't|won't|wouldn't|didn't|haven't|hasn't|can't|couldn't"
    r"|shouldn't|is|are|do|does|will|would|did|have|has|can|could|was|were|wasn't)"
    r" (?:it|you|they|he|she|there|we|that|i|one)|[,\s](?:right|correct|no|yeah|yes|true|huh|or"
    r"|i suppose|i guess|i take it|surely))"
    r"\s*(?:[?.!]*$|,[^,]*$)",
    re.IGNORECASE,
)
"""What begs for a yes at the end of a statement, or before an afterthought ("isn't it, the ")."""
_CONJUNCTION = re.compile(r"[\s,]*\b(?:and|but|so|or)\s*$", re.IGNORECASE)
_ONLY_TAG = re.compile(rf"{_AUX}(?:n't)? {_SUBJECT}\W*$|is it\b,", re.IGNORECASE)
_NEGATIVE_TAG = re.compile(
    r"(?:n't (?:it|you|they|he|she|there|we|that|i)|, is it)\W*(?:$|,[^,]*$)", re.IGNORECASE
)
_ONLY_TOLD = any_of(
    (
        r"i (?:had|have had) (?:a|one|some|two|a few)|there was one|you(?:'ve| have)? (?:already )?"
        r"(?:covered|answered|explained)|told me everything|i've been asking myself for|never mind",
        r"what i (?:want|like|need|bring|love|mean)|(?:you know|guess) what(?= i)",
        r"what (?:motivates|drives|matters to|attracts|interests) me|how (?:lovely|nice|kind"
        r"|great)",
        r"(?:we|i|they) asked|no questions|no(?: thank you| thanks)? i think|that's all"
        r"|nothing (?:else|more|at the moment)",
    )
)
"""Told, not asked."""

_CHOICE = re.compile(r"\bor\b(?! (?:so|not|something|anything)\b)", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|whether)\b", re.IGNORECASE)
_REQUEST = re.compile(
    r"\b(?:could|can|may|might) i (?:have|take|get you|use|see|sit|add|say)\b"
    r"|\b(?:could|can) we (?:talk|speak|come back)\b",
    re.I,
)
FEWEST_WORDS = 3
"""A clause of fewer goes with the one before it."""
CONTEXT_WORDS = 20
"""So much of what stands before a question, in one sentence without marks, belongs to it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters `start` to `end` (one past the last). `goes_on`: in one sentence with the clause
    before; `choice`: it is the other choice of that one ("or do people ...")."""

    text: str
    start: int
    end: int
    closed: bool
    leading: bool
    goes_on: bool = False
    choice: bool = False

    @property
    def adds_nothing(self) -> bool:
        """Whether it can have no topic of its own: the other choice, "and who decides"."""
        return self.choice or len(self.text.split()) < FEWEST_WORDS

    @property
    def opening(self) -> str:
        """ "How much of it is ..., and how much is ..." asks the same twice."""
        match = re.match(r"\W*(?:(?:and|or|but)\s+)?(how \w+)", self.text.lower())
        return match.group(1) if match else ""


def asked_clauses(said: RunningText) -> tuple[Clause, ...]:
    """All that ask, in order."""
    found: list[Clause] = []
    for first, last in said.sentences():
        found += _in_sentence(said.text[first:last], first)
    return tuple(found)


def _in_sentence(sentence: str, offset: int) -> list[Clause]:
    starts = _starts(sentence)
    if not starts or _ONLY_TOLD.search(sentence):
        begs = _begs(sentence) and not _ONLY_TOLD.search(sentence)
        return [_clause(sentence, _Start(0), len(sentence), offset, goes_on=False)] if begs else []
    before = _CONJUNCTION.sub("", sentence[: starts[0]])
    own = len(before.split()) >= FEWEST_WORDS and _TAG.search(before)
    begging = [_Start(0)] if own else []
    asking = [_Start(start, asks=True) for start in starts]
    begins = [*begging, *asking]
    ends = [*(start.at for start in begins[1:]), len(sentence)]
    return [
        _clause(sentence, start, end, offset, goes_on=start is not begins[0])
        for start, end in zip(begins, ends, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a clause begins to ask, or begs without asking."""

    at: int
    asks: bool = False


def _starts(sentence: str) -> list[int]:
    """Where each question of a sentence begins to ask."""
    found = {
        match.start()
        for match in _INVERTED.finditer(sentence)
        if not (
            match.group().lower().startswith("who") and _RELATIVE.search(sentence[: match.start()])
        )
    }
    for pause in _BREAK.finditer(sentence):
        if _AT_BEGINNING.match(sentence, pause.end()) and not _ONLY_TAG.match(
            sentence, pause.end()
        ):
            found.add(pause.end())
    for cover in _COVER.finditer(sentence):
        found = {start for start in found if start < cover.start()} | {cover.start()}
        found |= {match.end() for match in _NEXT.finditer(sentence, cover.end())}
    return _apart(sorted(found))


def _apart(starts: list[int]) -> list[int]:
    """Without those that only go on: "how are you" begins once, not at "are you" again."""
    kept: list[int] = []
    for start in starts:
        if not kept or start - kept[-1] >= SHORTEST_QUESTION:
            kept.append(start)
    return kept


SHORTEST_QUESTION = 9
"""Characters: two questions do not begin closer together."""


def _with_context(sentence: str, start: int) -> int:
    words = [match.start() for match in re.finditer(r"\S+", sentence[:start])]
    return words[-CONTEXT_WORDS] if len(words) > CONTEXT_WORDS else 0


def _clause(sentence: str, start: _Start, end: int, offset: int, *, goes_on: bool) -> Clause:
    """What stands before the first question of a sentence belongs to it."""
    begin = start.at if goes_on else _with_context(sentence, start.at)
    text = sentence[begin:end].strip()
    leading = not start.asks or _NEGATIVE_TAG.search(text) is not None
    choice = goes_on and re.search(r"\bor\s+$", sentence[: start.at]) is not None
    closed = not leading and not choice and _closed(sentence[start.at : end])
    return Clause(text, offset + begin, offset + end, closed, leading, goes_on, choice)


def _begs(statement: str) -> bool:
    """Whether a statement is a question all the same: by its mark, or by begging for a yes."""
    if statement.rstrip().endswith("?") or _NEGATIVE_TAG.search(statement):
        return True
    return _TAG.search(statement) is not None


def _closed(asking: str) -> bool:
    """To be answered by yes or no: by its form, or after "if"."""
    cover = _COVER.match(asking)
    if cover:
        rest = asking[cover.end() : cover.end() + 25]
        return _IF.search(rest) is not None or _AT_BEGINNING.search(rest.lstrip(" ,.")) is not None
    if _REQUEST.match(asking) or _CHOICE.search(asking):
        return False
    return _AT_BEGINNING.match(asking) is not None
