"""A row for each number: now, its target, and what became of it."""

from simulator.archive import Session
from simulator.coaching.numbers import MOST_DOTS, rows
from simulator.scoring import DEFAULTS
from tests import factories


def session(total: int, fillers: float = 4.4) -> Session:
    assessment = factories.an_assessment(
        score=factories.a_score(total),
        measures=factories.some_measures(fillers_per_minute=fillers),
    )
    return factories.a_session(answers=(factories.an_answer(1, assessment=assessment),))


def test_without_earlier_interviews() -> None:
    found = {row.name: row for row in rows(session(70), (), DEFAULTS)}
    fillers = found["Fillers a minute"]
    assert (fillers.now, fillers.target, fillers.standing) == ("4.4", "up to 2", "near")
    assert (fillers.usual, fillers.change, fillers.course) == ("", None, ())


def test_beside_ones_own_earlier_interviews() -> None:
    before = (session(60, 6.0), session(50, 9.0), session(40, 12.0))  # newest first
    found = {row.name: row for row in rows(session(70, 1.0), before, DEFAULTS)}
    fillers = found["Fillers a minute"]
    assert (fillers.usual, fillers.change) == ("9.0", "better")
    assert fillers.course == (12.0, 9.0, 6.0, 1.0)
    assert fillers.course_told == "12.0, 9.0, 6.0, 1.0"
    assert found["Score, of 100"].course == (40, 50, 60, 70)
    assert found["Score, of 100"].standing is None


def test_a_number_that_nobody_has_is_left_out() -> None:
    typed = factories.a_session(answers=(factories.an_answer(1, typed=True),))
    names = {row.name for row in rows(typed, (), DEFAULTS)}
    assert names == {"Score, of 100", "Talking points made"}


def test_a_course_is_not_endless() -> None:
    row = rows(session(70), [session(50)] * 40, DEFAULTS)[0]
    assert len(row.course) == MOST_DOTS
