"""How ready each part is, and what to practise next."""

from dataclasses import replace

import pytest

from simulator.situations import TITLES, next_step, readiness
from tests.factories import an_answer
from tests.situations.sessions import a_session_of, question, said, skipped


def words(*answers: object) -> dict[str, str]:
    return {part.situation: part.readiness for part in readiness(a_session_of(*answers))}  # type: ignore[arg-type]


def test_all_six_parts_stand_in_their_order() -> None:
    assert [part.situation for part in readiness(a_session_of())] == list(TITLES)
    assert set(words().values()) == {"not-practised"}


@pytest.mark.parametrize(
    ("total", "word"),
    [(100, "ready"), (75, "ready"), (74, "nearly"), (54, "not-yet"), (0, "not-yet")],
)
def test_a_part_is_as_ready_as_its_answers(total: int, word: str) -> None:
    assert words(said("Yes.", "pay", total=total))["pay"] == word


def test_a_part_has_the_mean_of_its_answers() -> None:
    session = a_session_of(said("Yes.", total=90), said("Yes.", total=70, question_id="b"))
    (part,) = [one for one in readiness(session) if one.situation == "depth"]
    assert (part.score, part.answers) == (80, (1, 2))


def test_a_skipped_part_is_not_ready() -> None:
    assert words(skipped("pay"))["pay"] == "not-yet"


def test_sections_of_earlier_sessions_are_known() -> None:
    old = an_answer(1, question=question(None, section="salary"))
    assert words(old)["pay"] == "ready"


def test_the_weakest_answer_of_the_weakest_part_comes_next() -> None:
    session = a_session_of(
        said("Yes.", "pay", total=60),
        said("Yes.", "depth", total=30, question_id="low"),
        said("Yes.", "depth", total=50),
        said("Yes.", "last-impression", total=90),
    )
    step = next_step(session)
    assert step is not None
    assert (step.situation, step.question, step.answer) == ("depth", "low", 2)
    assert step.finding is not None
    assert step.finding.points == min(f.points for f in an_answer(1).assessment.score.findings)  # type: ignore[union-attr]


def test_a_skipped_question_comes_before_a_poor_one() -> None:
    step = next_step(a_session_of(said("Yes.", total=20), skipped("pay")))
    assert step is not None
    assert (step.situation, step.finding) == ("pay", None)


def test_a_skipped_question_comes_first_however_good_the_rest_of_its_part_is() -> None:
    step = next_step(
        a_session_of(
            said("Yes.", "depth", total=20),
            said("Yes.", "pay", total=95, question_id="range"),
            skipped("pay"),
        )
    )
    assert step is not None
    assert (step.situation, step.answer) == ("pay", 3)


def test_a_retake_that_was_skipped_is_no_question_that_was_passed_on() -> None:
    step = next_step(
        a_session_of(
            said("Yes.", "pay", total=90),
            said("Yes.", "depth", total=20),
            replace(skipped("pay"), take=2),
        )
    )
    assert step is not None
    assert step.situation == "depth"


def test_replies_to_follow_ups_are_no_answers_of_their_own() -> None:
    session = a_session_of(said("Yes.", total=80), said("Well.", total=None, follows=1))
    assert readiness(session)[1].answers == (1,)


def test_without_any_of_the_six_parts_the_lowest_answer_comes_next() -> None:
    step = next_step(a_session_of(said("Yes.", None, total=60), said("Yes.", None, total=30)))
    assert step is not None
    assert (step.situation, step.title, step.answer) == (None, "", 2)


def test_a_question_of_a_part_comes_before_any_other() -> None:
    step = next_step(a_session_of(said("Yes.", None, total=10), said("Yes.", "pay", total=90)))
    assert step is not None
    assert (step.situation, step.answer) == ("pay", 2)


def test_nothing_is_next_where_nothing_was_practised() -> None:
    assert next_step(a_session_of()) is None
