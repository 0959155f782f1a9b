"""Points with reasons."""

from simulator.scoring.liveliness import compared, loudness_compared
from simulator.scoring.model import PARTS, Finding, Part, Score
from simulator.scoring.scorer import score
from simulator.scoring.targets import DEFAULTS, Targets

__all__ = [
    "DEFAULTS",
    "PARTS",
    "Finding",
    "Part",
    "Score",
    "Targets",
    "compared",
    "loudness_compared",
    "score",
]
