"""Sentences that a judge reads as making a claim, and those that rules know beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.claims import BLAMES
from simulator.measures.judged import sentences_that, weighed, with_read
from tests.fakes import FakeJudge

JUDGE = FakeJudge({BLAMES: "asleep snore"})


def told(text: str, judge: FakeJudge = JUDGE, at_least: float = 1.0) -> list[str]:
    words = text.split()
    return [
        " ".join(words[slice(*span)]) for span in sentences_that(BLAMES, words, judge, at_least)
    ]


def test_sentences_from_the_threshold_on_are_told() -> None:
    text = "I sold pumps. They were asleep. I left. They snore, um, to this day."
    assert told(text) == ["They were asleep.", "They snore, um, to this day."]
    assert told(text, at_least=FakeJudge.LIKELY) == told(text)
    assert told(text, at_least=FakeJudge.LIKELY + 0.1) == []


@pytest.mark.parametrize(("whole", "count"), [(0.9, 0), (1.0, 1)])
def test_a_sentence_needs_the_whole_answer_behind_it(whole: float, count: int) -> None:
    judge = FakeJudge({BLAMES: "asleep"}, whole=whole)
    assert len(told("I sold pumps. They were asleep.", judge)) == count


def test_stretches_of_one_sentence_without_stops_are_one() -> None:
    said = ["word"] * 60
    said[15], said[30] = "asleep", "snore"
    (span,) = sentences_that(BLAMES, said, JUDGE, 1.0)
    assert span == (14, 42)


def test_an_answer_is_read_once_and_silence_never() -> None:
    judge = FakeJudge()
    assert weighed(BLAMES, [], judge) is None
    assert judge.asked == []
    told("I sold pumps. They were asleep.", judge)
    assert len(judge.asked) == 1


def test_where_both_find_a_sentence_it_is_as_the_rules_have_it() -> None:
    assert with_read([(5, 9), (20, 24)], [(4, 9), (10, 15)]) == ((5, 9), (10, 15), (20, 24))
    assert with_read([], []) == ()


@given(st.text(st.sampled_from("a asleep. snore"), max_size=300))
def test_any_text_is_taken(text: str) -> None:
    words = text.split()
    spans = sentences_that(BLAMES, words, JUDGE, 1.0)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= first < last <= len(words) for first, last in spans)
