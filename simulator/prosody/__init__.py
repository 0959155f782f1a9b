"""Melody and loudness of a voice, moment by moment."""

from simulator.prosody.base import Contour, PitchTracker

__all__ = ["Contour", "PitchTracker"]
