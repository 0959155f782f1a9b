"""The list of past interviews."""

import json
from pathlib import Path

from simulator.archive import Archive
from simulator.review.session_list import listing_json, session_lines, trouble_lines
from tests import factories


def three(folder: Path) -> Archive:
    archive = Archive(folder)
    archive.create(factories.a_session("2026-11-21-0900-aaaa"))
    archive.create(factories.a_session("2026-11-22-0900-bbbb", state="stopped", role=None))
    archive.create(factories.a_session("2026-11-23-0900-cccc", answers=(), state="running"))
    return archive


def test_one_line_each(tmp_path: Path) -> None:
    assert session_lines(three(tmp_path).listing()) == [
        "2026-11-23-0900-cccc    -  0/0  manager  not finished",
        "2026-11-22-0900-bbbb   78  2/3  any role  stopped early",
        "2026-11-21-0900-aaaa   78  2/3  manager",
    ]


def test_older_ones_are_counted(tmp_path: Path) -> None:
    assert session_lines(three(tmp_path).listing(newest=1))[-1] == (
        "... and 2 older: mockview sessions --all"
    )


def test_none_yet(tmp_path: Path) -> None:
    assert "mockview run" in session_lines(Archive(tmp_path).listing())[0]


def test_damaged_ones_are_told(tmp_path: Path) -> None:
    archive = three(tmp_path)
    (tmp_path / "2026-11-22-0900-bbbb" / "session.json").write_text("")
    listing = archive.listing()
    assert len(session_lines(listing)) == 2
    (line,) = trouble_lines(listing)
    assert "2026-11-22-0900-bbbb" in line
    document = json.loads(listing_json(listing))
    assert [one["id"] for one in document["unreadable"]] == ["2026-11-22-0900-bbbb"]


def test_only_damaged_ones(tmp_path: Path) -> None:
    folder = Archive(tmp_path).create(factories.a_session()).folder
    (folder / "session.json").write_text("")
    assert session_lines(Archive(tmp_path).listing()) == []


def test_json_of_none_is_json_too(tmp_path: Path) -> None:
    document = json.loads(listing_json(Archive(tmp_path).listing()))
    assert document == {"schema": 1, "sessions": [], "unreadable": []}


def test_hostile_names_are_harmless(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.create(factories.a_session(role="\x1b[31mboss"))
    assert "\x1b" not in "".join(session_lines(archive.listing()))
