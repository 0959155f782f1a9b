import io
import os
import resource
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.audio import SoundFileError, files
from simulator.sound import Sound
from tests.audio.sounds import encode, noise, rms, tone


def refused(file: Path) -> str:
    """The sentence with which a file is refused; it is one line and names the file."""
    with pytest.raises(SoundFileError) as told:
        files.read(file)
    assert str(file) in told.value.what
    assert "\n" not in str(told.value)
    assert told.value.fix
    return told.value.what


def near(sound: Sound, expected: Sound) -> float:
    """How alike two sounds are, 1 at most, wherever the second begins in the first."""
    a, b = sound.samples, expected.samples
    size = len(a) + len(b)
    correlation = np.fft.irfft(np.fft.rfft(a, size) * np.conj(np.fft.rfft(b, size)), size)
    return float(correlation.max() / (np.linalg.norm(a) * np.linalg.norm(b)))


@pytest.mark.parametrize("suffix", files.SUFFIXES)
@pytest.mark.parametrize("channels", [1, 2])
def test_every_format_gives_its_sound_at_16_khz(tmp_path: Path, suffix: str, channels: int) -> None:
    said = tone(1.5, hz=440, rate_hz=48_000).samples
    file = encode(tmp_path / f"a{suffix}", np.stack([said] * channels), 48_000)
    sound = files.read(file)
    assert sound.sample_rate_hz == 16_000
    assert sound.samples.dtype == np.float32
    assert sound.duration_s == pytest.approx(1.5, abs=0.06)  # some formats pad
    assert near(sound, tone(1.5, hz=440)) > 0.98
    assert rms(sound.samples) == pytest.approx(rms(said), rel=0.05)
    assert np.array_equal(files.read(file).samples, sound.samples)


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 22_050, 44_100, 192_000])
@pytest.mark.parametrize("channels", [1, 2, 6, 8, 16])
def test_any_rate_and_any_channels_are_one_channel_at_16_khz(
    tmp_path: Path, rate_hz: int, channels: int
) -> None:
    said = tone(0.5, hz=440, level_dbfs=-3.5, rate_hz=rate_hz).samples
    file = tmp_path / "a.wav"
    soundfile.write(file, np.stack([said] * channels, axis=1), rate_hz, subtype="FLOAT")
    sound = files.read(file)
    expected = tone(0.5, hz=440, level_dbfs=-3.5)
    assert sound.duration_s == pytest.approx(0.5, abs=0.003)
    assert rms(sound.samples[400:7400] - expected.samples[400:7400]) < 0.01


def test_channels_are_averaged(tmp_path: Path) -> None:
    left, right = tone(0.5, hz=300).samples, tone(0.5, hz=1_000).samples
    soundfile.write(tmp_path / "a.wav", np.stack([left, right], 1), 16_000, subtype="FLOAT")
    assert np.allclose(files.read(tmp_path / "a.wav").samples, (left + right) / 2, atol=1e-6)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(-32768, 32767), min_size=1, max_size=3000))
def test_flac_comes_back_number_by_number(tmp_path: Path, pcm: list[int]) -> None:
    samples = np.array(pcm, np.int16).astype(np.float32) / np.float32(32768)
    file = tmp_path / "a.flac"
    files.write_flac(file, Sound(samples, 16_000))
    assert np.array_equal(files.read(file).samples, samples)


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    said = noise(0.5, level_dbfs=-20)
    files.write_flac(tmp_path / "a.flac", said)
    (tmp_path / "a.flac").rename(tmp_path / "a.mp3")
    assert files.read(tmp_path / "a.mp3").duration_s == 0.5


def test_a_picture_beside_the_sound_is_passed_over(tmp_path: Path) -> None:
    import av

    file = tmp_path / "a.webm"
    said = tone(0.5, rate_hz=48_000)
    with av.open(str(file), "w") as container:
        picture: Any = container.add_stream("libvpx", rate=10, width=64, height=64)
        sound: Any = container.add_stream("libopus", rate=48_000, layout="mono")
        blank = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        frame = av.AudioFrame.from_ndarray(said.samples[np.newaxis], format="flt", layout="mono")
        frame.sample_rate = 48_000
        for stream, part in ((picture, blank), (picture, None), (sound, frame), (sound, None)):
            container.mux(stream.encode(part))
    assert files.read(file).duration_s == pytest.approx(0.5, abs=0.03)


def test_no_file_a_folder_an_empty_one_and_text_are_told(tmp_path: Path) -> None:
    assert "is not there" in refused(tmp_path / "none.wav")
    (tmp_path / "folder.wav").mkdir()
    assert "is a folder" in refused(tmp_path / "folder.wav")
    (tmp_path / "empty.wav").touch()
    assert "is empty" in refused(tmp_path / "empty.wav")
    (tmp_path / "text.wav").write_text("I led the project. " * 500)
    refused(tmp_path / "text.wav")
    (tmp_path / "bytes.mp3").write_bytes(np.random.default_rng(0).bytes(200_000))
    refused(tmp_path / "bytes.mp3")


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert "cannot be opened" in refused(Path("a\0b.wav"))
    assert "cannot be opened" in refused(Path("a" * 5000))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_would_never_end_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    assert "is not a file" in refused(tmp_path / "pipe.wav")
    assert "is not a file" in refused(Path("/dev/zero"))
    (tmp_path / "link.wav").symlink_to("/dev/zero")
    assert "is not a file" in refused(tmp_path / "link.wav")


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".m4a", ".webm"])
def test_a_recording_that_is_cut_off_is_told_and_not_taken_for_a_short_one(
    tmp_path: Path, suffix: str
) -> None:
    said = noise(4.0, level_dbfs=-20, rate_hz=48_000).samples
    whole = encode(tmp_path / f"whole{suffix}", said[np.newaxis], 48_000).read_bytes()
    cut = tmp_path / f"cut{suffix}"
    cut.write_bytes(whole[: len(whole) // 2])
    refused(cut)


def test_a_wav_that_was_written_to_a_pipe_does_not_know_its_length(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    soundfile.write(buffer, tone(1.0).samples, 16_000, format="WAV", subtype="PCM_16")
    content = bytearray(buffer.getvalue())
    content[4:8] = content[40:44] = struct.pack("<I", 0xFFFF_FFFF)
    (tmp_path / "a.wav").write_bytes(content)
    assert files.read(tmp_path / "a.wav").duration_s == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_no_sound_are_told(tmp_path: Path, wrong: float) -> None:
    samples = tone(1.0).samples
    samples[5000] = wrong
    soundfile.write(tmp_path / "a.wav", samples, 16_000, subtype="FLOAT")
    assert "no sound" in refused(tmp_path / "a.wav")


def test_louder_than_full_scale_is_clipped(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", tone(0.1).samples * 1e9, 16_000, subtype="FLOAT")
    assert np.abs(files.read(tmp_path / "a.wav").samples).max() == 1.0


def test_a_file_without_sound_is_told(tmp_path: Path) -> None:
    import av

    with av.open(str(tmp_path / "a.webm"), "w") as container:
        picture = container.add_stream("libvpx", rate=10, width=64, height=64)
        blank = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        for part in [blank, None]:
            container.mux(picture.encode(part))
    assert "no sound" in refused(tmp_path / "a.webm")
    soundfile.write(tmp_path / "b.wav", np.zeros(0, np.float32), 16_000)
    assert "no sound" in refused(tmp_path / "b.wav")


def test_a_play_list_opens_no_other_file(tmp_path: Path) -> None:
    files.write_flac(tmp_path / "secret.flac", tone(1.0))
    (tmp_path / "a.wav").write_text("ffconcat version 1.0\nfile secret.flac\n")
    refused(tmp_path / "a.wav")
    (tmp_path / "b.wav").write_text("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/a.ts\n")
    refused(tmp_path / "b.wav")


def long_wav(file: Path, hours: float, rate_hz: int) -> None:
    """A file of silence with a hole in it: long, and no room taken."""
    data_bytes = round(hours * 3600 * rate_hz) * 2
    header = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", 36 + data_bytes, b"WAVE", b"fmt ", 16, 1, 1, rate_hz, 2 * rate_hz, 2, 16),
        *(b"data", data_bytes),
    )
    with file.open("wb") as opened:
        opened.write(header)
        opened.truncate(44 + data_bytes)


def test_a_day_is_refused_unread(tmp_path: Path) -> None:
    long_wav(tmp_path / "a.wav", 24, 8_000)
    program = (
        "import resource, sys; from pathlib import Path; from simulator.audio import files\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: files.read(Path(sys.argv[1]))\n"
        "except files.SoundFileError as error: print(error.what)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.wav")],
        capture_output=True, text=True, check=True, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (30, 30)),
    )  # fmt: skip
    told, grown_kb = done.stdout.splitlines()
    assert "longer than four hours" in told
    assert int(grown_kb) < 200_000


@pytest.mark.parametrize("rate_hz", [1, 3_999, 2_000_000_000])
def test_a_rate_that_no_recorder_has_is_told(tmp_path: Path, rate_hz: int) -> None:
    long_wav(tmp_path / "a.wav", 1000 / rate_hz / 3600, rate_hz)
    refused(tmp_path / "a.wav")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(files.SUFFIXES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=20),
    st.floats(0, 1),
)
def test_whatever_is_in_a_file_it_gives_sound_or_a_sentence(
    tmp_path: Path, suffix: str, wrong: list[tuple[float, int]], kept: float
) -> None:
    whole = tmp_path / f"whole{suffix}"
    if not whole.exists():
        encode(whole, noise(0.5, level_dbfs=-20, rate_hz=48_000).samples[np.newaxis], 48_000)
    content = bytearray(whole.read_bytes())
    for where, byte in wrong:
        content[round(where * (len(content) - 1))] = byte
    damaged = tmp_path / f"damaged{suffix}"
    damaged.write_bytes(content[: round(kept * len(content))])
    try:
        sound = files.read(damaged)
    except SoundFileError:
        pass
    else:
        assert np.isfinite(sound.samples).all()
        assert np.abs(sound.samples).max() <= 1.0
