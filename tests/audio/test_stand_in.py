from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from simulator.audio import DeviceError, LiveRecording, Microphone, SoundFileError, files
from simulator.audio.stand_in import StandInMicrophone
from simulator.sound import Sound, silence
from tests.audio.sounds import noise, tone


def test_it_is_a_microphone() -> None:
    microphone: Microphone = StandInMicrophone([tone()])
    assert isinstance(microphone, Microphone)


def test_each_recording_is_the_next_sound_whole_and_at_once(tmp_path: Path) -> None:
    sounds = [tone(0.5), noise(0.7, level_dbfs=-20)]
    microphone = StandInMicrophone(sounds)
    for number, sound in enumerate(sounds):
        file = tmp_path / f"{number}.flac"
        live = microphone.record(file)
        assert isinstance(live, LiveRecording)
        assert live.state == "ended"
        assert live.elapsed_s == pytest.approx(sound.duration_s)
        recording = live.stop()
        assert recording == live.stop()
        kept = files.read(recording.file)
        assert np.abs(kept.samples - sound.samples).max() <= 0.5 / 32768
        assert recording.duration_s == pytest.approx(kept.duration_s)


def test_sounds_are_made_only_when_their_turn_comes(tmp_path: Path) -> None:
    made: list[int] = []

    def sounds() -> Iterator[Sound]:
        for number in range(3):
            made.append(number)
            yield tone(0.1)

    microphone = StandInMicrophone(sounds())
    assert made == []
    microphone.record(tmp_path / "a.flac")
    assert made == [0]


def test_other_rates_become_16_khz(tmp_path: Path) -> None:
    recording = StandInMicrophone([tone(1.0, rate_hz=24_000)]).record(tmp_path / "a.flac").stop()
    assert recording.sample_rate_hz == 16_000
    assert recording.duration_s == pytest.approx(1.0, abs=0.003)


def test_more_questions_than_answers_are_told(tmp_path: Path) -> None:
    microphone = StandInMicrophone([])
    with pytest.raises(DeviceError, match="more questions than recorded answers"):
        microphone.record(tmp_path / "a.flac")
    assert list(tmp_path.iterdir()) == []


def test_a_silent_answer_has_nobody_in_it(tmp_path: Path) -> None:
    microphone = StandInMicrophone([silence(2, 16_000), tone(2)])
    assert not microphone.record(tmp_path / "a.flac").heard_anything
    assert microphone.record(tmp_path / "b.flac").heard_anything


def test_discarded_it_leaves_no_file(tmp_path: Path) -> None:
    StandInMicrophone([tone()]).record(tmp_path / "a.flac").discard()
    assert list(tmp_path.iterdir()) == []


def test_an_unwritable_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(SoundFileError, match="could not be written"):
        StandInMicrophone([tone()]).record(tmp_path / "none" / "a.flac")
