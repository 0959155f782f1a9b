"""Melody and loudness in sentences: the number always, the rest where there is news."""

from simulator.archive import UsualVoice
from simulator.measures import Closing, StretchEnd
from simulator.review.melody import melody_lines
from simulator.review.pages import answer_page, session_page
from simulator.scoring import Finding
from tests import factories
from tests.review.test_pages import flat

ENDS = (StretchEnd(4.2, 9.0), StretchEnd(9.6, 1.0), StretchEnd(65.0, 8.0))
"""The first and the last of them fade."""


def test_the_number_alone_where_nothing_is_usual_yet() -> None:
    assert melody_lines(factories.a_melody()) == [
        "Melody: 5.1 semitones. Loudness: a range of 14 dB."
    ]


def test_against_what_is_usual() -> None:
    (line,) = melody_lines(factories.a_melody(6.8), UsualVoice(5.1, 18.0))
    assert line == (
        "Melody: 6.8 semitones, livelier than your usual 5.1. "
        "Loudness: a range of 14 dB, narrower than your usual 18."
    )


def test_the_last_ten_seconds_where_they_differ() -> None:
    flatter = factories.a_melody(closing=Closing(-2.6, 0.2, 31.0))
    assert melody_lines(flatter)[1] == (
        "Your last ten seconds, against the rest: flatter by 2.6 semitones, "
        "faster by 31 words a minute."
    )
    other = factories.a_melody(closing=Closing(2.6, -4.8, None))
    assert "livelier by 2.6 semitones, softer by 5 dB" in melody_lines(other)[1]


def test_ends_that_fade_with_their_moments() -> None:
    fading = factories.a_melody(stretch_ends=ENDS, stretch_end_drop_db=8.0)
    assert melody_lines(fading)[1] == (
        "The ends of your sentences fade, by 8 dB (listen at 0:04, 1:05)."
    )


def test_on_the_pages() -> None:
    measures = factories.some_measures(melody=factories.a_melody(6.8))
    answer = factories.an_answer(assessment=factories.an_assessment(measures=measures))
    assert "Melody: 6.8 semitones" in flat(answer_page(answer, of=1))
    session = factories.a_session(answers=(answer,))
    page = flat(session_page(session, UsualVoice(5.1, 9.0)))
    assert "livelier than your usual 5.1" in page
    assert "a range of 14 dB, wider than your usual 9" in page
    assert "Melody" not in flat(session_page(factories.a_session()))


def test_a_finding_that_is_neither_good_nor_bad_is_a_note() -> None:
    told = factories.a_score(
        findings=(Finding("delivery", 0.0, "Flatter than your usual 5.1", neutral=True),)
    )
    page = flat(
        answer_page(factories.an_answer(assessment=factories.an_assessment(score=told)), of=1)
    )
    assert "note Flatter than your usual 5.1" in page
    assert "good" not in page


def test_without_numbers_what_is_left_in_words() -> None:
    melody = factories.a_melody(
        6.8, closing=Closing(2.6, -4.8, 31.0), stretch_ends=ENDS, stretch_end_drop_db=8.0
    )
    assert melody_lines(melody, UsualVoice(5.1, 18.0), numbers=False) == [
        "Melody: livelier than your usual. Loudness: a range narrower than your usual.",
        "Your last ten seconds, against the rest: livelier, softer, faster.",
        "The ends of your sentences fade (listen at 0:04, 1:05).",
    ]
    assert melody_lines(factories.a_melody(), numbers=False) == []
