"""Length, pace, pauses, fillers and coverage of an answer. Pure: numbers in, numbers out."""

from simulator.measures.coverage import cover
from simulator.measures.delivery import SILENT_PAUSE_S, measure
from simulator.measures.model import (
    Coverage,
    Evidence,
    Filler,
    FillerKind,
    Measures,
    Verdict,
)

__all__ = [
    "SILENT_PAUSE_S",
    "Coverage",
    "Evidence",
    "Filler",
    "FillerKind",
    "Measures",
    "Verdict",
    "cover",
    "measure",
]
