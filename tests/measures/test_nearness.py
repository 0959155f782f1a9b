"""How near an answer comes to a point: by hand-made places, where every number is known."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from simulator.judge import Judge, Told, Weighed
from simulator.measures.nearness import (
    FITTED,
    Grounds,
    by_example,
    grounds,
)
from tests.factories import a_talking_point


class Compass:
    """A judge that knows four texts, each a direction in the plane (degrees)."""

    model = "compass"
    degrees = {"north": 0, "east": 90, "south": 180, "north-east": 45}  # noqa: RUF012

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        angles = np.radians([self.degrees[text] for text in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)

    def weigh(self, claim: str, sentences: Sequence[str]) -> Weighed:
        raise AssertionError("nearness reads nothing")

    def tell(self, text: str) -> Told:
        raise AssertionError("nearness is told nothing")


def a_judge() -> Judge:
    return Compass()


def test_each_text_is_held_against_its_nearest_window() -> None:
    point = a_talking_point(
        description="east", examples=("north", "north-east"), counter_examples=("south",)
    )
    got = grounds(1.5, point, a_judge().embed(["north", "south"]), a_judge())
    assert got.reading == 1.5
    assert got.examples == pytest.approx((1 + np.cos(np.pi / 4)) / 2, abs=1e-6)
    assert got.counter_examples == pytest.approx(1, abs=1e-6)
    assert got.description == pytest.approx(0, abs=1e-6)


def test_without_examples_the_description_stands_in_and_no_near_miss_is_none() -> None:
    point = a_talking_point(description="north", examples=(), counter_examples=())
    got = grounds(1.5, point, a_judge().embed(["north"]), a_judge())
    assert got.examples == pytest.approx(1)
    assert got.counter_examples == 0
    assert got.description == pytest.approx(1)


def test_the_best_evidence_is_near_the_examples_and_far_from_near_misses() -> None:
    point = a_talking_point(examples=("north",), counter_examples=("east",), description="east")
    seen = a_judge().embed(["east", "north-east", "north"])
    assert int(np.argmax(by_example(point, seen, a_judge()))) == 2


def test_being_far_from_near_misses_and_description_proves_nothing() -> None:
    far = FITTED.probability(Grounds(-1.0, 0.28, -0.2, -0.2))
    assert far == FITTED.probability(Grounds(-1.0, 0.28, 0.2, 0.2))
    assert far < 0.5


near = st.floats(-1, 1)


@given(st.floats(-20, 20), near, near, near, st.floats(0, 1))
def test_what_speaks_for_a_point_makes_it_likelier_and_what_speaks_against_it_does_not(
    reading: float, examples: float, counter: float, description: float, more: float
) -> None:
    here = FITTED.probability(Grounds(reading, examples, counter, description))
    assert 0 < here < 1
    assert FITTED.probability(Grounds(reading + more, examples, counter, description)) >= here
    assert FITTED.probability(Grounds(reading, examples + more, counter, description)) >= here
    assert FITTED.probability(Grounds(reading, examples, counter + more, description)) <= here
