"""The sound of a debrief: private, gone at its end, after a kill at the next start."""

import os
import stat
from pathlib import Path

import pytest

from simulator.archive import HeldError
from simulator.archive.debrief_sound import FOLDER, sound_folder, sweep_sound


def test_it_is_private_and_gone_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "data" / "debrief.json"
    before = os.umask(0)
    try:
        with sound_folder(file) as folder:
            (folder / "unsaid.flac").write_bytes(b"a voice")
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    finally:
        os.umask(before)
    assert list(file.parent.iterdir()) == []


def test_an_error_leaves_nothing_either(tmp_path: Path) -> None:
    def fails() -> None:
        with sound_folder(tmp_path / "debrief.json") as folder:
            (folder / "unsaid.flac").write_bytes(b"a voice")
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert list(tmp_path.iterdir()) == []


def test_there_is_one_at_a_time_and_nobody_sweeps_it(tmp_path: Path) -> None:
    file = tmp_path / "debrief.json"
    with sound_folder(file) as folder:
        (folder / "unsaid.flac").write_bytes(b"a voice")
        with pytest.raises(HeldError, match="Another debrief"), sound_folder(file):
            pass
        sweep_sound(file)
        assert [one.name for one in folder.iterdir()] == ["unsaid.flac"]


def test_what_a_killed_one_left_goes(tmp_path: Path) -> None:
    left = tmp_path / FOLDER
    left.mkdir()
    (left / "unsaid.part.wav").write_bytes(b"a voice")
    (tmp_path / ".debrief.held").touch()
    (tmp_path / "debrief.json").touch()
    sweep_sound(tmp_path / "debrief.json")
    assert [one.name for one in tmp_path.iterdir()] == ["debrief.json"]


def test_a_link_goes_and_not_what_it_points_to(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "song.flac").touch()
    (tmp_path / FOLDER).symlink_to(mine)
    sweep_sound(tmp_path / "debrief.json")
    assert not (tmp_path / FOLDER).is_symlink()
    assert (mine / "song.flac").exists()
