"""What was said, word by word, with times."""

from simulator.transcription.base import (
    FilledPause,
    Hearing,
    Recogniser,
    TimeSpan,
    Transcript,
    TranscriptionError,
    Word,
)

__all__ = [
    "FilledPause",
    "Hearing",
    "Recogniser",
    "TimeSpan",
    "Transcript",
    "TranscriptionError",
    "Word",
]
