"""The user's own targets and filler words: set once, they hold in every command that scores."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.archive import Answer, Archive
from simulator.audio.flac import write_flac
from simulator.cli.main import DONE, run
from simulator.sound import Sound
from tests import factories
from tests.spoken import spoken

OWN = """
[targets]
pace_wpm = [400, 500]
answer_s = [1, 3]

[fillers]
also = ["to be honest"]
"""
"""So fast and so short that nobody keeps to them: what is held against them says so."""
SLOW = "below your target of 400 to 500"
SAID = (
    "To be honest, we moved the whole warehouse in one week. I planned every shift myself, and "
    "nobody had to work on a Sunday. It went well, to be honest, and we lost nothing on the way."
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("MOCKVIEW_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def archive(home: Path) -> Archive:
    return Archive(home / "recordings")


@pytest.fixture
def own(home: Path) -> None:
    """The user has set some."""
    (home / "settings.toml").write_text(OWN)


@pytest.fixture(params=[True, False], ids=["own", "usual"])
def own_or_usual(request: pytest.FixtureRequest, home: Path) -> bool:
    """Whether the user has set some."""
    if request.param:
        (home / "settings.toml").write_text(OWN)
    return bool(request.param)


@pytest.fixture(scope="module")
def sound() -> Sound:
    return spoken(SAID)


def assert_held(answer: dict[str, Any], *, own: bool) -> None:
    reasons = " ".join(finding["reason"] for finding in answer["score"]["findings"])
    fillers = [filler["text"] for filler in answer["measures"]["fillers"]]
    assert (SLOW in reasons) == own, reasons
    assert fillers.count("to be honest") == (2 if own else 0), answer["transcript"]["text"]


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


@pytest.mark.slow
def test_score(
    own_or_usual: bool, sound: Sound, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_flac(tmp_path / "said.flac", sound)
    assert run(["score", "--json", "--model", "base", "said.flac"]) == DONE
    (answer,) = printed(capsys)["answers"]
    assert_held(answer, own=own_or_usual)


@pytest.mark.slow
@pytest.mark.usefixtures("own")
def test_score_in_processes_of_their_own(
    sound: Sound, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.flac", "two.flac"):
        write_flac(tmp_path / name, sound)
    assert run(["score", "--json", "--jobs", "2", "--model", "base", str(tmp_path)]) == DONE
    one, two = printed(capsys)["answers"]
    assert_held(one, own=True)
    assert_held(two, own=True)


def test_score_of_a_text(
    own_or_usual: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "said.txt").write_text(SAID)
    assert run(["score", "--json", "said.txt"]) == DONE
    (answer,) = printed(capsys)["answers"]
    told = answer["score"]["not_scored"] + answer["score"]["findings"][0]["reason"]
    assert ("held against 1 to 3 seconds" in told) == own_or_usual
    assert ("longer than your target; aim for 1 to 3 seconds" in told) == own_or_usual
    assert ("held against 60 to 120 seconds" in told) != own_or_usual


@pytest.mark.slow
@pytest.mark.usefixtures("own")
def test_run(home: Path, sound: Sound, tmp_path: Path) -> None:
    write_flac(tmp_path / "said.flac", sound)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "simulator", "run", "--json", "--no-input", "--voice"),
            *("silent", "--no-follow-ups", "--model", "base", "--question", "last-impression"),
            *("--answers", str(tmp_path / "said.flac")),
        ],
        env=os.environ | {"MOCKVIEW_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    (answer,) = json.loads(done.stdout)["answers"]
    assert_held(answer, own=True)


@pytest.mark.slow
@pytest.mark.usefixtures("own")
def test_review_rescore(archive: Archive, sound: Sound, capsys: pytest.CaptureFixture[str]) -> None:
    stored = archive.create(factories.a_session(answers=(factories.an_answer(1),)))
    name = stored.session.answers[0].sound
    assert name is not None
    write_flac(stored.folder / name, sound)
    assert run(["review", "--rescore", "--json", "--model", "base"]) == DONE
    (answer,) = printed(capsys)["answers"]
    assert_held(answer, own=True)


@pytest.mark.slow
@pytest.mark.usefixtures("own")
def test_mark_with_a_corrected_transcript(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.create(factories.a_session(answers=(factories.an_answer(1),)))
    assert run(["mark", "latest", "1", "--transcript", SAID, "--json"]) == DONE
    assert_held(printed(capsys), own=True)


def test_mark_with_a_word_of_ones_own(
    own_or_usual: bool, archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.create(factories.a_session(answers=(factories.an_answer(1),)))
    assert run(["mark", "latest", "1", "--covered", "reasons", "--json"]) == DONE
    reasons = [finding["reason"] for finding in printed(capsys)["score"]["findings"]]
    assert any(SLOW in reason for reason in reasons) == own_or_usual


def take(number: int, rate_wpm: float) -> Answer:
    measures = replace(factories.some_measures(), speech_rate_wpm=rate_wpm)
    made = factories.an_assessment(measures=measures)
    return factories.an_answer(number, take=number, assessment=made)


def test_takes_are_compared_by_ones_own_target(
    own_or_usual: bool, archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    """From 130 to 180 words a minute: nearer to 400, and away from what is usual."""
    archive.create(factories.a_session(answers=(take(1, 130.0), take(2, 180.0))))
    assert run(["review"]) == DONE
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    changed = lines.index("Words a minute: 130 → 180")
    heads = [line for line in lines[:changed] if line in ("Better", "Not better")]
    assert heads[-1] == ("Better" if own_or_usual else "Not better")
