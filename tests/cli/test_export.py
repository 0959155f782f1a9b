"""`export`, as it is called; and a session folder that came from another machine."""

import csv
import io
import json
import os
import shutil
import stat
from pathlib import Path

import pytest
import webvtt

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
    assert capsys.readouterr().out.startswith("from-anna")
    assert run(["trend", *here]) == DONE
    assert "1 interview" in capsys.readouterr().out
    assert run(["mark", "from-anna", "1", "--note", "hers", *here]) == DONE
