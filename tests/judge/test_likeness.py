"""How like sentences are to what stands in a claim: by hand-made places."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.judge import Claim
from simulator.judge.likeness import NUMBERS, as_rows, likeness

DEGREES = {"north": 0, "east": 90, "south": 180, "north-east": 45, "label": 90}


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Five texts that are known, each a direction in the plane."""
    angles = np.radians([DEGREES[text] for text in texts])
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def test_each_sentence_is_held_against_each_kind_of_text() -> None:
    point = Claim("label", "east", ("north", "north-east"), ("south",))
    north, east = likeness(point, ["north", "east"], embed)
    assert north.examples == pytest.approx((1 + np.cos(np.pi / 4)) / 2, abs=1e-6)
    assert north.nearest_example == pytest.approx(1, abs=1e-6)
    assert north.counter_examples == pytest.approx(-1, abs=1e-6)
    assert north.description == north.label == pytest.approx(0, abs=1e-6)
    assert east.description == east.label == pytest.approx(1, abs=1e-6)


def test_without_examples_the_description_stands_in_and_no_near_miss_is_none() -> None:
    (north,) = likeness(Claim("label", "north"), ["north"], embed)
    assert north.examples == north.nearest_example == pytest.approx(1)
    assert north.counter_examples == 0


def test_rows_are_as_the_graph_takes_them() -> None:
    rows = as_rows(likeness(Claim("label", "north"), ["north", "east", "south"], embed))
    assert rows.shape == (3, NUMBERS)
    assert rows.dtype == np.float32
