"""A transcript as a person heard it: words, with what is no fluent speech marked where it was.

That is fillers, long pauses, words said twice and beginnings given up.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.assessment import Assessment
from simulator.measures import SILENT_PAUSE_S, Disfluency, Filler
from simulator.transcription import TimeSpan, Word

PieceKind = Literal["words", "filled_pause", "discourse_marker", "disfluency", "pause"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a transcript; of a pause, `text` is its length: `1.6 s`.

    `words` are those that it is made of; empty for what lies between words.
    """

    kind: PieceKind
    text: str
    start_s: float | None = None
    end_s: float | None = field(default=None, compare=False)
    words: tuple[Word, ...] = field(default=(), compare=False)


def marked(assessment: Assessment) -> tuple[Piece, ...]:
    """The transcript in pieces, in order of time."""
    words = assessment.transcript.words
    measures = assessment.measures
    kinds = _with_broken(_kinds(words, measures.fillers), words, measures.disfluencies)
    between: list[Piece] = []
    if assessment.transcript.timed:
        between += [
            Piece("filled_pause", filler.text, filler.start_s, filler.end_s)
            for filler in measures.fillers
            if filler.kind == "filled_pause" and not _among(filler, words)
        ]
        between += [
            Piece("pause", f"{pause.duration_s:.1f} s", pause.start_s, pause.end_s)
            for pause in measures.pauses or ()
            if pause.duration_s >= SILENT_PAUSE_S
        ]
        between.sort(key=_start)
    return tuple(_woven(_runs(words, kinds, _breaks(words, between)), between))


def _kinds(words: Sequence[Word], fillers: Iterable[Filler]) -> list[tuple[PieceKind, int]]:
    """For each word its kind, and the filler it belongs to (0: none), so that "you know" is one
    piece and "like" after it another."""
    kinds: list[tuple[PieceKind, int]] = [("words", 0)] * len(words)
    searched = 0
    for number, filler in enumerate(fillers, start=1):
        places: Iterable[int]
        if filler.start_s is None or filler.end_s is None:
            places = _found(filler.text, words, searched)
            searched = max(places, default=searched - 1) + 1
        else:
            span = TimeSpan(filler.start_s, filler.end_s)
            places = [place for place, word in enumerate(words) if _within(word, span)]
            if filler.kind == "filled_pause":
                places = [place for place in places if _same(words[place].text, filler.text)]
        for place in places:
            kinds[place] = (filler.kind, number)
    return kinds


def _with_broken(
    kinds: list[tuple[PieceKind, int]], words: Sequence[Word], broken: Iterable[Disfluency]
) -> list[tuple[PieceKind, int]]:
    """The same with words said twice and beginnings given up, where no filler stands; those that
    share a word ("I, I, I") are one."""
    searched = 0
    for number, disfluency in enumerate(broken, start=1):
        places: Iterable[int]
        if disfluency.start_s is None or disfluency.end_s is None:
            places = _found(disfluency.text, words, searched)
            searched = max(places, default=searched)
        else:
            span = TimeSpan(disfluency.start_s, disfluency.end_s)
            places = [place for place, word in enumerate(words) if _within(word, span)]
        shared = [kinds[place][1] for place in places if kinds[place][0] == "disfluency"]
        for place in places:
            if kinds[place][0] == "words":
                kinds[place] = ("disfluency", shared[0] if shared else number)
    return kinds


def _found(text: str, words: Sequence[Word], after: int) -> list[int]:
    """Where the words of a filler without times stand next."""
    wanted = text.split()
    for first in range(after, len(words) - len(wanted) + 1):
        run = words[first : first + len(wanted)]
        if wanted and all(_same(word.text, said) for word, said in zip(run, wanted, strict=True)):
            return list(range(first, first + len(wanted)))
    return []


def _within(word: Word, span: TimeSpan) -> bool:
    if word.start_s is None or word.end_s is None:
        return False
    return span.start_s <= (word.start_s + word.end_s) / 2 <= span.end_s


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _among(filler: Filler, words: Sequence[Word]) -> bool:
    """Whether a filled pause is written among the words already."""
    if filler.start_s is None or filler.end_s is None:
        return True
    span = TimeSpan(filler.start_s, filler.end_s)
    return any(_within(word, span) and _same(word.text, filler.text) for word in words)


def _breaks(words: Sequence[Word], between: Sequence[Piece]) -> list[bool]:
    """For each word whether something comes right before it."""
    before = [False] * len(words)
    for piece in between:
        for place, word in enumerate(words):
            if word.start_s is not None and word.start_s >= _start(piece):
                before[place] = True
                break
    return before


def _runs(
    words: Sequence[Word], kinds: Sequence[tuple[PieceKind, int]], begins: Sequence[bool]
) -> Iterator[Piece]:
    run: list[Word] = []
    kind: tuple[PieceKind, int] = ("words", 0)
    for word, this, begin in zip(words, kinds, begins, strict=True):
        if run and (this != kind or begin):
            yield _piece(kind[0], run)
            run = []
        kind = this
        run.append(word)
    if run:
        yield _piece(kind[0], run)


def _piece(kind: PieceKind, run: Sequence[Word]) -> Piece:
    text = " ".join(said.text for said in run)
    return Piece(kind, text, run[0].start_s, run[-1].end_s, tuple(run))


def _woven(runs: Iterable[Piece], between: Sequence[Piece]) -> Iterator[Piece]:
    waiting = list(between)
    for run in runs:
        while waiting and run.start_s is not None and _start(waiting[0]) <= run.start_s:
            yield waiting.pop(0)
        yield run
    yield from waiting


def _start(piece: Piece) -> float:
    return piece.start_s or 0.0
