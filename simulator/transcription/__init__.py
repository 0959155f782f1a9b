"""What was said, word by word, with times."""

from simulator.transcription.base import (
    FilledPause,
    Hearing,
    Recogniser,
    Span,
    Transcript,
    TranscriptionError,
    Word,
)

__all__ = [
    "FilledPause",
    "Hearing",
    "Recogniser",
    "Span",
    "Transcript",
    "TranscriptionError",
    "Word",
]
