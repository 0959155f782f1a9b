"""What a user means to bring in: kept for the user alone, and read again as it was."""

import json
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.archive import ArchiveError
from simulator.archive.debrief import (
    Debrief,
    Entry,
    debrief_document,
    read_debrief,
    write_debrief,
)

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
        '{"schema": 2, "made_at": "2026-11-20T18:30:00+00:00", "entries": []}',
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
    with pytest.raises(ArchiveError, match="mockview debrief"):
        read_debrief(file)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    write_debrief(real, KEPT)
    (tmp_path / "link.json").symlink_to(real)
    with pytest.raises(ArchiveError):
        read_debrief(tmp_path / "link.json")
