"""Points with reasons."""

from simulator.scoring.liveliness import compared
from simulator.scoring.model import PARTS, Finding, Part, Score
from simulator.scoring.scorer import score

__all__ = ["PARTS", "Finding", "Part", "Score", "compared", "score"]
