"""Points with reasons."""

from simulator.scoring.liveliness import against, compared, loudness_against, loudness_compared
from simulator.scoring.model import PARTS, Elsewhere, Finding, Part, Score
from simulator.scoring.scorer import score
from simulator.scoring.targets import DEFAULTS, Targets

__all__ = [
    "DEFAULTS",
    "PARTS",
    "Elsewhere",
    "Finding",
    "Part",
    "Score",
    "Targets",
    "against",
    "compared",
    "loudness_against",
    "loudness_compared",
    "score",
]
