"""What is due: the scheduler is the library's; here are the rule of ratings and the order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from simulator.archive import AnswerSummary, SessionSummary
from simulator.archive.summary import summarise
from simulator.review.drill_list import document, page, when
from simulator.review.due import Standing, is_due, rating, standings
from tests import factories
from tests.review.test_pages import shown

NOW = factories.STARTED_AT + timedelta(days=60)
QUESTIONS = [factories.a_question(name) for name in ("one", "two", "three", "new")]


def session(days_ago: float, **scores: int | None) -> SessionSummary:
    """A session in which these questions got these scores; None for one that was skipped."""
    started_at = NOW - timedelta(days=days_ago)
    answers = tuple(
        AnswerSummary(
            question, "salary", 1, "skipped" if score is None else "assessed", score, None, 2.0, 140
        )
        for question, score in scores.items()
    )
    base = summarise(factories.a_session())
    return SessionSummary(
        id=f"{started_at:%Y-%m-%d-%H%M}-aaaa",
        started_at=started_at,
        state=base.state,
        set_id="second-interview",
        set_title=base.set_title,
        role=base.role,
        planned=len(answers),
        answered=len(answers),
        total=None,
        answers=answers,
    )


def order(*sessions: SessionSummary) -> list[str]:
    return [one.question.id for one in found(*sessions)]


def found(*sessions: SessionSummary) -> tuple[Standing, ...]:
    return standings(QUESTIONS, sessions, set_id="second-interview", now=NOW)


@pytest.mark.parametrize(
    ("score", "rated"),
    [
        (None, Rating.Again), (0, Rating.Again), (39, Rating.Again), (40, Rating.Hard),
        (59, Rating.Hard), (60, Rating.Good), (79, Rating.Good), (80, Rating.Easy),
        (100, Rating.Easy),
    ],
)  # fmt: skip
def test_the_rule_of_ratings(score: int | None, rated: Rating) -> None:
    assert rating(score) == rated


def test_the_weakest_comes_first() -> None:
    assert order(session(30, one=95, two=20, three=65))[0] == "two"


def test_of_equals_the_one_longest_ago_comes_first() -> None:
    assert order(session(5, one=30), session(50, two=30), session(20, three=30))[:3] == [
        "two",
        "three",
        "one",
    ]


def test_what_is_due_goes_before_what_is_new_and_that_before_the_rest() -> None:
    found_so = found(session(0.1, one=95), session(40, two=10), session(30, three=10))
    assert [one.question.id for one in found_so] == ["two", "three", "new", "one"]
    assert [is_due(one, NOW) for one in found_so] == [True, True, False, False]


def test_practice_moves_a_question_away() -> None:
    before = found(session(40, two=10))[0]
    assert before.question.id == "two"
    after = next(one for one in found(session(40, two=10), session(0, two=85)) if not one.new)
    assert not is_due(after, NOW)
    assert after.last_score == 85


def test_a_skipped_question_comes_again_soon() -> None:
    skipped, weak = found(session(3, one=None)), found(session(3, one=90))
    assert skipped[0].question.id == "one"
    assert not is_due(next(one for one in weak if one.question.id == "one"), NOW)


def test_the_order_of_reading_does_not_matter() -> None:
    sessions = [session(50, one=20), session(10, one=80), session(30, two=50)]
    assert found(*sessions) == found(*reversed(sessions))


def test_another_set_with_the_same_ids_does_not_count() -> None:
    other = session(50, one=20)
    found_so = standings(QUESTIONS, [other], set_id="another", now=NOW)
    assert all(one.new for one in found_so)


@given(
    st.lists(
        st.tuples(
            st.floats(0, 400),
            st.sampled_from("one two three".split()),
            st.none() | st.integers(0, 100),
        ),
        max_size=12,
    )
)
def test_every_question_is_there_once(
    answered: list[tuple[float, str, int | None]],
) -> None:
    made = found(*(session(days, **{question: score}) for days, question, score in answered))
    assert sorted(one.question.id for one in made) == sorted(q.id for q in QUESTIONS)
    assert all(one.in_hand is None or 0 <= one.in_hand <= 1 for one in made)


def test_told_in_words_and_as_a_document() -> None:
    made = found(session(0.1, one=95), session(40, two=10))
    assert [when(one, NOW) for one in made][:3] == ["due", "never asked", "never asked"]
    assert when(made[-1], NOW).startswith("due 20")
    assert "10 two" in shown(page(made, NOW))
    (first, *_) = document(made, NOW)["questions"]
    assert (first["question"], first["due"], first["last_score"]) == ("two", True, 10)


def test_a_retake_counts_when_it_was_given() -> None:
    """A good retake of yesterday in an interview of long ago moves the question away."""
    old = session(50, one=20)
    (answer,) = old.answers
    retake = answer._replace(take=2, score=95, asked_at=NOW - timedelta(days=1))
    with_retake = replace(old, answers=(answer, retake))
    one = next(s for s in found(with_retake) if s.question.id == "one")
    assert not is_due(one, NOW)
    assert (one.last_score, one.last_at) == (95, NOW - timedelta(days=1))
    assert is_due(found(session(50, one=20), session(50, one=95))[0], NOW)


def test_answers_count_in_the_order_they_were_given() -> None:
    """An interview in between is older than the retake, though it began later."""
    old = session(50, one=20)
    retake = old.answers[0]._replace(take=2, score=30, asked_at=NOW - timedelta(days=1))
    between = session(20, one=90)
    made = found(replace(old, answers=(*old.answers, retake)), between)
    assert next(s for s in made if s.question.id == "one").last_score == 30
