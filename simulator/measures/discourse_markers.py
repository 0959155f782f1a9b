"""Words that fill time ("you know", "like", "I mean"), counted only where they are fillers.

"I like my team", "as you know" and "the right tool" are none. The rules look at the words beside a
marker and at what sets it apart: punctuation, or a silence. They are made to miss rather than to
accuse: what is open ("it's like a second home") is told as possible, and not counted.

Each marker has a rule of its own, a function of `Place`; `RULES` says which, and `OPEN` which cases
stay open. A marker is added by writing its words and its rule there, and labelled sentences in
`tests/measures`. A user's own fillers need no rule: they count wherever they are said.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from simulator.transcription import Word

PAUSE_S = 0.25
"""A silence that sets a word apart, where the recogniser wrote no comma: gaps under 0.2 s are part
of fluent speech (Campione & Véronis 2002)."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One discourse marker. Times None where there is no sound; not `sure` where it is open."""

    text: str
    start_s: float | None
    end_s: float | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class FillerWords:
    """What the user has set: phrases that always count, and markers that never do.

    Words in small letters, one space between them.
    """

    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


USUAL_WORDS = FillerWords()


@dataclass(frozen=True, slots=True)
class Place:
    """What a rule may look at: bare words in small letters, "" beyond the ends of the answer."""

    earlier: tuple[str, ...]
    """The five words before, nearest last."""
    after: str
    apart_before: bool
    apart_after: bool
    first: bool
    """It opens the answer or a sentence."""
    asks: bool
    """A question mark follows."""

    @property
    def before(self) -> str:
        return self.earlier[-1] if self.earlier else ""

    @property
    def alone(self) -> bool:
        return self.apart_before and self.apart_after


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONJUNCTIONS = _words("and but so because then or well")
SUBJECTS = _words("i i'm i've we we're we've he he's she she's they they're it's there's")
BEFORE_LIKE = _words("a and at because but for had just or so the then took were with")
NOT_BEFORE_YOU_KNOW = _words(
    "all as before could did do how if let may might once people since that think until what when "
    "where whether who would"
)
BEFORE_YOU_KNOW = CONJUNCTIONS | _words("just like is it's that's was were")
NOT_AFTER_MEAN = _words("business by it that this to what")
BEFORE_SORT_OF = CONJUNCTIONS | _words(
    "am are be became been did do don't felt feel found got had have he he's i i'd i'm i've is it "
    "it's just kept really she she's still that's they they're they've was we we're we've were you"
)
OPEN_BEFORE_LIKE = _words("it's is was were just be been")
NOT_BEFORE_SORT_OF = _words(
    "a all an any another best different each every first new no of one other same some that the "
    "these this those what which"
)
OKAY_IS_SAID_OF = _words("are be did do feel felt is it's that's was were")


def _like(place: Place) -> bool:
    return place.apart_after and (place.apart_before or place.before in BEFORE_LIKE)


def _you_know(place: Place) -> bool:
    if place.asks or (place.before in NOT_BEFORE_YOU_KNOW and not place.apart_before):
        return False
    if place.apart_after:
        return place.apart_before or place.before in BEFORE_YOU_KNOW
    return place.before in {"and", "but", "because"} and place.after in SUBJECTS


def _i_mean(place: Place) -> bool:
    defines = any(word in {"say", "said", "saying", "talk"} for word in place.earlier)
    opens = place.apart_before or place.before in CONJUNCTIONS
    takes_object = place.after in NOT_AFTER_MEAN and not place.apart_after
    return opens and not takes_object and (place.apart_after or not defines)


def _sort_of(place: Place) -> bool:
    if place.after in {"you", "person", "thing", "people", "things"} and not place.apart_after:
        return False
    return place.before in BEFORE_SORT_OF or (place.alone and not place.first)


def _basically(place: Place) -> bool:
    return place.apart_after and (place.apart_before or place.before in CONJUNCTIONS)


def _actually(place: Place) -> bool:
    return place.alone and not place.first  # one that opens a sentence may correct the last one


def _right(place: Place) -> bool:
    return place.alone and not place.first


def _okay(place: Place) -> bool:
    return place.alone and not place.first and place.before not in OKAY_IS_SAID_OF


def _so(place: Place) -> bool:
    return place.alone and place.before in {"and", "but"}


RULES: Mapping[tuple[str, ...], Callable[[Place], bool]] = {
    ("you", "know"): _you_know,
    ("i", "mean"): _i_mean,
    ("sort", "of"): _sort_of,
    ("kind", "of"): _sort_of,
    ("like",): _like,
    ("basically",): _basically,
    ("literally",): _actually,
    ("actually",): _actually,
    ("right",): _right,
    ("okay",): _okay,
    ("ok",): _okay,
    ("so",): _so,
}


def _open_like(place: Place) -> bool:
    return place.before in OPEN_BEFORE_LIKE


def _open_you_know(place: Place) -> bool:
    told = place.before in NOT_BEFORE_YOU_KNOW or place.asks
    return not told and (place.apart_before or place.apart_after)


def _open_sort_of(place: Place) -> bool:
    return place.before not in NOT_BEFORE_SORT_OF and place.before != ""


def _opens(place: Place) -> bool:
    """It stands alone at the beginning of a sentence: a filler, or a word to the listener."""
    return place.first and place.apart_after


OPEN: Mapping[tuple[str, ...], Callable[[Place], bool]] = {
    ("you", "know"): _open_you_know,
    ("sort", "of"): _open_sort_of,
    ("kind", "of"): _open_sort_of,
    ("like",): _open_like,
    ("basically",): _opens,
    ("literally",): _opens,
    ("actually",): _opens,
    ("right",): _opens,
    ("okay",): _opens,
    ("ok",): _opens,
    ("so",): _opens,
}
"""Cases that a listener could take either way."""


def discourse_markers(words: Sequence[Word], own: FillerWords = USUAL_WORDS) -> tuple[Marker, ...]:
    """The discourse markers of an answer, sure and open ones, in order."""
    also = [tuple(phrase.split()) for phrase in own.also]
    never = {tuple(phrase.split()) for phrase in own.never}
    phrases = sorted({*also, *RULES} - never, key=lambda phrase: (-len(phrase), phrase))
    found: list[Marker] = []
    bare = [_bare(word.text) for word in words]
    position = 0
    while position < len(words):
        for phrase in phrases:
            end = position + len(phrase)
            if tuple(bare[position:end]) != phrase:
                continue
            place = _place(words, bare, position, end)
            sure = phrase in also or RULES[phrase](place)
            if sure or (phrase in OPEN and OPEN[phrase](place)):
                found.append(
                    Marker(" ".join(phrase), words[position].start_s, words[end - 1].end_s, sure)
                )
                position = end - 1
                break
        position += 1
    return tuple(found)


def _place(words: Sequence[Word], bare: Sequence[str], start: int, end: int) -> Place:
    return Place(
        earlier=tuple(bare[max(0, start - 5) : start]),
        after=bare[end] if end < len(bare) else "",
        apart_before=start == 0 or _apart(words[start - 1], words[start]),
        apart_after=end == len(words) or _apart(words[end - 1], words[end]),
        first=start == 0 or _mark(words[start - 1]) in (".", "?", "!"),
        asks=_mark(words[end - 1]) == "?",
    )


def _apart(one: Word, other: Word) -> bool:
    """Whether punctuation or a silence stands between two words."""
    if _mark(one) in (",", ".", ";", ":", "-", "…", "?", "!"):
        return True
    if one.end_s is None or other.start_s is None:
        return False
    return other.start_s - one.end_s >= PAUSE_S


def _mark(word: Word) -> str:
    return word.text.rstrip("\"'”")[-1:]


def _bare(text: str) -> str:
    return re.sub(r"[^a-z']", "", text.lower().replace("\u2019", "'")).strip("'")
