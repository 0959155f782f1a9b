"""A transcript as the page shows it: piece by piece, each with the time at which it is heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.assessment import Assessment
from simulator.measures import Coverage, Verdict
from simulator.review.marking import PieceKind, marked
from simulator.transcription import Word


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a filler of one or more words, or a long pause (`text`: its length).

    `proves` is the best verdict among the talking points whose evidence it belongs to.
    """

    kind: PieceKind
    text: str
    start_s: float | None
    end_s: float | None
    proves: Verdict | None = None


def tokens(assessment: Assessment) -> tuple[Token, ...]:
    """The whole transcript, in order; words, said twice or once, are tokens of their own."""
    found: list[Token] = []
    for piece in marked(assessment):
        if piece.kind in ("words", "disfluency"):
            found += [_word(word, assessment.coverage) for word in piece.words]
        else:
            found.append(Token(piece.kind, piece.text, piece.start_s, piece.end_s))
    return tuple(found)


def _word(word: Word, coverage: Sequence[Coverage]) -> Token:
    return Token("words", word.text, word.start_s, word.end_s, _proves(word, coverage))


def _proves(word: Word, coverage: Sequence[Coverage]) -> Verdict | None:
    if word.start_s is None or word.end_s is None:
        return None
    middle_s = (word.start_s + word.end_s) / 2
    verdicts = {
        point.verdict
        for point in coverage
        if point.evidence is not None
        and point.evidence.start_s is not None
        and point.evidence.end_s is not None
        and point.evidence.start_s <= middle_s <= point.evidence.end_s
    }
    return next((verdict for verdict in ("covered", "unsure") if verdict in verdicts), None)
