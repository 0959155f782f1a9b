"""The last impression: how it is said weighs more, and words that take it back cost points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.scoring import targets as t
from simulator.scoring.counting import times
from simulator.scoring.model import Finding, Part
from simulator.scoring.outcome import MOST_MOMENTS, Outcome

WEIGHTS: Mapping[Part, float] = {
    "coverage": 0.4,
    "length": 0.2,
    "fillers": 0.25,
    "delivery": 0.15,
}
"""Fillers weigh two thirds more than elsewhere: it is what stays in the ear (convention)."""
HEDGES_FREE = 1
"""The one that anybody may have; it is not told either (convention)."""
HEDGE_POINTS = 10.0
"""Of the part for fillers, for each hedge beyond those (convention)."""
MOST_HEDGE_POINTS = 40.0
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that make the speaker smaller ("I suppose"); no time where there is no sound."""

    text: str
    at_s: float | None


def with_hedges(fillers: Outcome, hedges: Sequence[Hedge]) -> Outcome:
    """The part for fillers with what hedges cost; it never falls below 0."""
    cost = min(MOST_HEDGE_POINTS, HEDGE_POINTS * max(0, len(hedges) - HEDGES_FREE))
    value = max(0.0, fillers.value - cost)
    if value >= fillers.value:
        return fillers
    named = ", ".join(hedge.text for hedge in hedges[:MOST_NAMED])
    reason = f"Words that take back what you say, {times(len(hedges))}: {named}; say it plainly"
    moments = tuple(hedge.at_s for hedge in hedges if hedge.at_s is not None)[:MOST_MOMENTS]
    finding = Finding("fillers", value - fillers.value, reason, moments, t.CONVENTION)
    return Outcome(value, (*fillers.findings, finding))
