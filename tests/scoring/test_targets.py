"""Every threshold is documented, with where it comes from, and is in a sensible order."""

from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.scoring import PARTS, targets
from simulator.scoring.targets import DEFAULTS, WEIGHTS, Targets

DOCUMENT = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text()


@pytest.mark.parametrize("name", [field.name for field in fields(Targets)])
def test_every_threshold_is_documented_with_its_value(name: str) -> None:
    (row,) = [line for line in DOCUMENT.splitlines() if line.startswith(f"| `{name}`")]
    value = getattr(DEFAULTS, name)
    for number in value if isinstance(value, tuple) else (value,):
        assert f"{number:g}" in row.split("|")[2]
    assert row.split("|")[4].strip(), "no source"


@pytest.mark.parametrize("name", ["FLOOR", "TYPED_WPM", "ENOUGH_SHARE"])
def test_every_constant_is_documented_with_its_value(name: str) -> None:
    (row,) = [line for line in DOCUMENT.splitlines() if line.startswith(f"| `{name}`")]
    assert f"{getattr(targets, name):g}" in row.split("|")[2]


def test_weights_are_whole_and_content_weighs_most() -> None:
    assert set(WEIGHTS) == set(PARTS)
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert max(WEIGHTS, key=lambda part: WEIGHTS[part]) == "coverage"


def test_good_ends_lie_inside_bad_ends() -> None:
    t = DEFAULTS
    assert t.fillers_unnoticed < t.fillers_fine < t.fillers_harmful < t.fillers_worst
    paces = (t.pace_worst_wpm, t.pace_amber_wpm, t.pace_wpm)
    for outer, inner in pairwise(paces):
        assert outer[0] < inner[0] < inner[1] < outer[1]
