"""How points and an answer stand side by side: nothing lost, nothing longer than can be read."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.judge.packing import (
    CLS,
    LONGEST_CLAIM,
    LONGEST_PASSAGE,
    MOST_CLAIMS,
    SEP,
    pack,
    passages,
)

POSITIONS = 512
"""Tokens that the base has a place for."""

tokens = st.lists(st.integers(1000, 30000), max_size=300)


def test_each_point_and_each_sentence_is_where_its_span_says() -> None:
    packed = pack([[7, 8], [9]], [[1, 2, 3], [4]])
    assert packed.ids == (CLS, 7, 8, SEP, 9, SEP, 1, 2, 3, 4, SEP)
    assert packed.sides == (0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
    assert [packed.ids[first:last] for first, last in packed.claims] == [(7, 8), (9,)]
    assert [packed.ids[first:last] for first, last in packed.spans] == [(1, 2, 3), (4,)]


@given(
    st.lists(tokens, min_size=1, max_size=MOST_CLAIMS),
    st.lists(tokens, min_size=1, max_size=12),
)
def test_a_passage_is_never_longer_than_can_be_read(
    claims: list[list[int]], sentences: list[list[int]]
) -> None:
    packed = pack(claims, sentences)
    assert len(packed.ids) == len(packed.sides) <= POSITIONS
    assert len(packed.claims) == len(claims)
    for (first, last), claim in zip(packed.claims, claims, strict=True):
        assert list(packed.ids[first:last]) == claim[:LONGEST_CLAIM]
    assert len(packed.spans) == len(sentences)
    for (first, last), sentence in zip(packed.spans, sentences, strict=True):
        assert list(packed.ids[first:last]) == sentence[: last - first]


@given(st.lists(st.integers(0, 300), min_size=1, max_size=80))
def test_passages_hold_every_sentence_in_order_and_go_forward(lengths: list[int]) -> None:
    found = passages(lengths)
    assert found[0][0] == 0
    assert found[-1][1] == len(lengths)
    for (first, last), (next_first, next_last) in pairwise(found):
        assert first < next_first <= last < next_last
    for first, last in found:
        assert last - first == 1 or sum(lengths[first:last]) <= LONGEST_PASSAGE


def test_a_short_answer_is_one_passage_and_long_ones_overlap() -> None:
    assert passages([20, 30, 40]) == ((0, 3),)
    assert passages([80] * 6) == ((0, 3), (2, 5), (4, 6))
