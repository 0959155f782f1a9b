"""The candidate's own pay, against labelled sentences, by rules alone and with the real judge.

By rules, precision and recall on the half to develop on are 1.0; on the half to check they were
.96 and 1.0 at first sight, and are 1.0 since one phrase ("the money") was narrowed. Both halves had
been read once before the rules were written.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.judge import Judge, reader
from simulator.measures.pay_raised import pay_raised
from tests.fakes import FakeJudge
from tests.measures.labelled import HALVES, Half, hits, labelled


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("judged", [False, True])
def test_labelled_sentences(half: Half, judged: bool, judge: Judge) -> None:
    asked = judge if judged else None
    told = hits(
        [
            (line.label == "raises", bool(pay_raised(line.words, asked)), line.text)
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


def test_what_the_judge_finds_joins_what_the_rules_know() -> None:
    words = "The flat got dear. I ran the payroll. My salary is low.".split()
    assert pay_raised(words, FakeJudge({"raises-pay": "dear"})) == ((0, 4), (8, 12))
    assert pay_raised(words) == ((8, 12),)


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    words = text.split()
    for first, last in pay_raised(words):
        assert 0 <= first < last <= len(words)
