"""The conductor: asks, listens, goes on. It is handed voices, ears and a clock."""

from simulator.interview.base import (
    Candidate,
    Clock,
    Ending,
    Heard,
    Moment,
    Mouth,
    Screen,
    Shelf,
)
from simulator.interview.conductor import Conductor
from simulator.interview.programme import Programme

__all__ = [
    "Candidate",
    "Clock",
    "Conductor",
    "Ending",
    "Heard",
    "Moment",
    "Mouth",
    "Programme",
    "Screen",
    "Shelf",
]
