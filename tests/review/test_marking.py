"""Fillers and pauses stand where they were heard, and no word is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment import Assessment
from simulator.measures import SILENT_PAUSE_S, Disfluency, Filler
from simulator.review.marking import Piece, marked
from simulator.transcription import TimeSpan, Transcript, Word
from tests import factories


def assessed(
    words: list[Word], fillers: list[Filler], pauses: list[TimeSpan] | None = None
) -> Assessment:
    timed = bool(words) and words[0].start_s is not None
    transcript = Transcript(
        words=tuple(words),
        filled_pauses=(),
        speech=(),
        duration_s=100.0 if timed else None,
        model="base",
    )
    measures = factories.some_measures(
        transcript, fillers=tuple(fillers), pauses=None if pauses is None else tuple(pauses)
    )
    return factories.an_assessment(transcript=transcript, measures=measures)


def said(*words: str, every_s: float = 1.0) -> list[Word]:
    return [Word(word, every_s * i, every_s * i + 0.5, 0.9) for i, word in enumerate(words)]


def um(start_s: float | None, text: str = "um") -> Filler:
    end_s = None if start_s is None else start_s + 0.3
    return Filler(text, "filled_pause", start_s, end_s, "transcript", 0.9)


def marker(text: str, start_s: float | None = None, end_s: float | None = None) -> Filler:
    return Filler(text, "discourse_marker", start_s, end_s, "transcript", 0.9)


def kinds(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces]


def test_the_example() -> None:
    assert kinds(marked(factories.an_assessment())) == [
        ("filled_pause", "um"),
        (
            "words",
            "I was thinking of somewhere between seventy-five and eighty-five thousand,",
        ),
        ("pause", "1.6 s"),
        ("discourse_marker", "you know,"),
        ("words", "because that is what similar roles pay here."),
    ]


def test_a_filled_pause_between_words_and_at_the_end() -> None:
    pieces = marked(assessed(said("we", "met", "there"), [um(0.6), um(9.0, "uh")]))
    assert kinds(pieces) == [
        ("words", "we"),
        ("filled_pause", "um"),
        ("words", "met there"),
        ("filled_pause", "uh"),
    ]


def test_a_filled_pause_that_is_written_is_not_doubled() -> None:
    pieces = marked(assessed(said("Um,", "we", "met"), [um(0.1)]))
    assert kinds(pieces) == [("filled_pause", "Um,"), ("words", "we met")]


def test_short_pauses_are_not_marked() -> None:
    pauses = [TimeSpan(0.5, 0.5 + SILENT_PAUSE_S - 0.1), TimeSpan(2.5, 2.5 + SILENT_PAUSE_S)]
    pieces = marked(assessed(said("a", "b", "c", every_s=2.0), [], pauses))
    assert kinds(pieces) == [("words", "a b"), ("pause", "1.0 s"), ("words", "c")]


def test_neighbouring_fillers_stay_apart() -> None:
    words = said("you", "know", "like", "this")
    pieces = marked(assessed(words, [marker("you know", 0.0, 1.5), marker("like", 2.0, 2.5)]))
    assert kinds(pieces) == [
        ("discourse_marker", "you know"),
        ("discourse_marker", "like"),
        ("words", "this"),
    ]


def test_typed_fillers_are_found_by_their_words_in_order() -> None:
    words = [Word(word) for word in ["I", "like", "it,", "like,", "a", "lot,", "you", "know?"]]
    fillers = [marker("like"), marker("you know")]
    pieces = marked(assessed(words, fillers))
    # Without times the first "like" is as good as the second; what matters: each is one piece.
    assert kinds(pieces) == [
        ("words", "I"),
        ("discourse_marker", "like"),
        ("words", "it, like, a lot,"),
        ("discourse_marker", "you know?"),
    ]


def test_a_filler_that_is_not_there_changes_nothing() -> None:
    words = [Word("Hello.")]
    assert kinds(marked(assessed(words, [marker("you know"), um(None)]))) == [("words", "Hello.")]


def broken(text: str, start_s: float | None = None, end_s: float | None = None) -> Disfluency:
    return Disfluency(text, "repetition", start_s, end_s)


def with_broken(assessment: Assessment, *found: Disfluency) -> Assessment:
    return replace(assessment, measures=replace(assessment.measures, disfluencies=found))


def test_words_said_twice_are_one_piece_and_a_third_time_belongs_to_it() -> None:
    words = said("so", "I,", "I,", "I", "met", "the", "the", "boss")
    three = (broken("I, I", 1.0, 2.5), broken("I, I", 2.0, 3.5), broken("the the", 5.0, 6.5))
    assert kinds(marked(with_broken(assessed(words, []), *three))) == [
        ("words", "so"),
        ("disfluency", "I, I, I"),
        ("words", "met"),
        ("disfluency", "the the"),
        ("words", "boss"),
    ]


def test_a_filler_within_stays_a_filler() -> None:
    words = said("we", "we", "like,", "we")
    both = assessed(words, [um(0.6), marker("like", 2.0, 2.5)])
    assert kinds(marked(with_broken(both, broken("we we like, we", 0.0, 3.5)))) == [
        ("disfluency", "we"),
        ("filled_pause", "um"),
        ("disfluency", "we"),
        ("discourse_marker", "like,"),
        ("disfluency", "we"),
    ]


def test_words_typed_twice_are_found_by_their_words() -> None:
    words = [Word(word) for word in ["I", "met", "I,", "I", "saw"]]
    typed = with_broken(assessed(words, []), broken("I, I"))
    assert kinds(marked(typed)) == [
        ("words", "I met"),
        ("disfluency", "I, I"),
        ("words", "saw"),
    ]
    assert kinds(marked(with_broken(typed, broken("they they")))) == [("words", "I met I, I saw")]


def test_silence() -> None:
    assert marked(assessed([], [])) == ()


times = st.floats(0, 60).map(lambda s: round(s, 2))


@given(
    st.lists(st.tuples(st.sampled_from(["um", "so", "like", "we"]), times), max_size=12),
    st.lists(st.tuples(st.booleans(), times, st.floats(0, 3)), max_size=6),
    st.lists(st.tuples(times, st.floats(0, 4)), max_size=6),
)
def test_no_word_is_lost_and_none_is_moved(
    words: list[tuple[str, float]],
    fillers: list[tuple[bool, float, float]],
    pauses: list[tuple[float, float]],
) -> None:
    timed = [Word(text, start_s, start_s + 0.2, 0.9) for text, start_s in sorted_by_time(words)]
    found = [
        Filler(
            "um" if filled else "like",
            "filled_pause" if filled else "discourse_marker",
            start_s,
            start_s + long_s,
            "transcript",
            0.9,
        )
        for filled, start_s, long_s in fillers
    ]
    silent = [TimeSpan(start_s, start_s + long_s) for start_s, long_s in pauses]
    assessment = assessed(timed, found, silent)
    pieces = marked(assessment)
    shown = " ".join(piece.text for piece in pieces if piece.start_s is not None)
    for word in timed:
        assert word.text in shown
    written = [p for p in pieces if p.kind in ("words", "discourse_marker")]
    heard = sum(len(p.text.split()) for p in pieces if p.kind == "filled_pause")
    assert sum(len(p.text.split()) for p in written) <= len(timed)
    assert sum(len(p.text.split()) for p in written) + heard >= len(timed)
    assert sum(p.kind == "pause" for p in pieces) == (
        sum(span.duration_s >= SILENT_PAUSE_S for span in silent) if timed else 0
    )
    starts = [piece.start_s for piece in pieces if piece.kind != "pause"]
    assert None not in starts


def sorted_by_time(words: list[tuple[str, float]]) -> list[tuple[str, float]]:
    return sorted(words, key=lambda word: word[1])
