"""Facts against labelled answers, and where in the answer they are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.facts import FINDERS, find
from simulator.questions.model import FACTS


def labelled(name: str) -> list[tuple[bool, str]]:
    lines = Path(__file__).with_name(f"{name}.tsv").read_text().splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(label == "yes", text) for label, text in pairs]


@pytest.mark.parametrize("name", FACTS)
def test_labelled_answers_precision_and_recall(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    lines = labelled(name)
    got = [(there, FINDERS[name](text.split(), None) is not None, text) for there, text in lines]
    wrong = [text for there, said, text in got if said and not there]
    missed = [text for there, said, text in got if there and not said]
    right = sum(said and there for there, said, _ in got)
    precision, recall = right / (right + len(wrong)), right / (right + len(missed))
    record_property("precision", precision)
    record_property("recall", recall)
    assert len(lines) >= 40
    assert precision >= 0.97, wrong
    assert recall >= 0.95, missed


@pytest.mark.parametrize("name", FACTS)
def test_in_small_letters_without_marks_as_recognisers_write(name: str) -> None:
    """Money is written in digits by recognisers; its marks ($75,000) stay."""
    missed = [
        text
        for there, text in labelled(name)
        if there and FINDERS[name](text.lower().rstrip(".?!").split(), None) is None
    ]
    assert len(missed) <= 0.05 * len(labelled(name)), missed


@pytest.mark.parametrize(
    ("name", "text", "evidence"),
    [
        ("money_range", "Well, I was hoping for 75 to 85, roughly.", "75 to 85,"),
        (
            "money_range",
            "for me between um sixty and seventy is fair",
            "between um sixty and seventy",
        ),
        ("money_range", "I'd say the high eighties.", "high eighties."),
        ("number", "We went from a few to twelve people.", "twelve"),
        ("asks_question", "Thank you. What does a day look like?", "like?"),
        ("asks_question", "thank you so how do you work together", "so how do"),
    ],
)
def test_the_words_that_hold_it(name: str, text: str, evidence: str) -> None:
    found = FINDERS[name](text.split(), None)
    assert found is not None
    assert " ".join(text.split()[found[0] : found[1]]) == evidence


@given(st.text(max_size=200), st.sampled_from(FACTS))
def test_any_text_is_taken_and_the_place_lies_in_it(text: str, name: str) -> None:
    words = text.split()
    found = FINDERS[name](words, None)
    assert found is None or 0 <= found[0] < found[1] <= len(words)


def test_all_named_facts_must_be_there() -> None:
    words = "Between 70 and 80k.".split()
    assert find(["money_range", "number"], words) == ((0, 4), (1, 2))
    assert find(["money_range", "asks_question"], words) is None
    assert find([], words) == ()
