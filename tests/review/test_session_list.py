"""The list of past interviews."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.archive import Archive, Listing
from simulator.archive.summary import summarise
from simulator.review.session_list import listing_json, session_lines, trouble_lines
from simulator.suggesting import command
from tests import factories


def three(folder: Path) -> Archive:
    archive = Archive(folder)
    archive.create(factories.a_session("2026-11-21-0900-aaaa"))
    archive.create(factories.a_session("2026-11-22-0900-bbbb", state="stopped", role=None))
    archive.create(factories.a_session("2026-11-23-0900-cccc", answers=(), state="running"))
    return archive


TABLE = [
    "Interview             Score  Answered  State          Role",
    "2026-11-23-0900-cccc      -    0 of 0  not finished   manager",
    "2026-11-22-0900-bbbb     78    2 of 3  stopped early  any role",
    "2026-11-21-0900-aaaa     78    2 of 3  finished       manager",
]


def test_a_table_with_headings(tmp_path: Path) -> None:
    archive = three(tmp_path)
    assert session_lines(archive.listing()) == TABLE
    assert session_lines(archive.listing(), 80) == TABLE


def test_in_a_narrow_window_state_and_role_stand_below(tmp_path: Path) -> None:
    assert session_lines(three(tmp_path).listing(), 40) == [
        "Interview             Score  Answered",
        "  State, role",
        "2026-11-23-0900-cccc      -    0 of 0",
        "  not finished, manager",
        "2026-11-22-0900-bbbb     78    2 of 3",
        "  stopped early, any role",
        "2026-11-21-0900-aaaa     78    2 of 3",
        "  finished, manager",
    ]


def test_a_long_role_is_wrapped_in_its_column(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.create(factories.a_session(role="head of everything that flies and swims"))
    assert session_lines(archive.listing(), 80)[1:] == [
        "2026-11-23-1434-k3f9     78    2 of 3  finished       head of everything that",
        "                                                      flies and swims",
    ]


def test_a_long_id_has_a_line_of_its_own_and_costs_the_others_nothing(tmp_path: Path) -> None:
    archive = three(tmp_path)
    name = "a-folder-that-somebody-has-copied-from-another-machine"
    (tmp_path / "2026-11-21-0900-aaaa").rename(tmp_path / name)
    lines = session_lines(archive.listing(), 80)
    assert any(line.startswith("2026-11-23-0900-cccc   ") for line in lines)
    assert name in lines
    assert lines[lines.index(name) + 1].split()[:2] == ["78", "2"]
    assert any(line.startswith(f"{name}  ") for line in session_lines(archive.listing()))


@given(st.text(max_size=60), st.integers(20, 200), st.booleans())
def test_no_line_is_longer_than_the_window(role: str, width: int, scores: bool) -> None:
    summary = replace(summarise(factories.a_session(state="running")), role=role, id=f"i{role}")
    listing = Listing((summary, summarise(factories.a_session())), (), older=1234)
    for line in session_lines(listing, width, scores=scores):
        assert cell_len(line) <= width or line == "mockview sessions --all"
        assert "\n" not in line


def test_older_ones_are_counted(tmp_path: Path) -> None:
    assert session_lines(three(tmp_path).listing(newest=1))[-1] == (
        "... and 2 older: mockview sessions --all"
    )


def test_a_command_to_type_stays_whole(tmp_path: Path) -> None:
    told = "mockview sessions --all --recordings '/recorded/my interviews'"
    listing = three(tmp_path).listing(newest=1)
    lines = session_lines(
        listing, 60, suggest=partial(command, recordings="/recorded/my interviews")
    )
    assert lines[-2:] == ["... and 2 older:", told]


def test_none_yet(tmp_path: Path) -> None:
    assert "mockview run" in session_lines(Archive(tmp_path).listing())[0]


def test_damaged_ones_are_told(tmp_path: Path) -> None:
    archive = three(tmp_path)
    (tmp_path / "2026-11-22-0900-bbbb" / "session.json").write_text("")
    listing = archive.listing()
    assert len(session_lines(listing)) == 3
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
