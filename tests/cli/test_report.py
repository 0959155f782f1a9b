"""`mockview report`, and the page after an interview."""

import stat
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.cli.main import DONE, EXPECTED, run
from tests import factories
from tests.report import interviews


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def archive(home: Path) -> Archive:
    made, _ = interviews.an_interview(home / "recordings")
    return made


def test_it_lies_beside_the_recordings_and_says_where_and_what_is_in_it(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report"]) == DONE
    said = capsys.readouterr().out
    file = archive.folder / "2026-11-23-1434-k3f9" / "report.html"
    assert "home/recordings/2026-11-23-1434-k3f9/report.html" in said
    assert "it holds your voice" in said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = file.read_text()
    assert text.count('class="sound"') == 2
    assert "The big picture" in text  # a part that was not practised


def test_the_page_goes_with_the_interview(archive: Archive) -> None:
    assert run(["report"]) == DONE
    assert archive.removal("latest").foreign == ()


def test_another_interview_and_another_place(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "2026-11-09", "-o", "page.html"]) == DONE
    assert "page.html" in capsys.readouterr().out
    assert "9 November 2026" in (tmp_path / "page.html").read_text()
    assert not (archive.folder / "2026-11-09-1000-aaaa" / "report.html").exists()


def test_the_same_interview_gives_the_same_page(archive: Archive, tmp_path: Path) -> None:
    assert run(["report", "-o", "one.html"]) == DONE
    assert run(["report", "-o", "two.html"]) == DONE
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_ones_own_targets_are_in_it(home: Path, archive: Archive, tmp_path: Path) -> None:
    (home / "settings.toml").write_text("[targets]\npace_wpm = [81, 111]\n")
    assert run(["report", "-o", "page.html"]) == DONE
    assert "81 to 111" in (tmp_path / "page.html").read_text()


def test_scores_can_be_left_out(archive: Archive, tmp_path: Path) -> None:
    assert run(["report", "-o", "with.html"]) == DONE
    assert run(["report", "-o", "without.html", "--hide-scores"]) == DONE
    with_, without = ((tmp_path / f"{name}.html").read_text() for name in ("with", "without"))
    for number in ("of 100<", "78</strong>", "\u221212", "semitones around", "part-value"):
        assert number in with_
        assert number not in without.partition("<body>")[2]
    assert "not practised" in without
    assert "Not heard: stays open about the whole" in without


def test_sound_that_is_lost_costs_no_page(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = archive.folder / "2026-11-23-1434-k3f9"
    (folder / "01-salary-expectation.flac").unlink()
    (folder / "03-salary-expectation.flac").write_bytes(b"nothing")
    assert run(["report"]) == DONE
    text = (folder / "report.html").read_text()
    assert "The recording of this answer is not there any more." in text
    assert "The recording of this answer cannot be read." in text
    assert str(archive.folder) not in text
    assert 'class="sound"' not in text
    assert "holds everything you said" in text


@pytest.mark.parametrize("state", ["running", "stopped"])
def test_an_interview_that_broke_off(home: Path, tmp_path: Path, state: str) -> None:
    failed = factories.an_answer(1, state="failed", assessment=None, note="the model broke")
    waiting = factories.an_answer(2, state="recorded", assessment=None)
    archive = Archive(home / "recordings")
    archive.create(factories.a_session(answers=(failed, waiting), state=state))
    assert run(["report", "-o", "page.html"]) == DONE
    text = (tmp_path / "page.html").read_text()
    assert "Not transcribed: the model broke" in text
    assert "Recorded, not transcribed yet." in text


def test_a_set_that_is_gone(home: Path, tmp_path: Path) -> None:
    archive = Archive(home / "recordings")
    archive.create(factories.a_session(set_id="bakery"))
    assert run(["report", "-o", "page.html"]) == DONE
    assert "Behaviour" in (tmp_path / "page.html").read_text()


class TestWhatCannotBe:
    def test_no_interviews(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["report"]) == EXPECTED
        assert "mockview run" in capsys.readouterr().err

    def test_an_unknown_one(self, archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["report", "2026-11-24"]) == EXPECTED
        assert "There is no interview '2026-11-24'" in capsys.readouterr().err

    def test_a_place_that_cannot_be_written(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["report", "-o", "no/such/folder/page.html"]) == EXPECTED
        told = capsys.readouterr().err
        assert "page.html could not be written" in told
        assert "Choose another place for it." in told
        assert "--recordings" not in told, "which would move the interviews"


def test_an_interview_ends_with_its_page(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.StringIO("Between seventy and eighty thousand.\n\n"))
    words = ["run", "--typed", "--question", "salary-expectation", "--voice", "silent"]
    assert run(words) == DONE
    said = capsys.readouterr().out
    (page,) = (home / "recordings").glob("*/report.html")
    where = said.split("To see: ")[1]  # nothing of it can be heard
    assert page.parent.name in where
    assert "it holds your answers" in where
    assert "seventy" in page.read_text()
