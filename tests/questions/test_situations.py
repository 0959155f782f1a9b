"""The part that a question practises: what it names, else what its section is for."""

import pytest

from simulator.questions import Situation, is_last_impression, library, situation_of
from tests.factories import a_question
from tests.test_checkout import CHECKOUT


@pytest.mark.parametrize(
    ("section", "named", "practises"),
    [
        ("salary", None, "pay"),
        ("last-impression", None, "last-impression"),
        ("salary", "depth", "depth"),
        ("last-impression", "depth", "depth"),
        ("closing", "last-impression", "last-impression"),
        ("closing", None, None),
        ("", None, None),
    ],
)
def test_the_part_of_a_question(
    section: str, named: Situation | None, practises: Situation | None
) -> None:
    question = a_question(section=section, situation=named)
    assert situation_of(question) == practises
    assert is_last_impression(question) == (practises == "last-impression")


def test_without_a_question_there_is_no_last_impression() -> None:
    assert not is_last_impression(None)


def test_every_built_in_question_practises_a_part() -> None:
    shelf = library.of((CHECKOUT / "question_sets",))
    for name in shelf.names():
        assert None not in {situation_of(question) for question in shelf.load(name).questions}
