"""The page of an interview after the interview has changed."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.cli.main import DONE, EXPECTED, run
from simulator.report import REPORT_FILE, hides_scores
from tests import factories
from tests.report import interviews

SESSION = "2026-11-23-1434-k3f9"
ANEW = "The page of the interview is written anew. To see: "


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    made = Archive(tmp_path / "home" / "recordings")
    typed = factories.an_answer(
        1, typed=True, typed_text="I looked at a survey. Between seventy and eighty thousand."
    )
    made.create(factories.a_session(answers=(typed,)))
    return made


@pytest.fixture
def page(archive: Archive, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["report"]) == DONE
    capsys.readouterr()
    return archive.folder / SESSION / REPORT_FILE


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_after_a_mark(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mark", "latest", "1", "--covered", "reasons", "--note", "Slept badly."]) == DONE
    said = capsys.readouterr().out
    assert said.count(ANEW) == 1
    assert said.splitlines()[-1].startswith(f"{ANEW}home/recordings/{SESSION}/report.html")
    text = page.read_text()
    assert "Slept badly." in text
    assert "your word; the program made of it: not heard" in text
    assert run(["mark", "latest", "1", "--clear"]) == DONE
    assert "Slept badly." not in page.read_text()


def test_not_after_a_look(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_text("as it was")
    for words in (["mark", "latest", "1"], ["review"], ["mark", "latest", "1", "--undo"]):
        run(words)
        assert ANEW not in capsys.readouterr().out
    assert page.read_text() == "as it was"


def test_a_document_stays_one(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mark", "latest", "1", "--note", "x", "--json"]) == DONE
    captured = capsys.readouterr()
    json.loads(captured.out)
    assert captured.err.startswith(ANEW)
    assert page.is_file()


def test_none_is_made_where_there_is_none(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["mark", "latest", "1", "--note", "x"]) == DONE
    assert "page" not in capsys.readouterr().out
    assert not (archive.folder / SESSION / REPORT_FILE).exists()


def test_a_page_without_scores_stays_without(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not hides_scores(page)
    assert run(["report", "--hide-scores"]) == DONE
    assert hides_scores(page)
    assert run(["mark", "latest", "1", "--note", "Slept badly."]) == DONE
    assert "Score " in capsys.readouterr().out, "the terminal was not asked to hide them"
    assert "Slept badly." in page.read_text()
    assert "of 100<" not in page.read_text()
    assert run(["report"]) == DONE
    assert not hides_scores(page)


def test_a_page_that_cannot_be_written_fails_nothing(
    archive: Archive,
    page: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The archive's other files can be written; the page's turn comes when the disk is full."""
    from simulator.report import writing

    def full(file: Path, text: str) -> None:
        raise OSError(28, "No space left on device")

    before = page.read_text()
    monkeypatch.setattr(writing, "write_whole", _as_the_archive_says(full))
    assert run(["mark", "latest", "1", "--note", "Slept badly."]) == DONE
    assert "is as it was before: The disk is full" in capsys.readouterr().out
    assert page.read_text() == before
    assert archive.load().session.answers[0].marks


def _as_the_archive_says(failing: Callable[[Path, str], None]) -> Callable[[Path, str], None]:
    from simulator.archive.writing import cannot_write

    def write(file: Path, text: str) -> None:
        try:
            failing(file, text)
        except OSError as error:
            raise cannot_write(file, error) from error

    return write


@pytest.mark.slow
def test_after_measuring_again(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proof = "I looked at a survey."
    assert proof not in page.read_text()
    assert run(["review", "--rescore"]) == DONE
    assert ANEW in capsys.readouterr().out
    assert proof in page.read_text()


@pytest.mark.slow
def test_after_a_retake(
    page: Path, capsys: pytest.CaptureFixture[str], types: Callable[[str], None]
) -> None:
    types("Seventy to eighty, by the survey of our trade.\n\n")
    words = ["retake", "latest", "1", "--typed", "--voice", "silent", "--hide-scores"]
    assert run(words) == DONE
    said = capsys.readouterr().out
    assert ANEW in said
    assert "Score" not in said
    text = page.read_text()
    assert "take 2" in text
    assert hides_scores(page)


@pytest.mark.slow
def test_nothing_after_a_retake_without_an_answer(
    page: Path, capsys: pytest.CaptureFixture[str], types: Callable[[str], None]
) -> None:
    before = page.read_text()
    types("/q\n")
    assert run(["retake", "latest", "1", "--typed", "--voice", "silent"]) == EXPECTED
    assert ANEW not in capsys.readouterr().out
    assert page.read_text() == before


@pytest.mark.slow
def test_the_setting_holds_for_the_page_and_what_is_printed_after_an_interview(
    tmp_path: Path,
    archive: Archive,
    capsys: pytest.CaptureFixture[str],
    types: Callable[[str], None],
) -> None:
    (tmp_path / "home" / "settings.toml").write_text("hide_scores = true\n")
    types("Between seventy and eighty thousand.\n\n")
    words = ["run", "--typed", "--question", "salary-expectation", "--voice", "silent",
             "--feedback", "each", "--no-follow-ups"]  # fmt: skip
    assert run(words) == DONE
    assert "of 100" not in capsys.readouterr().out
    (made,) = (file for file in archive.folder.glob(f"*/{REPORT_FILE}") if SESSION not in str(file))
    assert hides_scores(made)
    types("Between seventy and eighty thousand.\n\n")
    assert run([*words, "--show-scores"]) == DONE
    assert "of 100" in capsys.readouterr().out


def test_an_interview_with_sound_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    archive, stored = interviews.a_conversation(tmp_path / "home" / "recordings")
    assert run(["report"]) == DONE
    assert run(["mark", "latest", "2", "--note", "Too long."]) == DONE
    assert "holds your voice" in capsys.readouterr().out
    text = (stored.folder / REPORT_FILE).read_text()
    assert text.count('class="sound"') == 4
    assert "Too long." in text.split('id="answer-2"')[1].split('id="answer-3"')[0]
    assert archive.load().session.answers[1].marks
