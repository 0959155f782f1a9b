"""Recording and playing through a real sound path: PortAudio and a virtual sound card."""

import time
from pathlib import Path

import numpy as np
import pytest

from simulator.audio import DeviceError, LiveRecording, files
from simulator.audio.loudspeaker import DeviceLoudspeaker
from simulator.audio.microphone import DeviceMicrophone
from simulator.sound import Samples, Sound
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = pytest.mark.sound_card


QUIET = 0.003


def chirp(duration_s: float, rate_hz: int = 16_000) -> Sound:
    """A tone that rises, so that every stretch of it is like no other."""
    time_s = np.arange(round(duration_s * rate_hz)) / rate_hz
    phase = 2 * np.pi * (200 * time_s + 1200 / (2 * duration_s) * time_s**2)
    return Sound((0.4 * np.sin(phase)).astype(np.float32), rate_hz)


def found_in(sound: Samples, heard: Samples) -> float:
    """The share of a sound's blocks of 0.1 s (but for silence) that stand in `heard` in place."""
    sound, heard = _coarse(sound), _coarse(heard)
    size = 1 << (len(heard) + len(sound)).bit_length()
    correlation = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(sound, size)), size)[
        : len(heard)
    ]
    offset = int(np.argmax(correlation))
    part = heard[offset : offset + len(sound)]
    part = np.pad(part, (0, len(sound) - len(part)))
    good = loud = 0
    for i in range(len(sound) // 400):
        a, b = sound[i * 400 : (i + 1) * 400], part[i * 400 : (i + 1) * 400]
        if np.sqrt(np.mean(a**2)) < QUIET:
            continue  # two kinds of silence are not alike
        loud += 1
        norm = float(np.linalg.norm(a) * np.linalg.norm(b))
        good += norm > 0 and float(a @ b) / norm > 0.9
    return good / loud


def _coarse(samples: Samples) -> Samples:
    """At 4 kHz: a sound card may delay by half a sample, which high tones alone would notice."""
    whole = samples[: len(samples) // 4 * 4]
    return np.asarray(whole.reshape(-1, 4).mean(axis=1), np.float32)


def wait_for(live: LiveRecording, state: str, longest_s: float = 8.0) -> None:
    until = time.monotonic() + longest_s
    while live.state != state and time.monotonic() < until:
        time.sleep(0.05)
    assert live.state == state


def test_what_is_said_is_what_is_recorded(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    said = chirp(3.0)
    sound_card.say_into_microphone(said).wait()
    time.sleep(0.4)
    assert live.heard_anything
    recording = live.stop()
    heard = files.read(recording.file)
    assert recording.lost == ""
    assert recording.duration_s == pytest.approx(heard.duration_s)
    assert found_in(said.samples, heard.samples) >= 0.95
    assert recording.file.stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob("*.part.wav"))
    assert live.stop() == recording


def test_what_is_played_is_what_is_heard(sound_card: VirtualSoundCard) -> None:
    ear = sound_card.listen_to_loudspeaker()
    played = chirp(2.0, 24_000)
    playback = DeviceLoudspeaker().play(played)
    until = time.monotonic() + 10
    while not playback.done and time.monotonic() < until:
        time.sleep(0.02)
    assert playback.done
    playback.stop()
    assert found_in(chirp(2.0).samples, ear.heard().samples) >= 0.95


def test_a_pause_is_not_recorded(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    live.pause()
    time.sleep(0.3)  # blocks that were on their way
    before_s = live.elapsed_s
    time.sleep(0.5)
    assert live.state == "paused"
    assert live.elapsed_s == before_s
    live.resume()
    time.sleep(0.5)
    assert live.elapsed_s > before_s
    live.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_dies_costs_nothing_that_was_said(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    said = chirp(2.0)
    sound_card.say_into_microphone(said).wait()
    time.sleep(0.4)
    sound_card.kill()
    wait_for(live, "lost")
    recording = live.stop()
    assert "microphone" in recording.lost
    assert found_in(said.samples, files.read(recording.file).samples) >= 0.95


def test_a_microphone_that_stalls_is_told(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    time.sleep(0.5)
    sound_card.freeze()
    wait_for(live, "lost")
    assert live.stop().duration_s > 0.2


def test_an_unknown_device_is_told_with_those_there_are(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    with pytest.raises(DeviceError, match="There is no microphone 'Blue Yeti'"):
        DeviceMicrophone("Blue Yeti").record(tmp_path / "a.flac")
    with pytest.raises(DeviceError, match="There is no loudspeaker"):
        DeviceLoudspeaker("Bose").play(chirp(0.1))


def test_an_unwritable_folder_is_told_before_anything_is_recorded(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    with pytest.raises(files.SoundFileError, match="could not be written"):
        DeviceMicrophone().record(tmp_path / "none" / "a.flac")
