"""Reading: damaged and hostile session files end in one sentence that names the file."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.archive import Archive, ArchiveError
from simulator.archive.names import SESSION_FILE
from simulator.archive.reading import read_session
from simulator.archive.session_file import read_summary, session_text
from tests import factories

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Archive(tmp_path).create(factories.a_session()).folder


def rewrite(folder: Path, change: Change) -> None:
    document = json.loads((folder / SESSION_FILE).read_text())
    change(document)
    (folder / SESSION_FILE).write_text(json.dumps(document))


def assert_told(folder: Path) -> ArchiveError:
    with pytest.raises(ArchiveError) as caught:
        read_session(folder)
    assert str(folder / SESSION_FILE) in caught.value.what
    assert "\n" not in str(caught.value)
    assert caught.value.fix
    return caught.value


def test_the_folder_tells_the_id(folder: Path) -> None:
    renamed = folder.rename(folder.with_name("2026-11-23-1434-k3f9 copy"))
    assert read_session(renamed).id == "2026-11-23-1434-k3f9 copy"


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"schema": "one"}'])
def test_what_to_do_about_a_damaged_one_can_be_typed_as_it_stands(
    folder: Path, content: str
) -> None:
    (folder / SESSION_FILE).write_text(content)
    advice = f"mockview delete {folder.name} --recordings {folder.parent}"
    assert assert_told(folder).fix.endswith(advice)


def test_unknown_keys_are_passed_over(folder: Path) -> None:
    rewrite(folder, lambda document: document["answers"][0].update(mood="good"))
    assert read_session(folder) == factories.a_session()


def damage(*path: "str | int", value: object) -> Change:
    def change(document: dict[str, Any]) -> None:
        inner: Any = document
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        damage("answers", 0, "source", value="../../../etc/passwd"),
        damage("answers", 0, "source", value="/etc/passwd"),
        damage("answers", 0, "source", value=".bashrc"),
        damage("answers", 0, "source", value="C:\\x.flac"),
        damage("answers", 0, "number", value=0),
        damage("answers", 0, "number", value="1"),
        damage("answers", 0, "number", value=2),
        damage("answers", 1, "number", value=1),
        damage("answers", 2, "number", value=99),
        damage("answers", 0, "follows", value=1),
        damage("answers", 0, "follows", value=2),
        damage("answers", 1, "follows", value=99),
        damage("answers", 0, "state", value="perfect"),
        damage("answers", 0, "asked_at", value="2026-11-23T14:34:00"),
        damage("answers", 0, "asked_at", value=12),
        damage("answers", 0, "score", "total", value=101),
        damage("answers", 0, "score", "parts", value={"charm": 100}),
        damage("answers", 0, "audio", "duration_s", value=float("nan")),
        damage("answers", 0, "audio", "duration_s", value=1e300),
        damage("answers", 0, "measures", "words", value=None),
        damage("answers", 0, "target", "answer_s", value=[20]),
        damage("answers", 0, "telling", value={"harsh": [{"text": "x"}]}),
        damage("answers", 0, "telling", value={"ended": "yes"}),
        damage("answers", value={}),
        damage("plan", value="everything"),
        damage("seed", value=1.5),
        damage("schema", value=99),
        damage("schema", value=None),
        lambda document: document.pop("answers"),
        lambda document: document.clear(),
    ],
)
def test_a_wrong_value_is_told(folder: Path, change: Change) -> None:
    rewrite(folder, change)
    assert_told(folder)


def test_the_mistake_is_placed(folder: Path) -> None:
    rewrite(folder, damage("answers", 1, "state", value="perfect"))
    assert "answers.1.state" in assert_told(folder).what


def test_an_answer_in_the_wrong_place_is_told(folder: Path) -> None:
    rewrite(folder, lambda document: document["answers"].pop(0))
    assert "at answers: " in assert_told(folder).what
    assert "the answer at place 1 has another number" in assert_told(folder).what


def test_an_answer_follows_one_before_it(folder: Path) -> None:
    rewrite(folder, damage("answers", 2, "follows", value=1))
    assert read_session(folder).answers[2].follows == 1
    rewrite(folder, damage("answers", 2, "follows", value=99))
    assert "answer 3 follows an answer that is not before it" in assert_told(folder).what


def test_what_the_file_says_is_told_without_escapes(folder: Path) -> None:
    rewrite(folder, damage("answers", 0, "score", "parts", value={"\x1b[31mcharm": 100}))
    assert "\x1b" not in str(assert_told(folder))


def test_a_newer_schema_is_left_alone(folder: Path) -> None:
    rewrite(folder, damage("schema", value=2))
    before = (folder / SESSION_FILE).read_bytes()
    error = assert_told(folder)
    assert "newer mockview" in error.what
    assert "Update" in error.fix
    assert (folder / SESSION_FILE).read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"schema": 1, "id": "\\ud800"}',
        b"1" * 10_000,
        b'{"schema": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_session_is_told(folder: Path, content: bytes) -> None:
    (folder / SESSION_FILE).write_bytes(content)
    assert_told(folder)
    with pytest.raises(ArchiveError):
        read_summary(folder)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_file_is_told(folder: Path, share: float) -> None:
    content = (folder / SESSION_FILE).read_bytes()
    (folder / SESSION_FILE).write_bytes(content[: int(len(content) * share)])
    assert_told(folder)
    with pytest.raises(ArchiveError):
        read_summary(folder)


def test_a_missing_file_is_told(folder: Path) -> None:
    (folder / SESSION_FILE).unlink()
    assert_told(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_does_not_hang(folder: Path) -> None:
    (folder / SESSION_FILE).unlink()
    os.mkfifo(folder / SESSION_FILE)
    assert "regular file" in assert_told(folder).what


def test_a_folder_in_place_of_the_file(folder: Path) -> None:
    (folder / SESSION_FILE).unlink()
    (folder / SESSION_FILE).mkdir()
    assert_told(folder)


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    (folder / SESSION_FILE).rename(outside)
    (folder / SESSION_FILE).symlink_to(outside)
    assert_told(folder)


def test_a_huge_file_is_not_read(folder: Path) -> None:
    with (folder / SESSION_FILE).open("r+b") as stream:
        stream.truncate(10**10)  # sparse: takes no space
    assert "too large" in assert_told(folder).what


def read_or_told(read: Callable[[Path], object], folder: Path) -> None:
    """Any other error than an `ArchiveError` that names the file fails the test."""
    told = ""
    try:
        read(folder)
    except ArchiveError as error:
        told = str(error)
    assert not told or str(folder) in told


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value: Any, path: "tuple[str | int, ...]" = ()) -> "list[tuple[str | int, ...]]":
    found = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += places(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            found += places(inner, (*path, number))
    return found


TOLD = factories.an_answer(4, assessment=factories.an_assessment(telling=factories.a_telling()))
SESSION = json.loads(
    session_text(factories.a_session(answers=(*factories.a_session().answers, TOLD)))
)
PLACES = places(SESSION)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.sampled_from(PLACES), json_values)
def test_any_change_is_read_or_told(
    folder: Path, path: "tuple[str | int, ...]", value: object
) -> None:
    """Whatever stands in the file: a session, or an `ArchiveError`; never another error."""
    document = json.loads(json.dumps(SESSION))
    damage(*path, value=value)(document)
    (folder / SESSION_FILE).write_text(json.dumps(document))
    for read in (read_session, read_summary):
        read_or_told(read, folder)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(st.binary(max_size=200), st.integers(0, 3000), st.integers(0, 200))
def test_any_bytes_are_read_or_told(folder: Path, noise: bytes, place: int, taken: int) -> None:
    content = session_text(factories.a_session()).encode()
    (folder / SESSION_FILE).write_bytes(content[:place] + noise + content[place + taken :])
    for read in (read_session, read_summary):
        read_or_told(read, folder)
