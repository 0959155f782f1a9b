"""What goes beyond one answer through a working device: see test_devices_with_sound_card."""

import signal
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import numpy as np
import pytest

from simulator.audio import DeviceError, LiveRecording, Microphone, files
from simulator.audio.microphone import DeviceMicrophone
from simulator.audio.part_file import finish, part_of
from tests.audio.sounds import joined, noise, tone
from tests.audio.test_devices_with_sound_card import chirp, found_in, wait_for
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = pytest.mark.sound_card

CHECKOUT = Path(__file__).parents[2]


def until(what: str, live: LiveRecording, elapsed_s: float) -> None:
    end = time.monotonic() + 20
    while live.elapsed_s < elapsed_s:
        assert time.monotonic() < end, what
        time.sleep(0.02)


def test_it_is_a_microphone() -> None:
    microphone: Microphone = DeviceMicrophone()
    assert isinstance(microphone, Microphone)


def test_sound_is_coming_in_when_record_returns(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    assert isinstance(live, LiveRecording)
    assert live.state == "recording"
    until("sound", live, 0.01)
    live.discard()


def test_samples_come_back_one_by_one(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    """At the card's own rate nothing is changed between what is said and what is kept."""
    said = chirp(3.0)
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    sound_card.say_into_microphone(said).wait()
    until("the end", live, live.elapsed_s + 0.5)
    heard = files.read(live.stop().file).samples
    assert found_in(said.samples, heard) >= 0.99
    offset = int(np.argmax(np.correlate(heard, said.samples[:4000], "valid")))
    part = heard[offset : offset + len(said.samples)]
    alike = np.abs(part - said.samples[: len(part)]) < 0.01
    assert len(part) >= 0.99 * len(said.samples)
    assert alike.mean() >= 0.99


def test_a_device_of_another_rate_is_converted_on_the_way(
    sound_card: VirtualSoundCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many sound cards do, this one refuses 16 kHz."""
    import sounddevice

    class Stubborn(sounddevice.InputStream):  # type: ignore[misc]
        def __init__(self, *, samplerate: int, **rest: object) -> None:
            if samplerate == 16_000:
                raise sounddevice.PortAudioError("Invalid sample rate")
            super().__init__(samplerate=samplerate, **rest)

    monkeypatch.setattr(sounddevice, "InputStream", Stubborn)
    said = chirp(2.0)
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    sound_card.say_into_microphone(said).wait()
    until("the end", live, live.elapsed_s + 0.5)
    recording = live.stop()
    assert recording.sample_rate_hz == 16_000
    assert found_in(said.samples, files.read(recording.file).samples) >= 0.99


def test_the_room_is_nobody_and_a_voice_is_somebody(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    room = noise(1.5, level_dbfs=-50)
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    sound_card.say_into_microphone(room).wait()
    assert not live.heard_anything
    sound_card.say_into_microphone(joined(tone(0.5, level_dbfs=-0.5 - 3), room)).wait()
    assert live.heard_anything
    until("silence", live, live.elapsed_s + 0.2)
    assert live.silent_for_s > 1.0
    live.discard()


def test_the_level_shows_what_is_said(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    talking = sound_card.say_into_microphone(tone(4.0, level_dbfs=-12))
    end = time.monotonic() + 20
    while live.level().rms_dbfs < -13:
        assert time.monotonic() < end, "the tone is heard"
        time.sleep(0.02)
    assert live.level().rms_dbfs == pytest.approx(-12, abs=1)
    assert not live.level().clips
    talking.kill()
    talking.wait()
    live.discard()


def test_a_suspended_microphone_is_told_within_seconds(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    live = DeviceMicrophone().record(tmp_path / "01-a.flac")
    until("sound", live, 0.3)
    sound_card.mute_microphone()
    wait_for(live, "lost")
    recording = live.stop()
    assert "stopped sending sound" in recording.lost
    assert files.read(recording.file).duration_s >= 0.3


def test_a_full_disk_is_told_as_a_loss_and_the_part_file_stays(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    program = """
import resource, signal, sys, time
from pathlib import Path
from simulator.audio import SoundFileError
from simulator.audio.microphone import DeviceMicrophone
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
live = DeviceMicrophone().record(Path(sys.argv[1]))
while live.state == "recording":
    time.sleep(0.05)
print(live.state)
print(live.stop().lost)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "01-a.flac")],
        capture_output=True, text=True, check=True, timeout=60, cwd=CHECKOUT,
    )  # fmt: skip
    state, lost = done.stdout.splitlines()
    assert state == "lost"
    assert "File too large" in lost
    assert files.read(tmp_path / "01-a.flac").duration_s == pytest.approx(0.62, abs=0.01)


RECORDS = """
import sys, time
from pathlib import Path
from simulator.audio.microphone import DeviceMicrophone
live = DeviceMicrophone().record(Path(sys.argv[1]))
print("recording", flush=True)
while live.state == "recording":
    time.sleep(0.05)
print(live.stop().lost, flush=True)
"""


def recorder(file: Path) -> "subprocess.Popen[str]":
    program = subprocess.Popen(
        [sys.executable, "-c", RECORDS, str(file)], stdout=subprocess.PIPE, text=True, cwd=CHECKOUT
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "recording\n"
    return program


def test_killed_while_recording_at_most_half_a_second_is_gone(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    said = chirp(2.0)
    program = recorder(tmp_path / "01-a.flac")
    sound_card.say_into_microphone(said).wait()
    time.sleep(0.5)  # what the promise leaves out
    program.send_signal(signal.SIGKILL)
    program.communicate()
    part = part_of(tmp_path / "01-a.flac")
    with wave.open(str(part)) as opened:
        assert opened.getnframes() >= 2.0 * 16_000
    heard = files.read(part).samples
    assert found_in(said.samples, heard) >= 0.99
    finished = files.read(finish(part).file).samples
    assert np.array_equal(finished[: len(heard)], heard)


def test_a_frozen_sound_server_does_not_keep_the_program_from_ending(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    program = recorder(tmp_path / "01-a.flac")
    sound_card.freeze()
    said, _ = program.communicate(timeout=60)
    assert "stopped sending sound" in said
    assert program.returncode == 0
    assert files.read(tmp_path / "01-a.flac").duration_s > 0


def test_a_server_that_is_frozen_from_the_start_is_told(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    sound_card.freeze()
    thaw = threading.Timer(30, sound_card.kill)  # should we hang, the test is to fail, not to wait
    thaw.daemon = True
    thaw.start()
    with pytest.raises(DeviceError, match="does not answer"):
        DeviceMicrophone().record(tmp_path / "01-a.flac")
    thaw.cancel()
    assert list(tmp_path.iterdir()) == []


def test_no_server_at_all_is_told(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    sound_card.kill()
    with pytest.raises(DeviceError, match=r"cannot be opened|No microphone"):
        DeviceMicrophone().record(tmp_path / "01-a.flac")
    assert list(tmp_path.iterdir()) == []


def test_what_was_said_before_is_not_written_over(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    part = part_of(tmp_path / "01-a.flac")
    part.write_bytes(b"somebody's voice")
    with pytest.raises(files.SoundFileError, match="already there"):
        DeviceMicrophone().record(tmp_path / "01-a.flac")
    assert part.read_bytes() == b"somebody's voice"


def test_twenty_recordings_leave_no_thread_and_no_open_file(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    microphone = DeviceMicrophone()
    microphone.record(tmp_path / "first.flac").stop()
    threads, opened = threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))
    for number in range(20):
        microphone.record(tmp_path / f"{number}.flac").stop()
    assert threading.active_count() == threads
    assert len(list(Path("/proc/self/fd").iterdir())) <= opened + 2
