"""`mark`, as it is called."""

import dataclasses
import json
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.cli.main import DONE, EXPECTED, USAGE, run
from tests import factories


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    made = Archive(tmp_path / "home" / "recordings")
    made.create(factories.a_session())
    return made


def test_points_are_listed_with_numbers_and_ids(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (archive.folder / "2026-11-23-1434-k3f9" / "session.json").read_bytes()
    assert run(["mark", "latest", "1"]) == DONE
    text = capsys.readouterr().out
    assert "1. covered   Gives a range, not a single figure [range]" in text
    assert "2. not heard Says where the figure comes from [reasons]" in text
    assert (archive.folder / "2026-11-23-1434-k3f9" / "session.json").read_bytes() == before


def test_a_word_counts_and_is_undone(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    original = archive.load().session
    assert run(["mark", "latest", "1", "--covered", "reasons"]) == DONE
    text = capsys.readouterr().out
    assert "your word; the program made of it: not heard" in text
    answer = archive.load().session.answers[0]
    assert answer.assessment is not None
    assert answer.assessment.score.parts["coverage"] == 100
    assert run(["review"]) == DONE
    assert "your word; the program made of it" in " ".join(capsys.readouterr().out.split())
    assert run(["mark", "latest", "1", "--not-covered", "1", "--note", "I misspoke."]) == DONE
    assert "Your note: I misspoke." in capsys.readouterr().out
    assert len(archive.load().session.answers[0].marks) == 3
    assert run(["mark", "latest", "1", "--undo"]) == DONE
    assert "I misspoke" not in capsys.readouterr().out
    assert run(["mark", "latest", "1", "--clear"]) == DONE
    assert archive.load().session == original
    assert run(["mark", "latest", "1", "--undo"]) == EXPECTED
    assert "nothing to take back" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("mark", "latest", "1", "--covered", "rnage"),
        ("mark", "latest", "99", "--covered", "1"),
        ("review", "latest", "--rescore", "--model", "nosuch"),
    ],
    ids=" ".join,
)
def test_after_a_slip_nothing_is_called_interrupted(
    archive: Archive, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(words) in (EXPECTED, USAGE)
    capsys.readouterr()
    assert run(["sessions"]) == DONE
    assert capsys.readouterr().err == ""
    assert not list(archive.folder.glob(".*.held"))


@pytest.mark.parametrize(
    ("follows", "advice"),
    [(None, "Only a note can be left on it"), (1, "It would have followed answer 1: mark that")],
    ids=["question", "follow-up"],
)
def test_a_skipped_answer_has_nothing_to_mark(
    archive: Archive, capsys: pytest.CaptureFixture[str], follows: int | None, advice: str
) -> None:
    session = archive.load().session
    *others, skipped = session.answers
    assert skipped.state == "skipped"
    skipped = dataclasses.replace(skipped, follows=follows)
    archive.save(dataclasses.replace(session, answers=(*others, skipped)))
    assert run(["mark", "latest", "3", "--covered", "1"]) == EXPECTED
    assert f"Answer 3 was skipped. {advice}" in capsys.readouterr().err
    assert run(["mark", "latest", "3", "--note", "The bell rang."]) == DONE


def test_what_was_not_measured_cannot_be_marked_yet(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    session = archive.load().session
    first, *others = session.answers
    first = dataclasses.replace(first, state="recorded", assessment=None)
    archive.save(dataclasses.replace(session, answers=(first, *others)))
    assert run(["mark", "latest", "1", "--covered", "1"]) == EXPECTED
    assert "has not been transcribed" in capsys.readouterr().err


def test_the_list_of_sessions_shows_the_new_score(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["mark", "latest", "1", "--not-covered", "range", "--not-covered", "reasons"])
    capsys.readouterr()
    run(["sessions", "--json"])
    (session,) = json.loads(capsys.readouterr().out)["sessions"]
    total = archive.load().session.total
    assert total is not None
    assert session["total"] == total < 78


def test_json_is_the_answer_and_nothing_else(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["mark", "latest", "1", "--covered", "2", "--json"]) == DONE
    document = json.loads(capsys.readouterr().out)
    assert [mark["kind"] for mark in document["marks"]] == ["covered"]
    (point,) = (point for point in document["coverage"] if point["point"] == "reasons")
    assert (point["verdict"], point["program_verdict"]) == ("covered", "not_found")
    assert document["own"]["score"]["total"] == 78
    assert document["own"]["transcript"] is None


@pytest.mark.slow
def test_a_transcript_from_a_file(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "said.txt").write_text("Between seventy and\neighty thousand,  I think.\n")
    assert run(["mark", "latest", "1", "--transcript", "@said.txt"]) == DONE
    assert "as you corrected it" in capsys.readouterr().out
    answer = archive.load().session.answers[0]
    assert answer.assessment is not None
    assert answer.assessment.transcript.text == "Between seventy and eighty thousand, I think."
    kept = archive.folder / "2026-11-23-1434-k3f9" / "01-difficult-conversation.txt"
    assert kept.read_text() == "Between seventy and eighty thousand, I think.\n"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["latest", "9", "--note", "x"], EXPECTED, "no answer '9'"),
        (["latest", "1", "--covered", "raenge"], EXPECTED, "Did you mean 'range'?"),
        (
            ["latest", "1", "--covered", "1", "--not-covered", "range"],
            EXPECTED,
            "cannot be both covered and not covered",
        ),
        (["latest", "3", "--covered", "1"], EXPECTED, "was skipped"),
        (["latest", "1", "--transcript", "@none.txt"], EXPECTED, "none.txt cannot be read"),
        (["latest", "1", "--transcript", "@bytes.txt"], EXPECTED, "not text in UTF-8"),
        (["latest", "1", "--transcript", "  "], EXPECTED, "cannot be empty"),
        (["latest", "1", "--undo", "--note", "x"], USAGE, "do not go together"),
        (["latest"], USAGE, "ANSWER"),
    ],
)
def test_mistakes_are_told_and_change_nothing(  # noqa: PLR0917 (fixtures and cases)
    archive: Archive,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    status: int,
    says: str,
) -> None:
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\xfa")
    before = (archive.folder / "2026-11-23-1434-k3f9" / "session.json").read_bytes()
    assert run(["mark", *words]) == status
    captured = capsys.readouterr()
    assert says in captured.err
    assert captured.out == ""
    assert (archive.folder / "2026-11-23-1434-k3f9" / "session.json").read_bytes() == before


def test_while_another_mockview_is_at_work_on_it(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    with archive.hold("2026-11-23-1434-k3f9"):
        assert run(["mark", "latest", "1", "--note", "x"]) == EXPECTED
    assert "Another mockview is at work" in capsys.readouterr().err
