"""What the terminal shows of an answer and a session: the facts, wrapped, and nothing harmful."""

import dataclasses
import io
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import RenderableType

from simulator.archive import Answer
from simulator.measures import Filler
from simulator.review.pages import (
    answer_brief,
    answer_page,
    assessment_page,
    delivery,
    possible_fillers,
    session_page,
    session_summary,
    worst_first,
)
from simulator.review.printing import show
from simulator.scoring import Finding
from tests import factories

HARMFUL = "\x1b[2J\x1b]0;gone\x07[bold red]hot[/] :smile: \u202eevil\r\n\x9b1m"


def shown(page: RenderableType, width: int = 80) -> str:
    stream = io.StringIO()
    show(page, stream, width=width)
    return stream.getvalue()


def flat(page: RenderableType, width: int = 80) -> str:
    """As one line, so that a test does not depend on where lines break."""
    return " ".join(shown(page, width).split())


def in_ascii(*pages: RenderableType, width: int = 80) -> str:
    """As on a terminal that knows no other signs."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    for page in pages:
        show(page, stream, width=width)
    return raw.getvalue().decode("ascii")


class TestPossibleFillers:
    LIKE = Filler("like", "discourse_marker", 12.0, 12.2, "transcript", 0.5)

    def test_open_cases_are_shown_and_said_not_to_count(self) -> None:
        measures = factories.some_measures(possible_fillers=(self.LIKE,))
        page = assessment_page(factories.an_assessment(measures=measures))
        assert "Perhaps fillers, not counted: like (0:12)" in flat(page)

    def test_many_are_cut_short_and_none_are_not_told(self) -> None:
        assert possible_fillers([self.LIKE] * 9).endswith(" and 3 more")
        assert possible_fillers([]) == ""


class TestBrief:
    def test_score_parts_and_two_findings(self) -> None:
        text = flat(answer_brief(factories.an_answer()))
        assert "1. What are your salary expectations for this role?" in text
        assert "Score 78 of 100 · length 100 · fillers 71 · coverage 67 · delivery 80" in text
        assert "-12 Nothing heard about where the figure comes from" in text
        assert "-6 4.4 fillers a minute" in text
        assert "pause of 1.6 s" not in text

    def test_what_was_done_well_where_nothing_was_lost(self) -> None:
        score = factories.a_score(100, findings=(Finding("length", 0.0, "Just long enough"),))
        answer = factories.an_answer(assessment=factories.an_assessment(score=score))
        assert "good Just long enough" in flat(answer_brief(answer))

    def test_less_than_a_point_is_not_told_as_none(self) -> None:
        score = factories.a_score(99, findings=(Finding("delivery", -0.4, "Late by a little"),))
        answer = factories.an_answer(assessment=factories.an_assessment(score=score))
        assert "-0.4 Late by a little" in flat(answer_brief(answer))

    def test_what_was_not_scored_is_said(self) -> None:
        text = flat(answer_brief(factories.an_answer(typed=True)))
        assert "need sound; this answer was typed" in text
        assert "fillers 71" not in text

    def test_no_score_at_all(self) -> None:
        score = factories.a_score(None, parts={}, findings=(), not_scored="No speech was heard.")
        answer = factories.an_answer(assessment=factories.an_assessment(score=score))
        assert "Score none No speech was heard." in flat(answer_brief(answer))

    @pytest.mark.parametrize(
        ("answer", "sentence"),
        [
            (factories.an_answer(state="skipped", sound=None, assessment=None), "Skipped."),
            (factories.an_answer(state="recorded", assessment=None), "not transcribed yet"),
            (
                factories.an_answer(state="failed", assessment=None, note="The model is broken."),
                "Not transcribed: The model is broken. The recording is kept.",
            ),
        ],
    )
    def test_an_answer_without_an_assessment(self, answer: Answer, sentence: str) -> None:
        assert sentence in flat(answer_brief(answer))


class TestAnswerPage:
    def test_everything_is_there(self) -> None:
        text = flat(answer_page(factories.an_answer(), of=8, asked_by=factories.DANA), width=200)
        for fact in (
            "1 of 8 Dana, Operations Director (salary)",
            "[um] I was thinking",
            "(1.6 s) [you know,] because",
            "121 words a minute",
            "covered Gives a range",
            "“somewhere between seventy-five and eighty-five” (0:02)",
            "not heard Says where the figure comes from",
            "(listen at 0:06)",
        ):
            assert fact in text

    def test_what_was_not_found_comes_with_how_it_could_be_said(self) -> None:
        question = factories.a_question(
            talking_points=(
                factories.a_talking_point(examples=("Between 70 and 80.",)),
                factories.a_talking_point(
                    "reasons", examples=("[b]I asked three people[/b].", "x")
                ),
            )
        )
        text = flat(answer_page(factories.an_answer(question=question), of=1), width=200)
        assert "figure comes from for instance: “[b]I asked three people[/b].”" in text
        assert "Between 70 and 80." not in text

    def test_a_recording_that_broke_off(self) -> None:
        answer = factories.an_answer(lost="The microphone vanished.", take=2)
        text = flat(answer_page(answer, of=1))
        assert "The recording broke off: The microphone vanished." in text
        assert "take 2" in text

    def test_what_was_typed_and_is_not_assessed_yet_is_no_note(self) -> None:
        waiting = factories.an_answer(
            1, typed=True, typed_text="Ten.", note="Ten.", state="recorded", assessment=None
        )
        assert "Note" not in flat(answer_page(waiting, of=8))

    def test_silence_is_said(self) -> None:
        assessment = factories.an_assessment(
            transcript=factories.a_transcript("", filled_pauses=(), speech=()), coverage=()
        )
        answer = factories.an_answer(assessment=assessment)
        assert "No words were heard." in flat(answer_page(answer, of=1))

    def test_words_said_twice_stand_in_braces(self) -> None:
        answer = factories.an_answer(assessment=factories.words_said_twice())
        assert "[um] {I,} (1.6 s) {I} was there." in flat(answer_page(answer, of=1))


class TestSession:
    def test_summary(self) -> None:
        text = flat(session_summary(factories.a_session()), width=200)
        for fact in (
            "Second interview with your future supervisor and peers",
            "2026-11-23 14:34 · manager · finished · 2 of 3 answered",
            "Score 78 of 100",
            "1. 78 Tell us about a difficult conversation",
            "3. - Is there anything",
        ):
            assert fact in text

    def test_a_session_without_answers(self) -> None:
        session = factories.a_session(answers=(), plan=("a", "b"), state="running")
        text = flat(session_page(session))
        assert "not finished · 0 of 2 answered" in text
        assert "Score none yet" in text

    def test_the_worst_answer_is_practised_next(self) -> None:
        weak = factories.an_assessment(
            score=factories.a_score(40, findings=(Finding("length", -30.0, "Only 8 s"),))
        )
        session = factories.a_session(
            answers=(factories.an_answer(1), factories.an_answer(2, assessment=weak))
        )
        text = flat(session_page(session), width=200)
        assert text.count("practise next") == 1  # and nothing that contradicts it
        assert "next: pay, with: mockview run --question salary-expectation Only 8 s." in text

    def test_page_has_every_question(self) -> None:
        session = factories.a_session()
        text = flat(session_page(session))
        for answer in session.answers:
            assert answer.question.ask in text


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_fit_the_width(width: int) -> None:
    for line in shown(session_page(factories.a_session()), width).splitlines():
        assert cell_len(line) <= width or line.startswith("mockview ")  # to be copied
        assert line == line.rstrip()


def hostile_session(text: str) -> RenderableType:
    transcript = factories.a_transcript(text or "x")
    assessment = factories.an_assessment(
        transcript=transcript,
        measures=factories.some_measures(transcript),
        coverage=(factories.some_coverage(label=text),),
        score=factories.a_score(findings=(Finding("length", -1.0, text),), not_scored=text),
    )
    question = factories.a_question(ask=text, section=text, asked_by=text)
    answers = (
        factories.an_answer(1, question=question, assessment=assessment, lost=text, note=text),
        factories.an_answer(2, question=question, assessment=None, state="failed", note=text),
    )
    people = (type(factories.DANA)(text, text, text),)
    return session_page(
        factories.a_session(answers=answers, set_title=text, role=text, interviewers=people)
    )


def assert_harmless(text: str) -> None:
    obeyed = [s for s in text if unicodedata.category(s) in ("Cc", "Cs") and s != "\n"]
    assert not obeyed
    assert "\u202e" not in text


def test_hostile_text_is_harmless() -> None:
    text = shown(hostile_session(HARMFUL))
    assert_harmless(text)
    assert "[bold red]hot[/]" in text
    assert ":smile:" in text


@settings(max_examples=40)
@given(st.text(st.characters(), max_size=40), st.integers(20, 60))
def test_any_text_is_harmless(text: str, width: int) -> None:
    assert_harmless(shown(hostile_session(text), width))


def test_signs_in_transcripts_are_explained_where_they_occur() -> None:
    session = factories.a_session()
    key = shown(session_page(session)).splitlines()[0]
    assert key.startswith("In the transcripts: [um] filler")
    assert "{I, I}" not in key, "nothing is said twice in these"
    untouched = tuple(answer for answer in session.answers if answer.assessment is None)
    assert untouched
    without = dataclasses.replace(session, answers=untouched)
    assert "In the transcripts" not in shown(session_page(without))


def test_typed_answers_show_no_delivery() -> None:
    answer = factories.an_answer(typed=True)
    assert answer.assessment is not None
    facts = delivery(answer.assessment.measures, typed=True)
    assert facts == ["20 words", "typed"]


def test_findings_are_ordered_by_what_they_cost() -> None:
    points = [finding.points for finding in worst_first(factories.a_score())]
    assert points == sorted(points)


def test_a_terminal_without_these_signs() -> None:
    text = in_ascii(session_page(factories.a_session()))
    assert '"somewhere between' in text
    assert not re.search(r"\?(?=somewhere)", text)
