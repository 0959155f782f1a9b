"""A file written whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.archive.model import ArchiveError
from simulator.archive.writing import cannot_write, make_folder, write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_it_is_written_for_the_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_folder(tmp_path / "a" / "b", new=True)
        write_whole(tmp_path / "a" / "b" / "x.json", "é\n")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == mode(tmp_path / "a" / "b") == 0o700
    assert mode(tmp_path / "a" / "b" / "x.json") == 0o600
    assert (tmp_path / "a" / "b" / "x.json").read_bytes() == "é\n".encode()


def test_writing_again_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    write_whole(file, "old")
    write_whole(file, "new")
    assert file.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    folder = tmp_path / "session"
    folder.mkdir()
    (folder / "x.json").symlink_to(outside)
    write_whole(folder / "x.json", "new")
    assert outside.read_text() == "mine"
    assert not (folder / "x.json").is_symlink()


def test_half_a_character_does_not_lose_an_answer(tmp_path: Path) -> None:
    write_whole(tmp_path / "x.txt", "caf\udce9!")
    assert (tmp_path / "x.txt").read_text() == "caf?!"


def test_a_folder_that_should_be_new_and_is_not(tmp_path: Path) -> None:
    make_folder(tmp_path, new=False)
    with pytest.raises(ArchiveError, match="exists"):
        make_folder(tmp_path, new=True)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="could not be written") as caught:
        write_whole(tmp_path / "gone" / "x.json", "text")
    assert caught.value.fix


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    error = cannot_write(tmp_path, OSError(errno.ENOSPC, "No space left on device"))
    assert "disk is full" in error.what
    assert "Free some space" in error.fix


FILLS_UP = """
import resource, signal, sys
from pathlib import Path
from simulator.archive.model import ArchiveError
from simulator.archive.writing import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), "x" * 5000)
except ArchiveError as error:
    print(error.what)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    """A real write that fails half-way: the system refuses files over 1000 bytes."""
    file = tmp_path / "session.json"
    write_whole(file, "old")
    done = subprocess.run(
        [sys.executable, "-c", FILLS_UP, str(file)], capture_output=True, text=True, check=True
    )
    assert "could not be written" in done.stdout
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["session.json"]
