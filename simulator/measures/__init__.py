"""Length, pace, pauses, fillers and coverage of an answer. Pure: numbers in, numbers out."""

from simulator.measures.model import (
    Coverage,
    Evidence,
    Filler,
    FillerKind,
    Measures,
    Verdict,
)

__all__ = ["Coverage", "Evidence", "Filler", "FillerKind", "Measures", "Verdict"]
