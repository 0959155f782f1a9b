"""What commands suggest names the recordings they were given, and can be typed as it stands."""

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.archive import Archive, Session
from simulator.cli.main import DONE, EXPECTED, run
from simulator.scoring import Finding
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
    return [shlex.split(line) for line in re.findall(r"(?:: |>)mockview (.+?)(?:</|\n|$)", text)]


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


def weak(archive: Archive, **changes: Any) -> Session:
    """One answer that costs most, to a question of the built-in set."""
    score = factories.a_score(40, findings=(Finding("coverage", -20.0, "Not heard"),))
    answer = factories.an_answer(
        1,
        question=factories.a_question("salary-expectation"),
        assessment=factories.an_assessment(score=score),
        sound=None,
    )
    return archive.create(factories.a_session(answers=(answer,), **changes)).session


def next_in(text: str) -> list[str]:
    (line,) = [line for line in suggested(text) if line[0] in ("run", "retake")]
    return line


def test_what_to_practise_next(
    archive: Archive,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    weak(archive)
    assert run(["review", "--recordings", NAMED]) == DONE
    line = next_in(capsys.readouterr().out)
    assert line == ["run", "--question", "salary-expectation", "--recordings", NAMED]
    monkeypatch.setattr("builtins.input", lambda _prompt="": "/s")
    assert run([*line, "--typed", "--voice", "silent"]) == DONE
    assert len(archive.listing().sessions) == 2

    assert run(["report", "2026-11-23", "-o", "page.html", "--recordings", NAMED]) == DONE
    page = (tmp_path / "page.html").read_text().replace("&#39;", "'")
    assert next_in(page) == [*line[:-1], str(archive.folder)]


def test_a_set_that_is_not_found_by_its_name_is_practised_in_the_same_interview(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = weak(archive, set_id="from-a-file")
    assert run(["review", "--recordings", NAMED]) == DONE
    line = next_in(capsys.readouterr().out)
    assert line == ["retake", session.id, "salary-expectation", "--recordings", NAMED]
    typed = iter(["I see seventy to eighty thousand, from a survey of the trade.", ""])
    monkeypatch.setattr("builtins.input", lambda _prompt="": next(typed, "/s"))
    assert run([*line, "--typed", "--voice", "silent"]) == DONE
    assert [answer.take for answer in archive.load().session.answers] == [1, 2]


def test_a_question_that_the_users_own_set_of_that_name_does_not_have(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = weak(archive)
    own = tmp_path / "home" / "question_sets" / f"{session.set_id}.yaml"
    own.parent.mkdir(parents=True)
    assert run(["sets", "new", session.set_id, "-o", str(own)]) == DONE
    capsys.readouterr()
    assert run(["review", "--recordings", NAMED]) == DONE
    line = next_in(capsys.readouterr().out)
    assert line == ["retake", session.id, "salary-expectation", "--recordings", NAMED]


def test_a_set_in_a_file_with_a_space(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sets", "new", "bakery", "-o", "my bakery.yaml"]) == DONE
    (line,) = suggested(capsys.readouterr().out)
    assert line == ["sets", "check", "my bakery.yaml"]
    assert run(line) == DONE
    comment = (tmp_path / "my bakery.yaml").read_text()
    assert "mockview sets check 'my bakery.yaml'" in comment
    assert "mockview run --set 'my bakery.yaml'" in comment


def test_a_mark_taken_back(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    stored = archive.create(factories.a_session())
    copied = stored.folder.rename(archive.folder / "a copy of it")
    words = ["mark", copied.name, "1", "--note", "too long", "--recordings", NAMED]
    assert run(words) == DONE
    (line,) = suggested(capsys.readouterr().out)
    assert run(line) == DONE
    assert archive.load(copied.name).session == replace(stored.session, id=copied.name)
