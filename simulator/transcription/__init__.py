"""What was said, word by word, with times."""

from simulator.transcription.base import (
    FilledPause,
    Recogniser,
    Span,
    Transcript,
    TranscriptionError,
    Word,
)

__all__ = ["FilledPause", "Recogniser", "Span", "Transcript", "TranscriptionError", "Word"]
