"""What a user means to bring in: kept for the user alone, and read again as it was."""

import json
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.archive import ArchiveError
from simulator.archive.debrief import (
    DamagedDebriefError,
    Debrief,
    Entry,
    debrief_document,
    forget,
    kept_files,
    read_debrief,
    set_aside,
    write_debrief,
)

NOBODY = 65534
"""A user without rights."""
KEPT = Debrief(
    datetime(2026, 11, 20, 18, 30, tzinfo=UTC),
    (Entry("unsaid", "Ich spreche auch Türkisch."), Entry("pay", "70 to 80", has_range=True)),
    ("idea", "pitch"),
)


def test_what_is_kept_is_read_again_and_nobody_elses(tmp_path: Path) -> None:
    file = tmp_path / "data" / "debrief.json"
    write_debrief(file, KEPT)
    assert read_debrief(file) == KEPT
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_one_of_an_earlier_version_is_complete(tmp_path: Path) -> None:
    file = tmp_path / "debrief.json"
    document = debrief_document(KEPT)
    del document["left"]
    file.write_text(json.dumps(document))
    assert read_debrief(file) == replace(KEPT, left=())


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    later = KEPT.made_at + timedelta(days=1)
    anew = KEPT.told("idea", Entry("idea", "Pictures."), later).told("unsaid", None, later)
    assert [entry.kind for entry in anew.entries] == ["idea", "pay"]
    assert (anew.left, anew.made_at) == (("pitch",), later)
    assert KEPT.passed("pitch") == replace(KEPT, left=("idea",))
    assert (KEPT.entry("pay"), KEPT.entry("idea")) == (KEPT.entries[1], None)


def test_there_need_be_none(tmp_path: Path) -> None:
    assert read_debrief(tmp_path / "debrief.json") is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"schema": 0, "made_at": "2026-11-20T18:30:00+00:00", "entries": []}',
        '{"schema": "2", "made_at": "2026-11-20T18:30:00+00:00", "entries": []}',
        '{"schema": 1, "made_at": "yesterday", "entries": []}',
        '{"schema": 1, "made_at": "2026-11-20T18:30:00+00:00", "entries": [{"kind": "x"}]}',
        '{"schema": 1, "made_at": "2026-11-20T18:30:00+00:00", "entries": '
        '[{"kind": "idea", "text": 3, "has_range": false}]}',
        '{"schema": 1, "made_at": "2026-11-20T18:30:00+00:00", "entries": [], "left": ["x"]}',
        '{"schema": 1, "made_at": "2026-11-20T18:30:00+00:00", "entries": [], "left": 3}',
        '{"schema": 1, "made_at": "2026-11-20T18:30:00", "entries": []}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path, content: str) -> None:
    file = tmp_path / "debrief.json"
    file.write_text(content)
    with pytest.raises(DamagedDebriefError, match="mockview debrief"):
        read_debrief(file)


def assert_worth_keeping(file: Path, why: str) -> None:
    with pytest.raises(ArchiveError, match=why) as told:
        read_debrief(file)
    assert not isinstance(told.value, DamagedDebriefError), "nobody may write in its place"
    assert "Nothing was changed." in told.value.fix


def test_one_of_a_newer_version_is_not_damaged(tmp_path: Path) -> None:
    file = tmp_path / "debrief.json"
    file.write_text('{"schema": 2, "points": {"of": "another form"}}')
    assert_worth_keeping(file, r"newer mockview \(schema 2; this one reads 1\)")


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    write_debrief(real, KEPT)
    (tmp_path / "link.json").symlink_to(real)
    assert_worth_keeping(tmp_path / "link.json", "links are not followed")


def test_a_link_to_a_disk_that_is_not_there_now_is_something(tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "disk" / "debrief.json")
    assert_worth_keeping(tmp_path / "link.json", "cannot be read")


def test_a_folder_in_its_place_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "debrief.json").mkdir()
    assert_worth_keeping(tmp_path / "debrief.json", "cannot be read")
    with pytest.raises(ArchiveError, match="could not be removed"):
        forget(tmp_path / "debrief.json")


@pytest.fixture
def folder_of_somebody() -> Iterator[Path]:
    """A folder, and meanwhile we are not root, who may read all."""
    with tempfile.TemporaryDirectory() as made:  # where pytest makes its own, only root may go
        folder = Path(made)
        root = os.geteuid() == 0
        if root:
            os.chown(folder, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
@pytest.mark.parametrize("closed", ["debrief.json", "."])
def test_what_nobody_may_read_is_no_damage(folder_of_somebody: Path, closed: str) -> None:
    file = folder_of_somebody / "data" / "debrief.json"
    write_debrief(file, KEPT)
    (file.parent / closed).chmod(0)
    try:
        assert_worth_keeping(file, "permission denied")
    finally:
        file.parent.chmod(0o700)
    (file.parent / "debrief.json").chmod(0o600)
    assert read_debrief(file) == KEPT


def test_damaged_ones_are_set_aside_side_by_side_and_forgotten_together(tmp_path: Path) -> None:
    file, own = tmp_path / "debrief.json", tmp_path / "debrief-damaged-notes.json"
    own.touch()
    for content in ("first", "second"):
        file.write_text(content)
        assert set_aside(file).read_text() == content
        assert not file.exists()
    write_debrief(file, KEPT)
    assert [one.name for one in kept_files(file)] == [
        "debrief.json", "debrief-damaged-2.json", "debrief-damaged.json",
    ]  # fmt: skip
    assert forget(file)
    assert list(tmp_path.iterdir()) == [own], "what somebody called alike stays"
    assert not forget(file)
    assert not forget(tmp_path / "none" / "debrief.json")
