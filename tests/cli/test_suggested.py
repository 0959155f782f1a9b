"""What commands suggest names the recordings they were given, and can be typed as it stands."""

import re
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.cli.main import DONE, EXPECTED, run
from tests import factories

NAMED = "my own"


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Recordings in another place than the usual one."""
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.chdir(tmp_path)
    return Archive(tmp_path / NAMED)


def suggested(text: str) -> list[list[str]]:
    """The words of each line that is suggested, without `mockview`."""
    return [shlex.split(line) for line in re.findall(r"[:>] mockview (.+?)(?:</|\n|$)", text)]


def test_none_yet(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("sessions", "trend"):
        assert run([words, "--recordings", NAMED]) == DONE
        assert suggested(capsys.readouterr().out) == [["run", "--recordings", NAMED]]
    for words in ("review", "replay", "report", "resume"):
        assert run([words, "--recordings", NAMED]) == EXPECTED
        assert suggested(capsys.readouterr().err) == [["run", "--recordings", NAMED]]


def test_an_interview_that_is_not_there(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.create(factories.a_session())
    assert run(["retake", "nothing", "1", "--recordings", NAMED]) == EXPECTED
    (line,) = suggested(capsys.readouterr().err)
    assert line == ["sessions", "--recordings", NAMED]
    assert run(line) == DONE


def test_older_interviews(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(21):
        archive.create(factories.a_session(f"2025-01-01-00{number:02d}-aaaa", answers=()))
    assert run(["sessions", "--recordings", NAMED]) == DONE
    (line,) = suggested(capsys.readouterr().out)
    assert run(line) == DONE
    assert "2025-01-01-0000-aaaa" in capsys.readouterr().out


def test_more_best_takes(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tuple(
        factories.an_answer(number, question=factories.a_question(f"question-{number}"))
        for number in range(1, 15)
    )
    archive.create(factories.a_session(answers=answers))
    assert run(["trend", "--recordings", NAMED]) == DONE
    (line,) = suggested(capsys.readouterr().out)
    assert run(line) == DONE
    assert "question-14" in capsys.readouterr().out


def test_a_page_is_read_from_anywhere(archive: Archive, tmp_path: Path) -> None:
    assert run(["trend", "--html", "trend.html", "--recordings", NAMED]) == DONE
    page = (tmp_path / "trend.html").read_text().replace("&#39;", "'")
    assert suggested(page) == [["run", "--recordings", str(tmp_path / NAMED)]]


def test_a_mark_taken_back(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    stored = archive.create(factories.a_session())
    copied = stored.folder.rename(archive.folder / "a copy of it")
    words = ["mark", copied.name, "1", "--note", "too long", "--recordings", NAMED]
    assert run(words) == DONE
    (line,) = suggested(capsys.readouterr().out)
    assert run(line) == DONE
    assert archive.load(copied.name).session == replace(stored.session, id=copied.name)
