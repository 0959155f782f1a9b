"""CSV, read by Python's reader of CSV; no field begins a formula."""

import csv
import dataclasses
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.archive import Session
from simulator.assessment import Mark
from simulator.review.exporting.table import COLUMNS, session_csv
from tests import factories


def rows_of(session: Session) -> list[dict[str, str]]:
    text = session_csv(session)
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def said(text: str) -> Session:
    return factories.a_session(
        answers=(factories.an_answer(1, assessment=factories.an_assessment(text)),)
    )


def test_one_row_an_answer() -> None:
    spoken, typed, skipped = rows_of(factories.a_session())
    assert tuple(spoken) == COLUMNS
    assert spoken["session"] == "2026-11-23-1434-k3f9"
    assert spoken["question"] == "difficult-conversation"
    assert spoken["transcript"] == factories.ANSWER_TEXT
    assert float(spoken["duration_s"]) == pytest.approx(11.1, abs=1)
    assert (spoken["score"], spoken["coverage_score"]) == ("78", "67")
    assert (spoken["covered"], spoken["unsure"], spoken["not_found"]) == ("range", "", "reasons")
    assert (typed["typed"], typed["duration_s"], typed["speech_rate_wpm"]) == ("yes", "", "")
    assert (skipped["state"], skipped["score"], skipped["transcript"]) == ("skipped", "", "")


def test_my_note_and_why_it_failed_are_columns_of_their_own() -> None:
    mine = Mark("note", factories.STARTED_AT, text="Slept badly.")
    failed = factories.an_answer(
        1, state="failed", assessment=None, note="The process died.", marks=(mine,)
    )
    alone = dataclasses.replace(failed, number=2, marks=())
    plain, marked = factories.an_answer(3), factories.an_answer(4, marks=(mine,))
    rows = rows_of(factories.a_session(answers=(failed, alone, plain, marked)))
    assert [(row["note"], row["failure"]) for row in rows] == [
        ("Slept badly.", "The process died."),
        ("", "The process died."),
        ("", ""),
        ("Slept badly.", ""),
    ]


@pytest.mark.parametrize(
    "said_so",
    ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|cmd", "＝1"],  # noqa: RUF001
)
def test_no_formula_is_begun(said_so: str) -> None:
    (row,) = rows_of(said(said_so))
    assert row["transcript"].startswith("'") or said_so.strip()[0] not in "=+-@|"
    assert row["transcript"].lstrip("'").startswith(said_so.strip())


@given(st.text())
def test_any_text_stays_in_its_field(text: str) -> None:
    mark = Mark("note", factories.STARTED_AT, text=text)
    answer = factories.an_answer(1, marks=(mark,), assessment=factories.an_assessment(text or "x"))
    session = factories.a_session(answers=(answer,), role=text or None)
    (row,) = rows_of(session)
    assert set(row) == set(COLUMNS)
    assert None not in row.values()
    for field in row.values():
        assert not field.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert "\x00" not in field
        assert "\n" not in field
