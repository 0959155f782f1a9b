"""Transcripts from text files, and what is no transcript."""

from pathlib import Path

import pytest

from simulator.transcription import TranscriptionError, texts


def test_reads_utf8_with_and_without_a_mark(tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_bytes("\ufeffCafé, between 70 and 80.".encode())
    assert texts.read(file) == "Café, between 70 and 80."


@pytest.mark.parametrize("content", [b"\xff\xfe\x00x", b"fLaC\x00\x00", b"x" * 1_000_001])
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "said.txt"
    file.write_bytes(content)
    with pytest.raises(TranscriptionError, match=r"said\.txt"):
        texts.read(file)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(TranscriptionError, match="is not there"):
        texts.read(tmp_path / "none.txt")
    with pytest.raises(TranscriptionError, match="is a folder"):
        texts.read(tmp_path)
