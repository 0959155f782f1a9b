"""What is told first: the one thing to practise next, the dearest habit, what went well."""

from simulator.archive import Answer
from simulator.coaching.advice import Advice, habit, practise_next, went_well
from simulator.scoring import Finding
from simulator.situations import next_step
from tests import factories

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


def next_of(*answers: Answer) -> Advice | None:
    session = factories.a_session(answers=answers)
    return practise_next(session, next_step(session))


def test_what_is_next_is_the_terminals_next_step_with_its_moment() -> None:
    session = factories.a_session(answers=(answer(1, 80, LATE, GOOD), answer(2, 40, LATE, MISSED)))
    step = next_step(session)
    assert step is not None
    found = practise_next(session, step)
    assert found == Advice("Pay: Ask 2?", MISSED.reason, 2, None, "mockview run --question q2")
    assert (found.number, found.why) == (step.answer, step.finding and step.finding.reason)


def test_the_moment_of_the_reason() -> None:
    found = next_of(answer(1, 40, LATE))
    assert found is not None
    assert (found.why, found.at_s) == (LATE.reason, 9.0)


def test_a_question_taken_again_is_judged_by_its_last_take() -> None:
    found = next_of(
        answer(1, 20, MISSED, question="pay"),
        answer(2, 90, LATE, question="pay", take=2),
        answer(3, 60, MISSED),
    )
    assert found is not None
    assert found.number == 3


def test_a_question_that_was_passed_on_comes_first() -> None:
    skipped = factories.an_answer(2, state="skipped", sound=None, assessment=None)
    found = next_of(answer(1, 40, LATE), skipped)
    assert found is not None
    assert (found.number, found.why) == (2, "")


def test_nothing_answered_is_no_advice() -> None:
    waiting = factories.an_answer(1, state="recorded", assessment=None)
    assert next_of(waiting) is None
    assert habit((waiting,)) is None


def test_the_dearest_habit_by_its_worst_moment() -> None:
    found = habit((answer(1, 80, LATE, GOOD), answer(2, 40, MISSED, FILLERS)))
    assert found == Advice("Fillers", FILLERS.reason, 2, 4.0)


def test_a_small_habit_is_no_news() -> None:
    assert habit((answer(1, 90, Finding("delivery", -0.5, "A little slow")),)) is None


def test_praise_is_of_things_done_well_in_the_best_answers() -> None:
    session = factories.a_session(
        answers=(answer(1, 50, GOOD, MISSED), answer(2, 90, GOOD, NOTE, LATE))
    )
    assert [(one.title, one.number) for one in went_well(session)] == [(GOOD.reason, 2)]
