"""The scripted candidates of docs/interviews, typed: each takes the course that the set foresees.

By voice they are run with `make interviews`; here the words are what they type, and the judge of
meaning is the real one. What is held is what the rules decide; which points are found in an answer
is the judge's, and has its own tests.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import interviews
import pytest

from simulator.archive import Session
from simulator.archive.debrief import read_debrief
from simulator.assessment import USUAL
from simulator.assessment.standards import Standards
from simulator.interview.lines import REACTIONS, USUAL_FOLLOW_UPS
from simulator.questions import samples
from simulator.situations import Afterwards, afterwards, own_points
from tests.scripted import asks, interview

FILES = Path(__file__).parent.parent / "docs" / "interviews" / "candidates"
PRESS = "I understand, but I have to plan a budget. Could you put a number on it?"
EVERYBODY = interviews.names()


@cache
def told(name: str) -> tuple[Session, Afterwards]:
    answers = {**samples.read(FILES / "steady.yaml"), **samples.read(FILES / f"{name}.yaml")}
    kept = read_debrief(FILES / f"{name}.debrief.json")
    standards = USUAL if kept is None else Standards(own_points=own_points(kept))
    session = interview(answers, standards=standards)
    return session, afterwards(session)


def follow_ups(name: str, question: str) -> list[str]:
    session, _ = told(name)
    return [a.question.ask for a in session.answers if a.question.follows == question]


def kinds(name: str) -> set[str]:
    return {notice.kind for notice in told(name)[1].notices}


def test_there_are_ten() -> None:
    assert len(EVERYBODY) == 10


@pytest.mark.parametrize("name", EVERYBODY)
def test_everyone_is_asked_all_six_parts_and_comes_to_the_end(name: str) -> None:
    session, whole = told(name)
    assert session.state == "finished"
    assert all(part.answers for part in whole.parts)
    assert whole.next_step is not None


@pytest.mark.parametrize("name", EVERYBODY)
def test_nothing_is_said_twice_and_nobody_is_asked_more_than_twice(name: str) -> None:
    session, _ = told(name)
    ours = {line for manner in REACTIONS.values() for lines in manner.values() for line in lines}
    reactions = [s.text for a in session.answers for s in a.said_after if s.text in ours]
    said = [*asks(session), *reactions]
    assert len(said) == len(set(said))
    for answer in session.planned:
        if answer.question.exchange is None:
            assert len([a for a in session.answers if a.follows == answer.number]) <= 2


def test_the_same_answers_lead_to_the_same_interview() -> None:
    name = "nervous"
    again = interview(
        {**samples.read(FILES / "steady.yaml"), **samples.read(FILES / f"{name}.yaml")}
    )
    assert again.answers == told(name)[0].answers


def test_the_excellent_candidate_is_replied_to_by_topic_and_has_nothing_noticed() -> None:
    _, whole = told("excellent")
    assert whole.topics is not None
    assert {"Expectations", "Daily work", "Culture", "Business goals"} <= set(whole.topics.covered)
    assert kinds("excellent") <= {"left-out"}
    assert follow_ups("excellent", "salary-expectation") == []
    assert {said.by for a in told("excellent")[0].answers for said in a.said_after} >= {
        "supervisor",
        "peer",
    }


def test_the_nervous_candidate_is_followed_up_and_told_of_hedges() -> None:
    assert follow_ups("nervous", "own-failure")
    assert "hedged" in kinds("nervous")


def test_the_evasive_candidate_is_pressed_for_a_number_once() -> None:
    assert follow_ups("evasive", "salary-expectation") == [PRESS]
    assert follow_ups("evasive", "own-failure")[0] in USUAL_FOLLOW_UPS["no-example"]


def test_the_rambling_candidate_is_told_that_it_is_too_long() -> None:
    session, _ = told("rambling")
    (answer,) = [a for a in session.planned if a.question.id == "last-impression"]
    assert answer.assessment is not None
    reasons = [finding.reason for finding in answer.assessment.score.findings]
    assert any("longer than your target" in reason for reason in reasons)


def test_pay_raised_first_is_noticed_and_so_is_pay_among_ones_questions() -> None:
    assert {"pay-early", "remark"} <= kinds("salary-first")
    assert told("salary-first")[1].notices[0].answer == 1


def test_a_single_figure_is_asked_for_its_range() -> None:
    assert follow_ups("salary-first", "salary-expectation") == ["And what range would that sit in?"]
    session, _ = told("salary-first")
    (answer,) = [a for a in session.planned if a.question.id == "salary-expectation"]
    assert answer.assessment is not None
    (point,) = [p for p in answer.assessment.coverage if p.point == "range"]
    assert (point.verdict, point.prompted) == ("covered", True)


def test_blame_is_quoted_with_a_softer_way_to_begin() -> None:
    harsh = [n for n in told("blames-the-company")[1].notices if n.kind == "harsh"]
    assert {
        told("blames-the-company")[0].answers[n.answer - 1].question.section for n in harsh
    } >= {
        "technical-behavioural",
        "big-picture",
    }
    assert all(notice.quote and notice.better for notice in harsh)


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name != "blames-the-company"])
def test_nobody_else_is_told_of_blame(name: str) -> None:
    assert "harsh" not in kinds(name)


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name != "salary-first"])
def test_nobody_else_is_told_of_raising_pay(name: str) -> None:
    assert "pay-early" not in kinds(name)


def test_who_asks_nothing_is_told_so() -> None:
    _, whole = told("asks-nothing")
    assert follow_ups("asks-nothing", "your-questions") == []
    assert whole.topics is not None
    assert whole.topics.questions == 0
    assert "left-out" in kinds("asks-nothing")


def test_a_forgotten_pitch_is_told_against_what_was_prepared() -> None:
    _, whole = told("forgets-the-pitch")
    assert whole.pitch is not None
    assert whole.pitch.lost
    missed = [point for point in whole.own_points if point.answer is None]
    assert any(point.place is not None for point in missed)
    found = {point.point: point.answer for point in whole.own_points}
    assert found["idea-1"] is not None
    assert found["pay-1"] is not None


def test_not_knowing_is_helped_once_and_then_left() -> None:
    (hand,) = follow_ups("does-not-know", "own-failure")
    (other,) = follow_ups("does-not-know", "big-picture")
    assert {hand, other} <= set(USUAL_FOLLOW_UPS["no-answer"])
    session, _ = told("does-not-know")
    (helped,) = [a for a in session.planned if a.question.id == "own-failure"]
    assert helped.assessment is not None
    assert any(point.prompted for point in helped.assessment.coverage)


def test_pages_are_told_of_all_and_of_nobody_else() -> None:
    pages = {file.stem for file in FILES.parent.glob("*.md")} - {"README"}
    assert pages == set(EVERYBODY)


def test_the_tool_takes_own_answers_before_steady_ones() -> None:
    script: dict[str, Sequence[object]] = interviews.script("asks-nothing")
    assert "explained everything" in str(script["your-questions"])
    assert "storm desk" in str(script["after-first-interview"])
