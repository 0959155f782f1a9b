"""Length, pace, pauses, fillers and coverage of an answer. Pure: numbers in, numbers out."""

from simulator.measures.asking import asked
from simulator.measures.condition import conditions
from simulator.measures.coverage import cover, place
from simulator.measures.delivery import SILENT_PAUSE_S, measure, voiced
from simulator.measures.discourse_markers import USUAL_WORDS, FillerWords
from simulator.measures.melody import fading_ends, melody
from simulator.measures.model import (
    Asked,
    Closing,
    Cluster,
    Condition,
    Coverage,
    Disfluency,
    Evidence,
    Filler,
    FillerKind,
    HarshSentence,
    Measures,
    Melody,
    PacePoint,
    Pause,
    Sentence,
    StretchEnd,
    Telling,
    Verdict,
)
from simulator.measures.running_text import WordSpan
from simulator.measures.telling import telling

__all__ = [
    "SILENT_PAUSE_S",
    "USUAL_WORDS",
    "Asked",
    "Closing",
    "Cluster",
    "Condition",
    "Coverage",
    "Disfluency",
    "Evidence",
    "Filler",
    "FillerKind",
    "FillerWords",
    "HarshSentence",
    "Measures",
    "Melody",
    "PacePoint",
    "Pause",
    "Sentence",
    "StretchEnd",
    "Telling",
    "Verdict",
    "WordSpan",
    "asked",
    "conditions",
    "cover",
    "fading_ends",
    "measure",
    "melody",
    "place",
    "telling",
    "voiced",
]
