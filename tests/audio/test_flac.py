import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.audio import SoundFileError
from simulator.audio.flac import Pcm, as_pcm, private, write_flac, write_flac_blocks
from tests.audio.sounds import tone


@given(st.lists(st.floats(-2, 2, width=32), max_size=50))
def test_numbers_are_rounded_and_kept_within_full_scale(values: list[float]) -> None:
    samples = np.array(values, np.float32)
    expected = np.clip(samples, -1, 32767 / 32768)
    assert np.abs(as_pcm(samples) / 32768 - expected).max(initial=0) <= 0.5 / 32768


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_only_the_owner_reads_it_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_flac(tmp_path / "a.flac", tone(0.1))
    finally:
        os.umask(before)
    assert (tmp_path / "a.flac").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a.flac"]


def test_what_fails_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "a.flac"
    write_flac(file, tone(0.1))
    before = file.read_bytes()

    def blocks() -> Iterator[Pcm]:
        yield as_pcm(tone(0.5).samples)
        raise OSError(28, "No space left on device")

    with pytest.raises(SoundFileError, match="No space left on device"):
        write_flac_blocks(file, blocks())
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.flac"]


def test_what_a_killed_program_left_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".a.flac.new").write_bytes(b"half of it")
    write_flac(tmp_path / "a.flac", tone(0.1))
    assert [path.name for path in tmp_path.iterdir()] == ["a.flac"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "diary"
    elsewhere.write_text("dear diary")
    for anew in (True, False):
        (tmp_path / "a").unlink(missing_ok=True)
        (tmp_path / "a").symlink_to(elsewhere)
        if anew:
            private(tmp_path / "a", anew=True).close()
        else:
            with pytest.raises(FileExistsError):
                private(tmp_path / "a")
    assert elsewhere.read_text() == "dear diary"


def test_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SoundFileError, match="could not be written") as told:
        write_flac(tmp_path / "none" / "a.flac", tone(0.1))
    assert "room on the disk" in told.value.fix


FULL = """
import resource, signal, sys
import numpy as np
from pathlib import Path
from simulator.audio import SoundFileError
from simulator.audio.flac import write_flac
from simulator.sound import Sound
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
noise = np.random.default_rng(0).normal(0, 0.1, 48_000).astype(np.float32)
try:
    write_flac(Path(sys.argv[1]), Sound(noise, 16_000))
except SoundFileError as error:
    print(error)
"""


def test_a_full_disk_is_told_with_its_reason_and_leaves_nothing(tmp_path: Path) -> None:
    # Without the measuring of coverage, which would want to write to that disk as well.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "01-a.flac")],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2], env=env,
    )  # fmt: skip
    assert "could not be written: File too large." in done.stdout
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []
