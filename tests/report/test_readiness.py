"""Each part of the guide, by the latest answers to it."""

import pytest

from simulator.archive import Answer, Session
from simulator.report.readiness import Readiness, parts_of_guide
from tests import factories
from tests.report.interviews import SECTIONS


def answer(number: int, question: str, section: str, total: int | None) -> Answer:
    assessment = None if total is None else factories.an_assessment(score=factories.a_score(total))
    asked = factories.a_question(question, section=section)
    state = "skipped" if total is None else "assessed"
    return factories.an_answer(number, question=asked, assessment=assessment, state=state)


def session(*answers: Answer, **other: str) -> Session:
    return factories.a_session(answers=answers, **other)


@pytest.mark.parametrize(
    ("total", "wanted"),
    [
        (75, "ready"),
        (74, "nearly there"),
        (55, "nearly there"),
        (54, "needs practice"),
        (None, "not practised yet"),
    ],
)
def test_in_words(total: int | None, wanted: Readiness) -> None:
    found = parts_of_guide(session(answer(1, "pay", "salary", total)), (), SECTIONS)
    assert {part.section: part.readiness for part in found}["salary"] == wanted


def test_every_part_in_the_order_of_the_set() -> None:
    found = parts_of_guide(session(answer(1, "q", "extra-part", 80)), (), SECTIONS)
    assert [part.title for part in found] == [
        "Depth and behaviour", "Pay", "The last impression", "Extra part",
    ]  # fmt: skip
    assert [part.points for part in found] == [None, None, None, 80]


def test_the_last_take_counts_and_earlier_interviews_fill_in() -> None:
    now = session(answer(1, "a", "salary", 20), answer(2, "a", "salary", 60))
    before = session(answer(1, "a", "salary", 5), answer(2, "b", "salary", 90))
    (pay,) = [p for p in parts_of_guide(now, (before,), SECTIONS) if p.section == "salary"]
    assert (pay.points, pay.here, pay.questions) == (75, (1, 2), 2)


def test_only_the_latest_three_questions_count() -> None:
    before = session(*(answer(i, f"q{i}", "salary", 10 * i) for i in range(1, 6)))
    (pay,) = [p for p in parts_of_guide(session(), (before,), SECTIONS) if p.section == "salary"]
    assert pay.points == 40


def test_another_set_is_another_guide() -> None:
    before = session(answer(1, "a", "salary", 90), set_id="bakery")
    (pay,) = [p for p in parts_of_guide(session(), (before,), SECTIONS) if p.section == "salary"]
    assert pay.points is None
