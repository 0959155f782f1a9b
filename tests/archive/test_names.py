"""Names of sessions and of the files in them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.archive.names import (
    answer_stem,
    is_ours,
    is_plain_name,
    looks_like_session_id,
    new_session_id,
    transcript_name,
)

moments = st.datetimes(datetime(2000, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC))


def test_an_id_tells_when() -> None:
    assert new_session_id(datetime(2026, 11, 23, 14, 34, tzinfo=UTC), "k3f9") == (
        "2026-11-23-1434-k3f9"
    )


@given(moments, moments)
def test_ids_sort_by_time(one: datetime, other: datetime) -> None:
    first, second = sorted([one.replace(second=0), other.replace(second=0)])
    assert looks_like_session_id(new_session_id(first))
    assert new_session_id(first)[:15] <= new_session_id(second)[:15]


def test_two_ids_of_one_minute_differ() -> None:
    now = datetime(2026, 11, 23, 14, 34, tzinfo=UTC)
    assert len({new_session_id(now) for _ in range(50)}) > 45


@pytest.mark.parametrize(
    ("number", "question_id", "stem"),
    [
        (1, "difficult-conversation", "01-difficult-conversation"),
        (12, "Pay & Perks!", "12-pay-perks"),
        (3, "../../etc/passwd", "03-etc-passwd"),
        (4, "字", "04-question"),
        (100, "x", "100-x"),
    ],
)
def test_files_of_an_answer_are_called_after_it(number: int, question_id: str, stem: str) -> None:
    assert answer_stem(number, question_id) == stem


@given(st.integers(1, 999), st.text())
def test_names_are_always_plain_and_ours(number: int, question_id: str) -> None:
    for suffix in (".flac", ".part.wav", ".flac.new", ".txt"):
        name = answer_stem(number, question_id) + suffix
        assert is_plain_name(name)
        assert is_ours(name)


def test_a_transcript_is_called_like_its_sound() -> None:
    assert transcript_name(1, "pay", "01-pay-2.flac") == "01-pay-2.txt"
    assert transcript_name(1, "pay", None) == "01-pay.txt"


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc/passwd",
        ".hidden",
        "a\x00b",
        "C:x",
        "x\n",
        "a" * 256,
    ],
)
def test_names_that_reach_elsewhere_are_not_plain(name: str) -> None:
    assert not is_plain_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "2024-notes.docx",
        "01-pay.docx",
        "session.json.bak",
        "01-pay",
        "thesis.flac",
        "1-pay.flac",
        "01-pay.flac\n",
    ],
)
def test_what_others_put_there_is_not_ours(name: str) -> None:
    assert not is_ours(name)


@pytest.mark.parametrize("name", ["session.json", ".new-x8_a", "report.html", "01-pay.part.wav"])
def test_what_mockview_writes_is_ours(name: str) -> None:
    assert is_ours(name)
