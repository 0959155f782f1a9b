"""Transcripts made elsewhere: plain text files."""

from pathlib import Path

from simulator.transcription.base import TranscriptionError

LARGEST_BYTES = 1_000_000
"""Two hours of speech are about 100 kB."""


def read(file: Path) -> str:
    """The text of a UTF-8 file. Raises `TranscriptionError` where it is not one."""
    advice = "Give a plain text file (UTF-8) with what was said."
    try:
        if not file.is_file():
            if file.is_dir():
                raise TranscriptionError(f"The transcript {file} is a folder.", advice)
            raise TranscriptionError(f"The transcript {file} is not there.", "Check the name.")
        with file.open("rb") as opened:
            content = opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise TranscriptionError(
            f"The transcript {file} cannot be read: {error.strerror}.", advice
        ) from error
    if len(content) > LARGEST_BYTES:
        raise TranscriptionError(
            f"The transcript {file} is over {LARGEST_BYTES // 1000} kB.", advice
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranscriptionError(f"The transcript {file} is not text.", advice) from error
    if "\x00" in text:
        raise TranscriptionError(f"The transcript {file} is not text.", advice)
    return text
