"""Private folders, names that last, leavings that go and others' files that stay."""

import os
import stat
import time
from pathlib import Path

import pytest

from simulator import folders

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions are another matter there")


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_what_is_made_is_the_owners_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        folders.make_private(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    for made in ("a", "a/b", "a/b/c"):
        assert stat.S_IMODE((tmp_path / made).stat().st_mode) == 0o700


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folders.make_private(tmp_path / "new")
    folders.make_private(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    folders.close_to_others(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OSError, match="file"):
            folders.make_private(folder)


def aged(path: Path) -> Path:
    os.utime(path, (time.time() - 1000,) * 2, follow_symlinks=False)
    return path


def test_old_leavings_go_and_nothing_else(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "letter").touch()
    here = tmp_path / "here"
    here.mkdir()
    (here / "left-folder").mkdir()
    (here / "left-folder" / "inside").touch()
    aged(here / "left-folder")
    (here / "left-file").touch()
    aged(here / "left-file")
    (here / "left-link").symlink_to(outside)
    aged(here / "left-link")
    (here / "left-young").touch()
    (here / "other").touch()
    aged(here / "other")
    assert folders.sweep(here, "left-*", older_than_s=500) == 3
    assert sorted(path.name for path in here.iterdir()) == ["left-young", "other"]
    assert (outside / "letter").exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert folders.sweep(tmp_path / "none", "*", older_than_s=0) == 0


def test_a_file_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    folders.write_whole(file, "old")
    folders.write_whole(file, "néw\n")
    assert file.read_bytes() == "néw\n".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    import resource

    file = tmp_path / "x.txt"
    folders.write_whole(file, "old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            folders.write_whole(file, "x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]
