"""Compressed sound is small, whole, and starts where it started."""

from pathlib import Path

import numpy as np
import pytest

from simulator.archive import Archive
from simulator.audio.files import read, write_flac
from simulator.report.speech_sound import compressed, heard
from simulator.sound import SPEECH_RATE_HZ, Sound, silence
from tests import factories
from tests.report import interviews
from tests.spoken import spoken


def decoded(data: bytes, folder: Path) -> Sound:
    file = folder / "sound.webm"
    file.write_bytes(data)
    return read(file)


def test_speech_comes_back_as_it_went_in(tmp_path: Path) -> None:
    said = spoken("I would like to tell you about a project that went wrong at first.")
    data = compressed(said)
    back = decoded(data, tmp_path)
    assert back.duration_s == pytest.approx(said.duration_s, abs=0.03)
    size = min(len(back.samples), len(said.samples))
    one, other = back.samples[:size], said.samples[:size]
    alike = float(np.dot(one, other) / (np.linalg.norm(one) * np.linalg.norm(other)))
    assert alike > 0.8  # the codec takes out rumble, which turns phases a little
    assert len(data) * 8 / said.duration_s < 40_000


def test_the_same_sound_gives_the_same_bytes() -> None:
    sound = interviews.beeps(factories.a_transcript())
    assert compressed(sound) == compressed(sound)


@pytest.mark.parametrize("duration_s", [0.01, 0.5, 10.0, 10.01])
def test_of_any_length(duration_s: float, tmp_path: Path) -> None:
    back = decoded(compressed(silence(duration_s, SPEECH_RATE_HZ)), tmp_path)
    assert back.duration_s == pytest.approx(duration_s, abs=0.03)


def test_another_rate_is_refused() -> None:
    with pytest.raises(ValueError, match="8000"):
        compressed(silence(1.0, 8000))


class TestHeard:
    def test_a_recording(self, tmp_path: Path) -> None:
        answer = interviews.long_answer(1)
        stored = interviews.keep(Archive(tmp_path), factories.a_session(answers=(answer,)))
        found = heard(stored, answer)
        assert found.wave.startswith("M")
        assert found.compressed.startswith(b"\x1aE\xdf\xa3")  # a Matroska file
        assert found.trouble == ""

    def test_nothing_was_recorded(self, tmp_path: Path) -> None:
        answer = factories.an_answer(1, typed=True)
        stored = interviews.keep(Archive(tmp_path), factories.a_session(answers=(answer,)))
        assert heard(stored, answer).wave == ""
        assert heard(stored, answer).trouble == ""

    @pytest.mark.parametrize("damage", ["missing", "garbage", "link"])
    def test_trouble_is_told(self, tmp_path: Path, damage: str) -> None:
        answer = interviews.long_answer(1)
        stored = interviews.keep(
            Archive(tmp_path / "kept"), factories.a_session(answers=(answer,)), without_sound=(1,)
        )
        file = stored.folder / str(answer.sound)
        if damage == "garbage":
            file.write_bytes(b"not a sound")
        if damage == "link":
            elsewhere = tmp_path / "elsewhere.flac"
            write_flac(elsewhere, silence(1.0, SPEECH_RATE_HZ))
            file.symlink_to(elsewhere)
        found = heard(stored, answer)
        assert found.wave == ""
        assert found.compressed == b""
        why = "cannot be read" if damage == "garbage" else "is not there any more"
        assert found.trouble == f"The recording of this answer {why}."
