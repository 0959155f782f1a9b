"""The six parts on the page: as the terminal has them, beside the time before."""

from simulator.archive import Session
from simulator.coaching.parts import PartShown, parts_shown
from simulator.situations import TITLES, readiness
from tests.situations.sessions import a_session_of, said, skipped


def shown(now: Session, *earlier: Session) -> dict[str, PartShown]:
    return {one.part.situation: one for one in parts_shown(readiness(now), earlier)}


def test_they_are_what_the_terminal_and_json_say() -> None:
    now = a_session_of(said("Yes.", "pay", total=75), said("Yes.", total=74), skipped("unsaid"))
    found = shown(now)
    assert list(found) == list(TITLES)
    assert tuple(one.part for one in found.values()) == readiness(now)
    assert (found["pay"].told, found["depth"].told) == ("ready", "nearly ready")
    assert (found["unsaid"].told, found["big-picture"].told) == ("not yet", "not practised")


def test_earlier_interviews_stand_beside_and_change_nothing() -> None:
    now = a_session_of(said("Yes.", "pay", total=40))
    before = a_session_of(said("Yes.", "pay", total=90))
    pay = shown(now, before)["pay"]
    assert (pay.part.score, pay.told) == (40, "not yet")
    assert (pay.last and pay.last.score, pay.last_told) == (90, "ready")


def test_last_time_is_the_newest_interview_with_that_part() -> None:
    now = a_session_of(said("Yes.", "pay"))
    newest = a_session_of(said("Yes.", "depth", total=60))
    older = a_session_of(said("Yes.", "pay", total=80), said("Yes.", "depth", total=10))
    found = shown(now, newest, older)
    assert (found["pay"].last_told, found["depth"].last_told) == ("ready", "nearly ready")
    assert found["unsaid"].last is None
    assert found["unsaid"].last_told == ""


def test_an_interview_of_other_questions_has_no_parts() -> None:
    assert parts_shown(readiness(a_session_of(said("Yes.", None))), ()) == ()
