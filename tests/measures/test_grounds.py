"""What speaks for a point, and how likely that makes it: by numbers that are known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.judge import Likeness, Standard, Weighed
from simulator.measures.grounds import (
    ANOTHERS_FROM,
    EXAMPLES_READ,
    FITTED,
    USUAL,
    Grounds,
    as_proof,
    claim,
    grounds,
    of_another_point,
)
from tests.factories import a_talking_point

STRICT = Standard((-2.0, -4.0), (-5.0,))


def weighed(*sentences: tuple[float, float, float, float], whole: float = 1.5) -> Weighed:
    """Of each sentence: how it was read; nearness to examples, near misses, description."""
    return Weighed(
        whole,
        tuple(one[0] for one in sentences),
        tuple(Likeness(one[1], one[1], one[2], one[3], 0.0) for one in sentences),
    )


def test_the_best_sentence_and_the_nearest_count() -> None:
    got = grounds(weighed((-4.0, 0.7, 0.5, 0.1), (6.0, 0.4, 0.2, 0.45)), STRICT)
    assert got.proof == pytest.approx(0.4, abs=1e-3)
    assert replace(got, proof=0.4) == Grounds(
        reading=1.5,
        proof=0.4,
        examples=0.7,
        counter_examples=0.5,
        description=0.45,
        own_examples=-3.0,
    )


def test_a_sentence_proves_by_how_it_is_read_and_what_it_is_near_to() -> None:
    read, near, near_a_miss = as_proof(
        weighed((2.0, 0.1, 0.0, 0.0), (1.0, 0.4, 0.0, 0.0), (1.0, 0.4, 0.6, 0.0)),
        (ANOTHERS_FROM,) * 3,
    )
    assert near > read
    assert near > near_a_miss


def test_what_makes_another_point_is_less_of_a_proof() -> None:
    read = weighed((2.0, 0.1, 0.0, 0.0), (1.5, 0.1, 0.0, 0.0))
    one, other = as_proof(read, (4.0, ANOTHERS_FROM))
    assert other > one


def test_of_other_points_the_best_counts() -> None:
    first, second, third = (
        weighed(*((logit, 0.0, 0.0, 0.0) for logit in logits))
        for logits in ((1.0, -2.0), (9.0, -9.0), (3.0, -8.0))
    )
    assert of_another_point((first, second, third)) == [
        [9.0, ANOTHERS_FROM],
        [3.0, -2.0],
        [9.0, -2.0],
    ]


def test_beside_a_point_that_stands_alone_there_is_no_other() -> None:
    alone = weighed((1.0, 0, 0, 0), (2.0, 0, 0, 0))
    assert of_another_point((alone,)) == [[ANOTHERS_FROM] * 2]


def test_what_is_read_alike_proves_alike() -> None:
    got = grounds(weighed((2.0, 0.8, 0.0, 0.0), (2.0, 0.2, 0.0, 0.0)), STRICT)
    assert got.proof == pytest.approx(0.5)


def test_being_far_from_near_misses_and_description_proves_nothing() -> None:
    far = grounds(weighed((1.0, 0.3, -0.2, -0.1)), STRICT)
    assert far.counter_examples == far.description == USUAL


def test_a_judge_reads_all_that_the_author_wrote() -> None:
    point = a_talking_point(examples=("one", "other"), counter_examples=("near",))
    got = claim(point)
    assert (got.label, got.description) == (point.label, point.description)
    assert (got.examples, got.counter_examples) == (("one", "other"), ("near",))


def test_where_an_author_gives_no_texts_the_judge_is_as_strict_as_usual() -> None:
    got = grounds(weighed((1.0, 0.3, 0.0, 0.0)), Standard((), ()))
    assert got.own_examples == EXAMPLES_READ


@pytest.mark.parametrize("reading", [-1e6, 1e6])
def test_no_point_is_ever_quite_certain(reading: float) -> None:
    here = grounds(weighed((1.0, 0.3, 0.0, 0.0), whole=reading), STRICT)
    assert 0 < FITTED.probability(here) < 1


near = st.floats(-1, 1)
logit = st.floats(-20, 20)


@given(st.builds(Grounds, logit, near, near, near, near, logit), st.floats(0, 1))
def test_what_speaks_for_a_point_never_makes_it_less_likely(here: Grounds, more: float) -> None:
    likely = FITTED.probability(here)
    assert 0 < likely < 1
    for name in ("reading", "proof", "examples"):
        assert FITTED.probability(replace(here, **{name: getattr(here, name) + more})) >= likely
    laxer = replace(here, own_examples=here.own_examples + more)
    assert FITTED.probability(laxer) <= likely
    nearer_to_the_words = replace(here, description=here.description + more)
    assert FITTED.probability(nearer_to_the_words) <= likely
    nearer_to_a_miss = replace(here, counter_examples=here.counter_examples + more)
    assert FITTED.probability(nearer_to_a_miss) <= likely
