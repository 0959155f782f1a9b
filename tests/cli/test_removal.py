"""`delete` and `purge`: they ask, say exactly what goes, and take nothing else."""

import sys
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.cli.main import DONE, EXPECTED, run
from tests import factories


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def archive(home: Path) -> Archive:
    made = Archive(home / "recordings")
    for session_id in ("2026-11-21-0900-aaaa", "2026-11-23-1434-k3f9"):
        folder = made.create(factories.a_session(session_id)).folder
        (folder / "01-difficult-conversation.flac").write_bytes(b"x" * 2_000_000)
    return made


def names(archive: Archive) -> list[str]:
    return sorted(path.name for path in archive.folder.iterdir())


def test_delete_says_what_goes_and_does_it(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["delete", "2026-11-21", "--yes"]) == DONE
    text = capsys.readouterr().out
    assert str(archive.folder / "2026-11-21-0900-aaaa") in text
    for name in ("01-difficult-conversation.flac", "02-salary-expectation.txt", "session.json"):
        assert f"  {name}\n" in text
    assert "Together 1 recording, 4 files, 2.0 MB." in text
    assert names(archive) == ["2026-11-23-1434-k3f9"]


def test_delete_needs_to_be_told_which(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["delete", "--yes"]) == 2
    assert run(["delete", "2026", "--yes"]) == EXPECTED
    assert "could be 2 interviews" in capsys.readouterr().err
    assert len(names(archive)) == 2


def test_purge_says_what_goes_and_does_it(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive.folder / "README.md").touch()
    (archive.folder / "2026-11-21-0900-aaaa" / "notes.docx").touch()
    assert run(["purge", "--yes"]) == DONE
    text = capsys.readouterr().out
    assert "2026-11-21-0900-aaaa  1 recording, 4 files" in text
    assert "2026-11-23-1434-k3f9  1 recording, 4 files" in text
    assert "stays, not made by mockview: 2026-11-21-0900-aaaa/notes.docx" in text
    assert "Together 2 recordings, 8 files, 4.0 MB." in text
    assert names(archive) == ["2026-11-21-0900-aaaa", "README.md"]
    assert [path.name for path in (archive.folder / "2026-11-21-0900-aaaa").iterdir()] == [
        "notes.docx"
    ]


def test_purge_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["purge"]) == DONE
    assert "There are no interviews" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["delete", "latest"], ["purge"]])
def test_without_a_terminal_nothing_is_removed(
    archive: Archive, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(arguments) == EXPECTED
    captured = capsys.readouterr()
    assert "Nothing was removed: there is no terminal to ask you on. Add --yes" in captured.err
    assert len(names(archive)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
@pytest.mark.parametrize(
    ("typed", "status", "left"),
    [
        ("y\r", DONE, ["2026-11-21-0900-aaaa"]),
        ("n\r", EXPECTED, ["2026-11-21-0900-aaaa", "2026-11-23-1434-k3f9"]),
        ("\r", EXPECTED, ["2026-11-21-0900-aaaa", "2026-11-23-1434-k3f9"]),
        ("\x03", 130, ["2026-11-21-0900-aaaa", "2026-11-23-1434-k3f9"]),
    ],
)
def test_on_a_terminal_it_asks(archive: Archive, typed: str, status: int, left: list[str]) -> None:
    import pexpect

    child = pexpect.spawn(
        sys.executable, ["-m", "simulator", "delete", "latest"], encoding="utf-8", timeout=30
    )
    child.expect_exact("Remove this interview?")
    child.send(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status
    assert names(archive) == left


def test_names_are_harmless(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    (archive.folder / "2026-11-21-0900-aaaa" / "\x1b[31mred.docx").touch()
    run(["delete", "2026-11-21", "--yes"])
    assert "\x1b" not in capsys.readouterr().out


def test_purge_says_what_else_is_kept_and_where(
    archive: Archive, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "debrief.json").touch()
    (home / "debrief-damaged.json").touch()
    (home / "cache").mkdir()
    for _ in range(2):  # also where there is nothing to remove any more
        assert run(["purge", "--yes"]) == DONE
        text = capsys.readouterr().out
        for name in ("debrief.json", "debrief-damaged.json"):
            assert f"(remove it with: mockview debrief --forget): {home / name}\n" in text
        assert f"logs: {home / 'cache'}\n" in text
        assert "settings" not in text
    assert (home / "debrief.json").exists()
    assert names(archive) == []
