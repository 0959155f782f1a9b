"""Which questions an interview has: the built-in set, every role, panel and seed."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.questions import QuestionSet, library
from simulator.questions.choosing import ChoiceError, choose

SETS = Path(__file__).parents[2] / "question_sets"
BUILT_IN: QuestionSet = library.of((SETS,)).load(library.DEFAULT)
roles = st.sampled_from([None, "manager", "contributor"])
panels = st.sampled_from(["panel", "supervisor", "peer"])
seeds = st.integers(0, 2**31)


@given(roles, panels, st.integers(1, 60), seeds)
def test_questions_are_for_the_role_asked_by_who_is_there_and_each_once(
    role: str | None, panel: str, count: int, seed: int
) -> None:
    chosen = choose(BUILT_IN, role=role, interviewer=panel, count=count, seed=seed)
    assert len({question.id for question in chosen}) == len(chosen) <= count
    assert chosen
    for question in chosen:
        assert question.is_for(role)
        assert panel in ("panel", question.asked_by)


@given(seeds, panels)
def test_a_manager_is_always_asked_about_style_and_a_difficult_conversation(
    seed: int, panel: str
) -> None:
    topics = Counter(
        q.topic for q in choose(BUILT_IN, role="manager", interviewer=panel, seed=seed)
    )
    assert topics["management-style"] >= 1
    assert topics["difficult-conversation"] >= 1


@given(roles, seeds)
def test_eight_questions_go_through_all_six_parts_in_order_and_both_ask(
    role: str | None, seed: int
) -> None:
    chosen = choose(BUILT_IN, role=role, seed=seed)
    sections = [section.id for section in BUILT_IN.sections]
    places = [sections.index(question.section) for question in chosen]
    assert len(chosen) == 8
    assert places == sorted(places)
    assert set(places) == set(range(6))
    askers = Counter(question.asked_by for question in chosen)
    assert askers["peer"] >= 2
    assert askers["supervisor"] >= 2


@given(roles, seeds)
def test_the_same_seed_gives_the_same_interview(role: str | None, seed: int) -> None:
    assert choose(BUILT_IN, role=role, seed=seed) == choose(BUILT_IN, role=role, seed=seed)


@given(seeds)
def test_what_was_asked_lately_comes_later(seed: int) -> None:
    first = choose(BUILT_IN, role="contributor", seed=seed)
    second = choose(
        BUILT_IN, role="contributor", seed=seed, asked_lately=[question.id for question in first]
    )
    assert not {q.id for q in first} & {q.id for q in second}


def test_questions_named_are_asked_in_their_own_order() -> None:
    ids = ["last-impression", "salary-expectation"]
    assert [q.id for q in choose(BUILT_IN, question_ids=ids)] == ids


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"role": "manger"}, "Did you mean 'manager'"),
        ({"interviewer": "supervisr"}, "Did you mean 'supervisor'"),
        ({"question_ids": ["salary-expectatoin"]}, "Did you mean 'salary-expectation'"),
    ],
)
def test_what_the_set_does_not_have_is_told(wish: dict[str, object], says: str) -> None:
    with pytest.raises(ChoiceError, match=says):
        choose(BUILT_IN, **wish)  # type: ignore[arg-type]
