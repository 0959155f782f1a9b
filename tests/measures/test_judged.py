"""Sentences that do something by what was learnt, and those that rules know beside them."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.judged import UNLESS, sentences_that
from tests.fakes import FakeJudge

JUDGE = FakeJudge({"blames": "asleep snore"})


def told(text: str, at_least: float = 1.0) -> list[str]:
    words = text.split()
    spans = sentences_that("blames", words, (), JUDGE, at_least)
    return [" ".join(words[slice(*span)]) for span in spans]


def test_sentences_from_the_threshold_on_are_told() -> None:
    text = "I sold pumps. They were asleep. I left. They snore, um, to this day."
    assert told(text) == ["They were asleep.", "They snore, um, to this day."]
    assert told(text, at_least=1000.0) == []


def test_one_deed_is_not_another() -> None:
    assert sentences_that("raises-pay", "They were asleep.".split(), (), JUDGE, 0.0) == ()


def test_stretches_of_one_sentence_without_stops_are_one() -> None:
    said = ["word"] * 60
    said[15], said[30] = "asleep", "snore"
    (span,) = sentences_that("blames", said, (), JUDGE, 1.0)
    assert span == (14, 42)


def test_where_both_find_a_sentence_it_is_as_the_rules_have_it() -> None:
    words = "I sold pumps. Well, they were asleep. I left. They snore.".split()
    assert sentences_that("blames", words, [(4, 7)], JUDGE, 1.0) == ((4, 7), (9, 11))
    assert sentences_that("blames", words, [(0, 3)], JUDGE, 1.0) == ((0, 3), (3, 7), (9, 11))


def test_a_judge_that_is_sure_of_the_contrary_takes_back_what_a_rule_found() -> None:
    words = "I sold pumps. They were asleep.".split()
    assert sentences_that("blames", words, [(0, 3)], JUDGE, 9.0) == ((0, 3),)
    denying = FakeJudge(unsure=UNLESS - 0.1)
    assert sentences_that("blames", words, [(0, 3)], denying, 9.0) == ()


def test_without_a_judge_the_rules_are_all() -> None:
    assert sentences_that("blames", "They were asleep.".split(), [(0, 3)], None, 1.0) == ((0, 3),)


@given(st.text(st.sampled_from("a asleep. snore"), max_size=300))
def test_any_text_is_taken(text: str) -> None:
    words = text.split()
    spans = sentences_that("blames", words, (), JUDGE, 1.0)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= first < last <= len(words) for first, last in spans)
