"""Coverage: by weight, and told point by point."""

import pytest

from simulator.scoring.coverage import coverage
from tests.scoring.answers import points


def test_coverage_goes_by_weight_and_unsure_counts_half() -> None:
    got = coverage(points("covered", "unsure", "not_found", weights=(2, 1, 1)))
    assert got.value == pytest.approx(62.5)
    assert [(round(f.points, 1), f.reason, f.at_s) for f in got.findings] == [
        (-12.5, "Perhaps said, counted half: tells thing 1", (12.0,)),
        (-25.0, "Not heard: tells thing 2", ()),
    ]
