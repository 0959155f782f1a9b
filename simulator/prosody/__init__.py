"""What is heard beside the words: melody and loudness, moment by moment, and other voices."""

from simulator.prosody.base import Contour, OverlapDetector, PitchTracker, Voices

__all__ = ["Contour", "OverlapDetector", "PitchTracker", "Voices"]
