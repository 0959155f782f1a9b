"""The head of a session file says what the whole of it says."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.archive import Archive, Session
from simulator.archive.names import SESSION_FILE
from simulator.archive.reading import read_session
from simulator.archive.session_file import read_summary, session_text
from simulator.archive.summary import summarise, summary_document
from tests import factories


@pytest.mark.parametrize(
    "session",
    [
        factories.a_session(),
        factories.a_session(answers=(), plan=("a", "b"), state="running", role=None),
        factories.a_session(state="stopped", set_title="Zweites\nGespräch “x” \x1b[31m"),
    ],
)
def test_head_and_whole_say_the_same(tmp_path: Path, session: Session) -> None:
    folder = Archive(tmp_path).create(session).folder
    assert read_summary(folder) == summarise(session) == summarise(read_session(folder))


def test_listing_reads_the_head_alone(tmp_path: Path) -> None:
    """What stands after the head may even be wrong: only opening the session finds out."""
    folder = Archive(tmp_path).create(factories.a_session()).folder
    head, newline, _ = (folder / SESSION_FILE).read_text().partition(",\n")
    (folder / SESSION_FILE).write_text(head + newline + "}]}\n")
    assert read_summary(folder) == summarise(factories.a_session())


def test_a_file_that_was_laid_out_anew_is_read_whole(tmp_path: Path) -> None:
    folder = Archive(tmp_path).create(factories.a_session()).folder
    document = json.loads((folder / SESSION_FILE).read_text())
    (folder / SESSION_FILE).write_text(json.dumps(document, indent=4, sort_keys=True))
    assert read_summary(folder) == summarise(factories.a_session())


def test_a_head_of_nonsense_is_not_believed(tmp_path: Path) -> None:
    folder = Archive(tmp_path).create(factories.a_session()).folder
    text = (folder / SESSION_FILE).read_text()
    (folder / SESSION_FILE).write_text(text.replace('"planned": 3', '"planned": "many"'))
    assert read_summary(folder).planned == 3


@pytest.mark.parametrize(
    ("column", "wrong"),
    [
        ('"scores": [78, 78, null]', '"scores": [78, 78]'),
        ('"scores": [78, 78, null]', '"scores": [78, 7800, null]'),
        ('"scores": [78, 78, null]', '"scores": [78, true, null]'),
        ('"scores": [78, 78, null]', '"scores": {"a": 1}'),
        ('"states": ["assessed"', '"states": ["dreamt"'),
        ('"takes": [1', '"takes": ["1"'),
        ('"sections": ["behaviour"', '"sections": ["be\\u001bhaviour"'),
        ('"fillers_per_minute": [12.1', '"fillers_per_minute": [-12.1'),
        ('"fillers_per_minute": [12.1', '"fillers_per_minute": [1e99'),
        ('"asked_at": ["2026', '"asked_at": ["3026-99'),
        ('"asked_at": ["2026', '"asked_at": [3, "2026'),
    ],
)
def test_columns_of_nonsense_are_not_believed(tmp_path: Path, column: str, wrong: str) -> None:
    folder = Archive(tmp_path).create(factories.a_session()).folder
    text = (folder / SESSION_FILE).read_text()
    assert column in text
    (folder / SESSION_FILE).write_text(text.replace(column, wrong, 1))
    assert read_summary(folder) == summarise(factories.a_session())


def test_skipped_questions_were_asked_but_not_answered() -> None:
    summary = summarise(factories.a_session())
    assert (summary.planned, summary.answered, len(summary.questions)) == (3, 2, 3)


@given(st.text(), st.text(min_size=1))
def test_the_file_is_json_with_one_line_for_each_answer(title: str, role: str) -> None:
    session = factories.a_session(set_title=title, role=role)
    text = session_text(session)
    assert json.loads(text)["summary"] == summary_document(summarise(session))
    answers = text[text.index('"answers": [\n') :].splitlines()[1:-1]
    assert len(answers) == len(session.answers)
