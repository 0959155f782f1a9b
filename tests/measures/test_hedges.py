"""Wordings that weaken, against labelled sentences.

On the half to develop on precision and recall are 1.0; on the half to check they were 1.0 and .96
at first sight. Both halves had been read once before the rules were written; on 44 sentences
made up later, the first rules were wrong in eleven.

Later parts were met unseen, and the rules mended after each: the second (60 lines by a fresh
author) at a precision of .96 and a recall of .80, the third (100 lines by another) at 1.0 and .54,
the fourth (the rules' author, in four batches) at .86 to 1.0 and .48 to .87, the last batch best.
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


@pytest.mark.parametrize("part", ["hedges_2", "hedges_3", "hedges_4"])
def test_later_parts(part: str) -> None:
    told = hits(
        [(line.label == "hedge", bool(hedges(line.words)), line.text) for line in labelled(part)]
    )
    assert told.precision >= 0.97, told.wrong
    assert told.recall >= 0.97, told.missed


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
