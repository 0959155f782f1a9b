"""Points with reasons."""

from simulator.scoring.model import PARTS, Finding, Part, Score

__all__ = ["PARTS", "Finding", "Part", "Score"]
