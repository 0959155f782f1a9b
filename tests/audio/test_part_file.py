import os
import signal
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.audio import SoundFileError, files
from simulator.audio.flac import as_pcm
from simulator.audio.part_file import PartFile, finish, part_of, read_on
from simulator.sound import Samples
from tests.audio.sounds import noise, tone

CHECKOUT = Path(__file__).parents[2]


def read_by_others(part: Path) -> Samples:
    """What a player that knows nothing of us finds in it."""
    with wave.open(str(part)) as opened:
        assert (opened.getnchannels(), opened.getframerate()) == (1, 16_000)
        pcm = opened.readframes(opened.getnframes())
    return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 4_000), max_size=10))
def test_what_goes_in_comes_out(tmp_path: Path, lengths: list[int]) -> None:
    whole = as_pcm(noise(3, level_dbfs=-20).samples).astype(np.float32) / np.float32(32768)
    file, start = tmp_path / "01-a.flac", 0
    part = PartFile(file)
    for length in lengths:
        part.write(whole[start : start + length])
        start += length
        part.flush()
        assert part.duration_s == min(start, len(whole)) / 16_000
        assert np.array_equal(read_by_others(part.path), whole[:start])
    part.close()
    recording = finish(part.path)
    assert recording.file == file
    assert recording.duration_s == min(start, len(whole)) / 16_000
    assert not part.path.exists()
    if start:
        assert np.array_equal(files.read(file).samples, whole[:start])
    file.unlink()


KILLED = """
import os, signal, sys
import numpy as np
from pathlib import Path
from simulator.audio.flac import as_pcm
from simulator.audio.part_file import PartFile
part = PartFile(Path(sys.argv[1]))
ramp = (np.arange(40_000) % 30_000).astype(np.float32) / 32768
for start in range(0, 40_000, 800):
    part.write(ramp[start : start + 800])
    if start % 4000 == 0:
        part.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_a_kill_it_can_be_read_and_finished(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "01-a.flac")], check=False, cwd=CHECKOUT
    )
    assert done.returncode == -signal.SIGKILL
    part = part_of(tmp_path / "01-a.flac")
    expected = (np.arange(40_000) % 30_000).astype(np.float32) / 32768
    heard = read_by_others(part)
    assert len(heard) >= 40_000 - 4_000
    assert np.array_equal(heard, expected[: len(heard)])
    assert np.array_equal(files.read(part).samples, heard)
    recording = finish(part)
    assert np.array_equal(files.read(recording.file).samples, expected)  # the unflushed rest too
    assert [path.name for path in tmp_path.iterdir()] == ["01-a.flac"]


def test_half_a_number_at_the_end_is_left_out(tmp_path: Path) -> None:
    part = PartFile(tmp_path / "01-a.flac")
    part.write(tone(0.1).samples)
    part.close()
    with part.path.open("ab") as opened:
        opened.write(b"\1")
    assert finish(part.path).duration_s == pytest.approx(0.1)


def test_a_part_file_with_less_than_a_header_becomes_an_empty_recording(tmp_path: Path) -> None:
    part = part_of(tmp_path / "01-a.flac")
    part.write_bytes(b"RIFF")
    assert finish(part).duration_s == 0


def test_a_recording_that_broke_off_is_never_written_over(tmp_path: Path) -> None:
    part = PartFile(tmp_path / "01-a.flac")
    part.write(tone(0.1).samples)
    part.close()
    before = part.path.read_bytes()
    with pytest.raises(SoundFileError, match="unfinished recording is already there"):
        PartFile(tmp_path / "01-a.flac")
    assert part.path.read_bytes() == before


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_only_the_owner_reads_it_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        part = PartFile(tmp_path / "01-a.flac")
    finally:
        os.umask(before)
    assert part.path.stat().st_mode & 0o777 == 0o600
    part.close()


def test_an_unwritable_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(SoundFileError, match="could not be written"):
        PartFile(tmp_path / "none" / "01-a.flac")
    with pytest.raises(SoundFileError, match="could not be written"):
        finish(tmp_path / "02-b.part.wav")


FULL = """
import resource, signal, sys
import numpy as np
from pathlib import Path
from simulator.audio import SoundFileError
from simulator.audio.flac import as_pcm
from simulator.audio.part_file import PartFile
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_001, 50_001))
part = PartFile(Path(sys.argv[1]))
try:
    for _ in range(100):
        part.write(np.full(800, 0.25, np.float32))
except SoundFileError as error:
    print(error)
part.close()
part.close()
print(part.duration_s)
"""


def test_a_full_disk_is_told_and_what_fitted_is_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "01-a.flac")],
        check=True, capture_output=True, text=True, cwd=CHECKOUT,
    )  # fmt: skip
    told, duration_s = done.stdout.splitlines()
    assert "could not be written: File too large." in told
    assert float(duration_s) > 1.5
    part = part_of(tmp_path / "01-a.flac")
    assert np.array_equal(read_by_others(part), np.full((50_001 - 44) // 2, 0.25, np.float32))
    assert finish(part).duration_s == (50_001 - 44) // 2 / 16_000


def test_who_reads_on_gets_all_that_is_written_flushed_or_not(tmp_path: Path) -> None:
    whole = as_pcm(noise(2, level_dbfs=-20).samples).astype(np.float32) / np.float32(32768)
    file, read = tmp_path / "01-a.flac", np.zeros(0, np.float32)
    assert len(read_on(file, 0)) == 0  # not there yet
    part = PartFile(file)
    for start in range(0, len(whole), 7_000):
        part.write(whole[start : start + 7_000])
        read = np.concatenate([read, read_on(file, len(read))])
        assert np.array_equal(read, whole[: start + 7_000])
    assert len(read_on(file, len(read))) == 0
    part.close()
    finish(part.path)
    assert len(read_on(file, len(read))) == 0  # not there any more
    assert np.array_equal(files.read(file).samples, read)


def test_a_reader_that_is_in_the_way_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that somebody reads cannot be removed."""
    part = PartFile(tmp_path / "01-a.flac")
    part.write(tone(0.5).samples)
    part.close()
    remove, refusals = Path.unlink, [PermissionError(), PermissionError()]

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == part.path and refusals:
            raise refusals.pop()
        remove(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert finish(part.path).duration_s == pytest.approx(0.5)
    assert not part.path.exists()
