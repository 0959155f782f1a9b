"""Harsh sentences, against labelled ones, by rules alone and with the real judge.

Rules made on the half to develop on found .23 of the harsh sentences of the other (precision
1.0). They were then widened with both halves known, so what they reach now is no longer unseen.
What was learnt comes from other lines (`training/lines`).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.judge import Judge, reader
from simulator.measures.blame import blame
from tests.fakes import FakeJudge
from tests.measures.labelled import Half, Hits, hits, labelled


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


def told(half: Half, judge: Judge | None) -> Hits:
    return hits(
        [
            (line.label == "blame", bool(blame(line.words, judge)), line.text)
            for line in labelled("blame", half)
        ]
    )


@pytest.mark.parametrize(("half", "recall"), [("develop", 0.75), ("check", 0.6)])
def test_labelled_sentences(half: Half, recall: float, judge: Judge) -> None:
    got = told(half, judge)
    assert got.precision >= 0.9, got.wrong
    assert got.recall >= recall, got.missed


@pytest.mark.parametrize(("half", "recall"), [("develop", 0.95), ("check", 0.5)])
def test_without_a_judge_precision_stays(half: Half, recall: float) -> None:
    got = told(half, None)
    assert got.precision >= 0.97, got.wrong
    assert got.recall >= recall, got.missed


@pytest.mark.parametrize(
    ("harsh", "softer"),
    [
        ("Your website is a disaster.", "One place where I see room is ..."),
        ("It was the fault of the sales people.", "Looking back, what would have helped us is ..."),
        (
            "My boss was incompetent.",
            "We saw it differently: what I would have needed was ...",
        ),
        (
            "They treated people like dirt.",
            "What I was missing there, and look for now, is ...",
        ),
    ],
)
def test_a_softer_way_to_begin(harsh: str, softer: str) -> None:
    words = f"I stayed four years. {harsh} I um learned a lot.".split()
    (one,) = blame(words)
    assert " ".join(words[slice(*one.span)]) == harsh
    assert one.softer == softer


def test_what_the_judge_finds_joins_what_the_rules_know() -> None:
    words = "They were asleep. I stayed. My boss was incompetent.".split()
    found = blame(words, FakeJudge({"blames": "asleep boss"}))
    assert [one.span for one in found] == [(0, 3), (5, 9)]
    assert found[0].softer == "What I was missing there, and look for now, is ..."


def test_nothing_said_blames_nobody(judge: Judge) -> None:
    assert blame([], judge) == ()


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    words = text.split()
    for one in blame(words):
        assert 0 <= one.span[0] < one.span[1] <= len(words)
