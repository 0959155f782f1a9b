"""`sets try` holds an answer against the user's own targets and filler words."""

import io
import json
import sys
from pathlib import Path

import pytest

from simulator.cli.main import DONE, EXPECTED, run

ANSWER = "To be honest, I would say between seventy and eighty thousand a year."
TRY = ("sets", "try", "second-interview", "salary-expectation", ANSWER, "--json")


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path))
    return tmp_path / "settings.toml"


def fillers(capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert run(TRY) == DONE
    (answer,) = json.loads(capsys.readouterr().out)["answers"]
    return [filler["text"].lower() for filler in answer["measures"]["fillers"]]


def test_words_of_ones_own_are_fillers(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fillers(capsys) == []
    settings.write_text('[fillers]\nalso = ["to be honest"]\n')
    assert fillers(capsys) == ["to be honest"]


def test_targets_of_nonsense_are_told(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings.write_text("[targets]\npace_wpm = [140, 90]\n")
    assert run(TRY) == EXPECTED
    assert "targets" in capsys.readouterr().err


def test_all_that_is_piped_in_is_the_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped = "First.\n\n  I would say between seventy and eighty thousand a year.\n\nThat is all.\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(piped))
    assert run([*TRY[:4], "--json"]) == DONE
    (answer,) = json.loads(capsys.readouterr().out)["answers"]
    assert answer["transcript"]["text"] == " ".join(piped.split())


def test_showing_a_set_names_its_roles(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sets", "show"]) == DONE
    assert "--role manager: Someone applying to lead people" in capsys.readouterr().out
