"""`--hide-scores`, and the setting: no score in what a command prints, for any that takes it."""

import io
import sys
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.cli.main import DONE, run
from tests import factories

COMMANDS = (["review"], ["sessions"], ["mark", "latest", "1"], ["drill", "--list", "--anyway"])
SCORE = "63"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    score = factories.an_assessment(score=factories.a_score(int(SCORE), findings=()))
    answer = factories.an_answer(1, assessment=score)
    Archive(tmp_path / "home" / "recordings").create(factories.a_session(answers=(answer,)))
    return tmp_path / "home"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(words) == DONE
    return capsys.readouterr().out


@pytest.mark.parametrize("words", COMMANDS)
def test_the_flag(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert SCORE in told(capsys, *words)
    hidden = told(capsys, *words, "--hide-scores")
    assert hidden.strip()
    assert SCORE not in hidden


@pytest.mark.parametrize("words", COMMANDS)
def test_the_setting_and_the_flag_against_it(
    home: Path,
    words: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (home / "settings.toml").write_text("hide_scores = true\n")
    assert SCORE not in told(capsys, *words)
    assert SCORE in told(capsys, *words, "--show-scores")
    monkeypatch.setenv("MOCKVIEW_HIDE_SCORES", "no")
    assert SCORE in told(capsys, *words)


def test_documents_have_it_always(capsys: pytest.CaptureFixture[str]) -> None:
    assert f'"total": {SCORE}' in told(capsys, "review", "--json", "--hide-scores")


@pytest.mark.parametrize("command", ["run", "resume", "retake", "drill", "report"])
def test_whatever_writes_a_page_takes_it(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--hide-scores / --show-scores" in told(capsys, command, "--help")


@pytest.mark.parametrize("flag", ["--hide-scores", "--show-scores"])
def test_an_interview_that_ends_shows_none_either(
    flag: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Between seventy and eighty thousand.\n\n"))
    words = ["run", "--typed", "--question", "salary-expectation", "--voice", "silent"]
    shown = told(capsys, *words, "--no-follow-ups", flag)
    for number in ("Score ", "of 100", "Talking points made: "):
        assert (number in shown) == (flag == "--show-scores")
    assert "The one thing to practise next" in shown
