"""Words said twice and beginnings given up: "I, I we decided".

Only what is disfluent beyond doubt: repetitions that begin with a function word, which is what
speakers repeat when they need time (Clark & Wasow 1998), never those that stress something ("very,
very good", "never, never"); and a subject that is dropped for another one.
"""

import re
from collections.abc import Sequence

from simulator.measures.model import Disfluency
from simulator.transcription import Word

LONGEST_PHRASE = 3
BREAK_S = 0.2
"""A silence from which on two words stand apart: shorter ones are part of fluent speech (Campione &
Véronis 2002)."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUBJECTS = _words("i we you he she they it there")
BEGINNINGS = SUBJECTS | _words(
    "i'm i've i'd i'll we're we've we'd we'll you're he's she's they're they've it's that's "
    "there's a an the my our your his her their this these those and but or because if when so to "
    "of in on at for with from by as about into was were is are am have has can could would will "
    "should"
)
"""Function words: articles, pronouns, prepositions, conjunctions, auxiliaries."""
DOUBLED = frozenset({"had", "that", "do", "so", "no", "yes", "you", "is"})
"""Words that good English has twice in a row ("the one that that refers to", "what it is is")."""
HALF_BEGUN = _words("i'm i've we're we've you're he's she's they're they've it's there's")
HALF_VERBS = _words("am was were")
NOT_BEFORE = _words("as if than where what who that how so neither nor like when because")
"""After these a clause may well end with its subject and verb ("as it was, we ...")."""


def disfluencies(words: Sequence[Word]) -> tuple[Disfluency, ...]:
    """Repetitions and false starts, in order; what lies in one is not counted again."""
    bare = [_bare(word.text) for word in words]
    found: list[Disfluency] = []
    place = 0
    while place < len(words):
        length = _repeated(words, bare, place)
        if length:
            found.append(_disfluency("repetition", words, place, place + 2 * length))
            place += length  # a third time is one more
            continue
        length = _given_up(words, bare, place)
        if length:
            found.append(_disfluency("false_start", words, place, place + length + 1))
            place += length
            continue
        place += 1
    return tuple(found)


def _repeated(words: Sequence[Word], bare: Sequence[str], place: int) -> int:
    """How many words, from `place` on, are said once more right after; 0 for none."""
    if bare[place] not in BEGINNINGS:
        return 0
    for length in range(LONGEST_PHRASE, 0, -1):
        once, again = bare[place : place + length], bare[place + length : place + 2 * length]
        if once != again or not all(once):
            continue
        if length == 1 and (once[0] in DOUBLED and not _apart(words, place + 1)):
            continue
        if length > 1 and _ends_sentence(words[place + length - 1]):
            continue  # "We can. We can do that": said twice on purpose
        return length
    return 0


def _given_up(words: Sequence[Word], bare: Sequence[str], place: int) -> int:
    """How many words of a beginning are dropped before another subject; 0 for none."""
    if place and bare[place - 1] in NOT_BEFORE and not _apart(words, place):
        return 0
    first = bare[place]
    second = bare[place + 1] if place + 1 < len(bare) else ""
    if first in SUBJECTS | {"the", "my", "our"} or first in HALF_BEGUN:
        length = 1
        if first in SUBJECTS and second in HALF_VERBS:
            length = 2
    else:
        return 0
    after = place + length
    if after >= len(words) or not _apart(words, after) or _ends_sentence(words[after - 1]):
        return 0
    if first in {"you", "it", "there"} and length == 1:
        return 0  # objects as often as subjects: "I told you, we ..."
    if place and length == 1 and first in SUBJECTS and not _starts_clause(words, bare, place):
        return 0
    follows = bare[after]
    begins = follows in SUBJECTS or follows in HALF_BEGUN or follows in {"the", "my", "our"}
    return length if begins and follows != first else 0


def _starts_clause(words: Sequence[Word], bare: Sequence[str], place: int) -> bool:
    return _apart(words, place) or bare[place - 1] in _words("and but so because then well um uh")


def _disfluency(kind: str, words: Sequence[Word], first: int, end: int) -> Disfluency:
    text = " ".join(word.text for word in words[first:end])
    return Disfluency(
        text.rstrip(",.-…"),
        "repetition" if kind == "repetition" else "false_start",
        words[first].start_s,
        words[end - 1].end_s,
    )


def _apart(words: Sequence[Word], place: int) -> bool:
    """Whether punctuation or a silence stands before the word at `place`."""
    before, word = words[place - 1], words[place]
    if before.text[-1:] in ",.;:-…?!":
        return True
    if before.end_s is None or word.start_s is None:
        return False
    return word.start_s - before.end_s >= BREAK_S


def _ends_sentence(word: Word) -> bool:
    return word.text[-1:] in ".?!" and not word.text.endswith("...")


def _bare(text: str) -> str:
    return re.sub(r"[^a-z']", "", text.lower().replace("\u2019", "'")).strip("'")
