"""Words that fill time ("you know", "like", "I mean"), counted only where they are fillers.

"I like my team", "as you know" and "the right tool" are not. The rules look at the words and the
punctuation beside a marker and at the silence around it. They are made to miss rather than to
accuse: what is open is not counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.transcription import Word


@dataclass(frozen=True, slots=True)
class Marker:
    """One discourse marker. Times None where there is no sound."""

    text: str
    start_s: float | None
    end_s: float | None


PHRASES: dict[str, tuple[str, ...]] = {
    "you know": ("you", "know"),
    "i mean": ("i", "mean"),
    "sort of": ("sort", "of"),
    "kind of": ("kind", "of"),
    "like": ("like",),
    "basically": ("basically",),
    "literally": ("literally",),
    "actually": ("actually",),
    "right": ("right",),
    "so": ("so",),
    "okay": ("okay",),
    "ok": ("ok",),
}
PAUSE_S = 0.25
"""A silence that sets a marker apart, where the recogniser wrote no comma."""

# What makes a verb, a noun or a comparison of a marker when it stands beside it.
NOT_BEFORE_YOU_KNOW = frozenset(
    (
        "all as because before could did do how if let may might since that think thought until "
        "what when whether would "
    ).split()
)
NOT_AFTER_YOU_KNOW = frozenset(
    (
        "about anybody anyone anything everything her him how if it me more my our somebody "
        "someone that the them this us what when where whether who why your "
    ).split()
)
NOT_BEFORE_MEAN = frozenset(("did do does know what which ").split())
NOT_AFTER_MEAN = frozenset(("business by it that this to what ").split())
DETERMINERS = frozenset(
    (
        "a an any best certain different each every her his my new no other our right same some "
        "that the their these this those what which your "
    ).split()
)
LIKE_VERB_BEFORE = frozenset(
    (
        "act acts also anything are be been behave being customers did didn't do don't exactly "
        "feel feeling feels felt he i i'd is it it's just look looked looking looks more much not "
        "nothing people really seem seemed seems she smell somebody someone something sound "
        "sounded sounding sounds taste that's them they they'd things to treat treated was we "
        "we'd were what's who work works would you you'd "
    ).split()
)
LITERAL_OK = frozenset(("are be did do feel felt is it's that's was were ").split())


def discourse_markers(words: Sequence[Word]) -> tuple[Marker, ...]:
    """The discourse markers of an answer, in order."""
    found: list[Marker] = []
    letters = [_letters(word.text) for word in words]
    position = 0
    while position < len(words):
        for text, phrase in PHRASES.items():
            end = position + len(phrase)
            if tuple(letters[position:end]) == phrase and _is_filler(
                text, words, letters, position, end
            ):
                found.append(Marker(text, words[position].start_s, words[end - 1].end_s))
                position = end - 1
                break
        position += 1
    return tuple(found)


def _is_filler(
    text: str, words: Sequence[Word], letters: Sequence[str], start: int, end: int
) -> bool:
    before = letters[start - 1] if start else ""
    after = letters[end] if end < len(letters) else ""
    apart_before = start == 0 or _apart(words[start - 1], words[start])
    apart_after = end == len(words) or _apart(words[end - 1], words[end])
    match text:
        case "you know":
            return (
                (before not in NOT_BEFORE_YOU_KNOW or apart_before)
                and (after not in NOT_AFTER_YOU_KNOW or apart_after)
                and not words[end - 1].text.endswith("?")
                and (apart_before or apart_after)
            )
        case "i mean":
            return before not in NOT_BEFORE_MEAN and (after not in NOT_AFTER_MEAN or apart_after)
        case "sort of" | "kind of":
            return before not in DETERMINERS and before not in ("", "many", "all", "two")
        case "like":
            return apart_after and (apart_before or before not in LIKE_VERB_BEFORE)
        case "basically" | "literally" | "actually":
            return apart_before and apart_after
        case "right" | "okay" | "ok":
            return apart_before and apart_after and before not in LITERAL_OK and start > 0
        case _:  # "so"
            return apart_before and apart_after and start > 0


def _apart(one: Word, other: Word) -> bool:
    """Whether punctuation or a silence stands between two words."""
    if one.text.rstrip("\"'”")[-1:] in (",", ".", ";", ":", "-", "…", "?", "!"):
        return True
    if one.end_s is None or other.start_s is None:
        return False
    return other.start_s - one.end_s >= PAUSE_S


def _letters(text: str) -> str:
    return re.sub(r"[^a-z']", "", text.lower().replace("\u2019", "'")).strip("'")
