"""Whose sound proves a talking point."""

from dataclasses import replace

from simulator.archive import Answer
from simulator.measures import Coverage, Evidence
from simulator.report.proofs import proven, proven_in
from tests import factories

SAID = "between seventy and eighty"


def answer(number: int, *points: Coverage) -> Answer:
    return factories.an_answer(number, assessment=factories.an_assessment(coverage=points))


def point(evidence: Evidence | None, name: str = "range") -> Coverage:
    return factories.some_coverage(point=name, evidence=evidence)


def test_each_point_is_proven_in_one_sound() -> None:
    own, there = Evidence("mine", 1.0, 2.0), Evidence(SAID, 3.0, 4.0, 2)
    points = proven(answer(1, point(own), point(there, "reasons"), point(None, "open")), ())
    assert len(points) == 3
    assert [p.point for p in proven_in(None, points)] == ["range"]
    assert [p.point for p in proven_in(2, points)] == ["reasons"]
    assert proven_in(3, points) == ()


def test_times_that_were_not_kept_with_the_answer_are_found_in_the_reply() -> None:
    old = point(Evidence(SAID, None, None, 2))
    reply = answer(2, point(Evidence("other", 1.0, 2.0), "open"), point(Evidence(SAID, 5.0, 6.0)))
    (found,) = proven(answer(1, old), (reply,))
    assert found.evidence == Evidence(SAID, 5.0, 6.0, 2)
    assert found.verdict == old.verdict


def test_what_the_reply_does_not_say_stays_without_a_time() -> None:
    old = point(Evidence(SAID, None, None, 2))
    other = answer(2, point(Evidence("something else", 5.0, 6.0)))
    for replies in ((), (other,), (replace(other, assessment=None),)):
        assert proven(answer(1, old), replies) == (old,)


def test_nothing_was_assessed() -> None:
    assert proven(factories.an_answer(1, state="failed", assessment=None), ()) == ()
