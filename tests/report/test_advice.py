"""What is told first: the weakest answer, the dearest habit, the part that was left out."""

from simulator.archive import Answer
from simulator.report.advice import MOST, practise_next, went_well
from simulator.report.readiness import parts_of_guide
from simulator.scoring import Finding
from tests import factories
from tests.report.interviews import SECTIONS

LATE = Finding("delivery", -3.0, "Nine seconds before the first word", (9.0,))
FILLERS = Finding("fillers", -9.0, "um nine times", (4.0, 5.0))
MISSED = Finding("coverage", -20.0, "Not heard: gives a range")
GOOD = Finding("length", 0.0, "60 seconds: a good length")
NOTE = Finding("delivery", 0.0, "You run away for a while", neutral=True)


def answer(
    number: int, total: int, *findings: Finding, question: str = "", take: int = 1
) -> Answer:
    asked = factories.a_question(question or f"q{number}", section="salary", ask=f"Ask {number}?")
    assessment = factories.an_assessment(score=factories.a_score(total, findings=findings))
    return factories.an_answer(number, question=asked, assessment=assessment, take=take)


def advice(*answers: Answer) -> list[tuple[str, int | None]]:
    session = factories.a_session(answers=answers)
    parts = parts_of_guide(session, (), SECTIONS)
    return [(one.title, one.number) for one in practise_next(session, parts)]


def test_the_weakest_the_habit_and_what_was_left_out() -> None:
    found = advice(answer(1, 80, LATE, GOOD), answer(2, 40, MISSED, FILLERS))
    assert found == [
        ("Take this question again: Ask 2?", 2),
        ("Fillers", 2),
        ("Depth and behaviour", None),
    ]
    assert len(found) <= MOST


def test_the_reason_its_moment_and_what_to_type() -> None:
    session = factories.a_session(answers=(answer(1, 40, LATE),))
    first, *_ = practise_next(session, parts_of_guide(session, (), SECTIONS))
    assert (first.why, first.at_s) == (LATE.reason, 9.0)
    assert first.command == f"mockview retake {session.id} q1"


def test_a_question_taken_again_is_judged_by_its_last_take() -> None:
    found = advice(
        answer(1, 20, MISSED, question="pay"),
        answer(2, 90, LATE, question="pay", take=2),
        answer(3, 60, MISSED),
    )
    assert found[0] == ("Take this question again: Ask 3?", 3)


def test_a_small_habit_is_no_news() -> None:
    small = Finding("delivery", -0.5, "A little slow")
    assert "How you say it" not in dict(advice(answer(1, 90, small)))


def test_nothing_answered_is_advised_to_be_practised() -> None:
    skipped = factories.an_answer(1, state="skipped", sound=None, assessment=None)
    assert advice(skipped) == [("Depth and behaviour", None)]


def test_praise_is_of_things_done_well_in_the_best_answers() -> None:
    session = factories.a_session(
        answers=(answer(1, 50, GOOD, MISSED), answer(2, 90, GOOD, NOTE, LATE))
    )
    assert [(one.title, one.number) for one in went_well(session)] == [(GOOD.reason, 2)]
