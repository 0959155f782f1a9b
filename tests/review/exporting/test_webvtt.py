"""Captions, read by a reader of WebVTT: times, words, and no word that becomes a tag."""

import html
import io
from dataclasses import replace
from itertools import pairwise

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from simulator.archive import ArchiveError, Session
from simulator.review.exporting.webvtt import LONGEST_S, MOST_SIGNS, cues, session_webvtt, stamp
from simulator.review.plain import plain
from simulator.transcription import TimeSpan, Word
from tests import factories


def read(session: Session) -> list[webvtt.Caption]:
    return list(webvtt.from_buffer(io.StringIO(session_webvtt(session))).captions)


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def words_of(made: list[webvtt.Caption]) -> str:
    return " ".join(html.unescape(caption.raw_text) for caption in made)


def test_every_word_is_captioned_in_its_time() -> None:
    answer = factories.an_answer(1)
    made = read(factories.a_session(answers=(answer,)))
    assert words_of(made) == f"[um] {factories.ANSWER_TEXT}"
    assert answer.assessment is not None
    first = made[0]
    assert seconds(first.start) == 0.41
    assert seconds(made[-1].end) == answer.assessment.transcript.words[-1].end_s
    for before, after in pairwise(made):
        assert seconds(before.end) <= seconds(after.start)


def test_a_caption_is_short_and_ends_at_a_pause() -> None:
    made = read(factories.a_session(answers=(factories.an_answer(1),)))
    assert len(made) > 1
    for caption in made:
        assert len(caption.raw_text) <= MOST_SIGNS
        assert seconds(caption.end) - seconds(caption.start) <= LONGEST_S
    pause_s = (4.8, 6.4)  # of the factory's transcript
    assert not any(
        seconds(caption.start) < pause_s[0] and seconds(caption.end) > pause_s[1]
        for caption in made
    )


def test_answers_run_one_after_another() -> None:
    session = factories.a_session(answers=(factories.an_answer(1), factories.an_answer(2)))
    made = read(session)
    half = len(made) // 2
    assessment = session.answers[0].assessment
    assert assessment is not None
    begin_s = assessment.transcript.duration_s
    assert begin_s is not None
    assert seconds(made[half].start) == pytest.approx(begin_s + 0.41, abs=0.002)
    assert [caption.raw_text for caption in made[:half]] == [
        caption.raw_text for caption in made[half:]
    ]
    assert "01-salary-expectation.flac, from 00:00:00.000" in session_webvtt(session)


def test_typed_and_skipped_answers_have_no_captions() -> None:
    assert words_of(read(factories.a_session())) == f"[um] {factories.ANSWER_TEXT}"
    with pytest.raises(ArchiveError, match="no spoken answer"):
        session_webvtt(factories.a_session(answers=(factories.an_answer(1, typed=True),)))


@pytest.mark.parametrize(
    ("moment_s", "shown"),
    [(0.0, "00:00:00.000"), (62.3456, "00:01:02.346"), (3599.9996, "01:00:00.000")],
)
def test_times(moment_s: float, shown: str) -> None:
    assert stamp(moment_s) == shown


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=12))
def test_any_words_stay_words(said: list[str]) -> None:
    words = tuple(
        Word(text, place * 0.5, place * 0.5 + 0.4, 0.9) for place, text in enumerate(said)
    )
    transcript = factories.a_transcript(
        words=words, filled_pauses=(), speech=(TimeSpan(0.0, len(said) * 0.5),), duration_s=60.0
    )
    hostile = factories.a_question(ask=" ".join(said))
    answer = factories.an_answer(
        1, question=hostile, assessment=factories.an_assessment(transcript=transcript)
    )
    text = session_webvtt(factories.a_session(answers=(answer,)))
    made = list(webvtt.from_buffer(io.StringIO(text)).captions)
    wanted = " ".join(plain(word) for word in said if plain(word))
    assert words_of(made) == wanted
    assert text.count("-->") == len(made)


def test_cues_never_overlap_even_where_words_do() -> None:
    words = (Word("a.", 0.0, 2.0, 0.9), Word("b.", 1.0, 1.5, 0.9), Word("c.", 1.2, 1.3, 0.9))
    transcript = factories.a_transcript(words=words, filled_pauses=(), duration_s=9.0)
    answer = factories.an_answer(1, assessment=factories.an_assessment(transcript=transcript))
    made = cues(replace(answer))
    assert all(one.end_s <= two.start_s for one, two in pairwise(made))
    assert all(cue.end_s > cue.start_s for cue in made)
