"""`export`, as it is called; and a session folder that came from another machine."""

import csv
import io
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import webvtt

from simulator.archive import Archive
from simulator.cli.main import DONE, EXPECTED, USAGE, run
from tests import factories
from tests.report import interviews
from tests.virtual_sound_card import VirtualSoundCard

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    made = Archive(tmp_path / "home" / "recordings")
    made.create(factories.a_session())
    return made


@pytest.mark.parametrize("to", ["json", "csv", "md", "vtt"])
def test_to_stdout_and_to_a_file_are_the_same(
    archive: Archive, capsys: pytest.CaptureFixture[str], to: str
) -> None:
    assert run(["export", "--to", to]) == DONE
    captured = capsys.readouterr()
    assert captured.err == ""
    assert run(["export", "latest", "--to", to, "-o", f"out.{to}"]) == DONE
    told = capsys.readouterr()
    assert told.out == ""
    assert f"Wrote out.{to}" in told.err
    assert Path(f"out.{to}").read_bytes().decode() == captured.out
    assert stat.S_IMODE(Path(f"out.{to}").stat().st_mode) == 0o600
    assert run(["export", "--to", to, "-o", "-"]) == DONE
    assert capsys.readouterr().out == captured.out


def test_json_is_what_review_prints(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "--json"]) == DONE
    reviewed = capsys.readouterr().out
    assert run(["export", "--to", "json"]) == DONE
    assert capsys.readouterr().out == reviewed
    assert json.loads(reviewed)["afterwards"]["practise_next"]["answer"] == 3, "the one passed on"


def test_an_old_file_is_replaced_and_a_link_is_followed(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    assert run(["export", "--to", "md", "-o", "link.md"]) == DONE
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text().startswith("# Second interview")


def test_a_device_stays_a_device(archive: Archive) -> None:
    assert run(["export", "--to", "json", "-o", os.devnull]) == DONE
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["--to", "xml"], USAGE, "'json', 'csv', 'md', 'vtt'"),
        ([], USAGE, "--to"),
        (["nothing", "--to", "md"], EXPECTED, "There is no interview 'nothing'"),
        (["--to", "md", "-o", "none/here.md"], EXPECTED, "here.md could not be written"),
        (["--to", "md", "-o", "home"], EXPECTED, "home is a folder"),
    ],
)
def test_mistakes_are_told(
    archive: Archive,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    status: int,
    says: str,
) -> None:
    assert run(["export", *words]) == status
    assert says in capsys.readouterr().err


def test_captions_of_an_interview_without_sound(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.create(
        factories.a_session("2026-11-24-0900-aaaa", answers=(factories.an_answer(1, typed=True),))
    )
    assert run(["export", "--to", "vtt"]) == EXPECTED
    assert "no spoken answer" in capsys.readouterr().err


def test_a_folder_copied_to_another_machine_opens_there(
    archive: Archive,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Another home, another name of the folder, no question set, and nothing may be written."""
    source = archive.folder / "2026-11-23-1434-k3f9"
    there = tmp_path / "usb" / "from-anna"
    shutil.copytree(source, there)
    for file in there.iterdir():
        file.chmod(0o444)
    shutil.rmtree(archive.folder)
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "other-home"))
    here = ["--recordings", str(tmp_path / "usb")]
    assert run(["review", "from-anna", *here]) == DONE
    assert "[um] I was thinking" in capsys.readouterr().out
    assert run(["review", "--json", *here]) == DONE
    document = json.loads(capsys.readouterr().out)
    assert document["id"] == "from-anna"
    assert run(["export", "--to", "csv", *here]) == DONE
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [row["session"] for row in rows] == ["from-anna"] * 3
    assert run(["export", "--to", "vtt", *here]) == DONE
    assert len(webvtt.from_buffer(io.StringIO(capsys.readouterr().out))) > 1
    assert run(["sessions", *here]) == DONE
    assert "\nfrom-anna " in capsys.readouterr().out
    assert run(["trend", *here]) == DONE
    assert "1 interview" in capsys.readouterr().out
    assert run(["mark", "from-anna", "1", "--note", "hers", *here]) == DONE


@pytest.fixture
def copied(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with its sound, in another place and under another name; the first one is gone."""
    shutil.rmtree(archive.folder)
    _, stored = interviews.an_interview(archive.folder)
    there = tmp_path / "usb"
    shutil.copytree(stored.folder, there / "from-anna")
    shutil.rmtree(archive.folder)
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "other-home"))
    return there


def test_a_copied_folder_is_shown_and_made_a_page_of_with_its_sound(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = ["from-anna", "--recordings", str(copied)]
    assert run(["review", *here]) == DONE
    said = capsys.readouterr().out
    assert "word0 word1" in said
    assert "Pace: 110 to 170 words a minute" in said
    assert run(["report", *here]) == DONE
    assert "from-anna/report.html" in capsys.readouterr().out
    page = (copied / "from-anna" / "report.html").read_text()
    assert page.count('class="sound"') == 2
    assert "The sound of" not in page
    assert run(["review", *here, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["id"] == "from-anna"


def test_a_copied_folder_whose_sound_stayed_behind_says_so(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for sound in (copied / "from-anna").glob("*.flac"):
        sound.unlink()
    assert run(["report", "from-anna", "--recordings", str(copied)]) == DONE
    page = (copied / "from-anna" / "report.html").read_text()
    assert "The recording of this answer is not there any more" in page


def replayed(folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    words = ["replay", "from-anna", "1", "--voice", "silent", "--recordings", str(folder)]
    return subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=CHECKOUT,
    )


@pytest.mark.sound_card
def test_a_copied_folder_is_heard(copied: Path, sound_card: VirtualSoundCard) -> None:
    ear = sound_card.listen_to_loudspeaker()
    done = replayed(copied, **sound_card.env)
    assert done.returncode == 0, done.stderr
    assert "1. Your answer" in done.stdout
    heard = ear.heard()
    assert float(abs(heard.samples).max()) > 0.1
    assert heard.duration_s > 10


def test_without_a_loudspeaker_it_is_said(copied: Path) -> None:
    done = replayed(copied, PULSE_SERVER="unix:/nowhere")
    assert done.returncode == 1
    assert "No loudspeaker was found" in done.stderr
    assert "Traceback" not in done.stderr
