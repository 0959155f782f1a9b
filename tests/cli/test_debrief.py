"""`debrief` from the command line, typed: what is kept, shown, gone on with and forgotten."""

import io
import json
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.archive.debrief import KINDS
from simulator.archive.debrief_sound import FOLDER
from simulator.cli.main import DONE, EXPECTED, run
from tests import factories

TYPED = ("debrief", "--typed", "--voice", "silent")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    return tmp_path / "home"


def types(monkeypatch: pytest.MonkeyPatch, *answers: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{one}\n\n" for one in answers)))
    return run(TYPED)


def kept(home: Path) -> tuple[dict[str, str], list[str]]:
    document = json.loads((home / "debrief.json").read_text())
    return {entry["kind"]: entry["text"] for entry in document["entries"]}, document["left"]


def test_where_the_input_ends_the_next_one_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert types(monkeypatch, "I ran the storm desk.", "Nothing.") == DONE
    assert "3 questions are left; go on with: mockview debrief" in capsys.readouterr().out
    assert kept(home) == ({"unsaid": "I ran the storm desk."}, list(KINDS[2:]))
    assert types(monkeypatch, "A picture at the ramp.", "I start in March.", "80 to 90") == DONE
    out = capsys.readouterr().out
    assert "Left unsaid:\n  I ran the storm desk." in out
    assert "left; go on" not in out
    texts, left = kept(home)
    assert (list(texts), left) == (["unsaid", "idea", "pitch", "pay"], [])
    assert [one.name for one in home.iterdir()] == ["debrief.json"]


def test_nothing_at_all_is_nothing_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert types(monkeypatch, *["Nothing."] * 5) == DONE
    assert "nothing is kept" in capsys.readouterr().out
    assert not (home / "debrief.json").exists()


@pytest.mark.parametrize("answers", [("I ran the storm desk.",), ("Nothing.",) * 5])
def test_a_damaged_one_is_begun_anew_and_moved_aside(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: tuple[str, ...],
) -> None:
    home.mkdir()
    (home / "debrief.json").write_text("{")
    assert run(["debrief", "--show"]) == EXPECTED
    assert (home / "debrief.json").read_text() == "{", "looking changes nothing"
    capsys.readouterr()
    assert types(monkeypatch, *answers) == DONE
    aside = home / "debrief-damaged.json"
    assert capsys.readouterr().err == (
        f"What you kept in {home / 'debrief.json'} is damaged: it is now {aside}, and this debrief "
        "starts anew.\n"
    )
    assert aside.read_text() == "{"
    if len(answers) == 1:
        assert kept(home)[0] == {"unsaid": "I ran the storm desk."}
    assert run(["debrief", "--forget"]) == DONE
    assert list(home.iterdir()) == []


NEWER = '{"schema": 2, "points": ["I ran the storm desk."]}'


@pytest.mark.parametrize("answers", [("A picture at the ramp.",), ("Nothing.",) * 5])
@pytest.mark.parametrize("linked", [False, True])
def test_one_that_another_time_can_be_read_stays(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: tuple[str, ...],
    linked: bool,
) -> None:
    """Of a newer mockview, or where it cannot be opened: a link is not followed."""
    home.mkdir()
    file = home / "debrief.json"
    if linked:
        file.symlink_to(home / "a-disk-that-is-away" / "debrief.json")
    else:
        file.write_text(NEWER)
    assert types(monkeypatch, *answers) == EXPECTED
    (said,) = capsys.readouterr().err.splitlines()
    assert ("cannot be read" if linked else "newer mockview") in said
    assert "Nothing was changed." in said
    assert list(home.iterdir()) == [file]
    assert file.is_symlink() if linked else file.read_text() == NEWER
    assert run(["debrief", "--forget"]) == DONE
    assert list(home.iterdir()) == []


def test_commands_that_only_read_a_newer_one_work_or_say_so_in_a_line(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--recordings", str(tmp_path / "recordings"))
    Archive(tmp_path / "recordings").create(factories.a_session())
    home.mkdir()
    (home / "debrief.json").write_text(NEWER)
    assert run(["review", *at]) == DONE
    assert run(["report", *at]) == DONE
    capsys.readouterr()
    typed = ("--typed", "--voice", "silent", "--question", "pitch")
    assert run(["run", *typed, *at]) == EXPECTED
    (said,) = capsys.readouterr().err.splitlines()
    assert "newer mockview" in said
    assert (home / "debrief.json").read_text() == NEWER


def test_forgetting_takes_the_sound_of_a_killed_one_too_and_tells_what_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "I ran the storm desk.")
    (home / FOLDER).mkdir()
    (home / FOLDER / "short.part.wav").write_bytes(b"a voice")
    assert run(["debrief", "--forget"]) == DONE
    assert "remove such an interview with: mockview delete SESSION" in capsys.readouterr().out
    assert list(home.iterdir()) == []
    assert run(["debrief", "--show"]) == EXPECTED
    capsys.readouterr()
    assert run(["debrief", "--forget"]) == DONE
    assert capsys.readouterr().out == "Nothing was kept.\n"


def test_showing_one_that_broke_off_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "I ran the storm desk.", "Nothing.", "Nothing.", "Nothing.")
    capsys.readouterr()
    assert run(["debrief", "--show"]) == DONE
    assert "1 question is left" in capsys.readouterr().out
