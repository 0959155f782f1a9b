"""What one rule makes of one part of a score, and what the rules share."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.measures import Measures
from simulator.scoring import targets as t
from simulator.scoring.model import Finding, Part

FULL = 100.0
MOST_MOMENTS = 6


@dataclass(frozen=True, slots=True)
class Outcome:
    """A part's value, 0 to 100, and findings in points of that part: all add up to 100."""

    value: float
    findings: tuple[Finding, ...]


def line(value: float, corners: Sequence[tuple[float, float]]) -> float:
    """A straight line through (measure, points) corners in order, flat beyond the ends."""
    if value <= corners[0][0]:
        return corners[0][1]
    for (x0, y0), (x1, y1) in pairwise(corners):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return corners[-1][1]


def credit(
    measures: Measures, target_s: tuple[float, float], part: Part
) -> tuple[float, Finding | None]:
    """How much of an answer there is to be fluent in, 0 to 1, and a finding where it is not all."""
    enough_s = target_s[0] * t.ENOUGH_SHARE
    share = min(1.0, (measures.answer_s or 0.0) / enough_s)
    if measures.words == 0:
        share = 0.0
    if share >= 1:
        return 1.0, None
    what = "how few fillers you need" if part == "fillers" else "how well you pace yourself"
    reason = f"Too short to show {what}"
    return share, Finding(part, -FULL * (1 - share), reason, (), t.CONVENTION)
