"""Wordings that weaken, against labelled sentences.

On the half to develop on precision and recall are 1.0; on the half to check they were 1.0 and .96
at first sight. Both halves had been read once before the rules were written; on 44 sentences
made up later, the first rules were wrong in eleven.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.hedges import hedges
from tests.measures.labelled import HALVES, Half, hits, labelled


@pytest.mark.parametrize("half", HALVES)
def test_labelled_sentences(half: Half) -> None:
    told = hits(
        [
            (line.label == "hedge", bool(hedges(line.words)), line.text)
            for line in labelled("hedges", half)
        ]
    )
    assert told.precision >= 0.95, told.wrong
    assert told.recall >= 0.95, told.missed


def test_the_wording_is_told_and_not_its_sentence() -> None:
    words = "Maybe ten people came. I'm um sort of the one who um perhaps asked them.".split()
    assert [" ".join(words[first:last]) for first, last in hedges(words)] == ["sort of"]


@given(st.text(max_size=200))
def test_any_text_is_taken_and_nothing_told_twice(text: str) -> None:
    words = text.split()
    at = 0
    for first, last in hedges(words):
        assert at <= first < last <= len(words)
        at = first
