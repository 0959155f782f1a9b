"""Length, pace, pauses, fillers and coverage of an answer. Pure: numbers in, numbers out."""

from simulator.measures.coverage import cover
from simulator.measures.delivery import SILENT_PAUSE_S, measure
from simulator.measures.melody import fading_ends, melody
from simulator.measures.model import (
    Closing,
    Coverage,
    Evidence,
    Filler,
    FillerKind,
    Measures,
    Melody,
    StretchEnd,
    Verdict,
)

__all__ = [
    "SILENT_PAUSE_S",
    "Closing",
    "Coverage",
    "Evidence",
    "Filler",
    "FillerKind",
    "Measures",
    "Melody",
    "StretchEnd",
    "Verdict",
    "cover",
    "fading_ends",
    "measure",
    "melody",
]
