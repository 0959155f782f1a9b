"""Removing: what mockview made and nothing else, and never through a link."""

from pathlib import Path

import pytest

from simulator.archive import Archive, ArchiveError, Removal
from tests import factories


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "recordings")
    folder = made.create(factories.a_session()).folder
    (folder / "01-difficult-conversation.flac").write_bytes(b"x" * 1000)
    (folder / "03-last-impression.part.wav").write_bytes(b"x" * 100)
    return made


def all_gone(archive: Archive) -> None:
    for removal in archive.removals():
        archive.delete(removal)


def test_it_says_what_goes(archive: Archive) -> None:
    removal = archive.removal("latest")
    assert removal.files == (
        "01-difficult-conversation.flac",
        "01-difficult-conversation.txt",
        "02-salary-expectation.txt",
        "03-last-impression.part.wav",
        "session.json",
    )
    assert removal.recordings == 2
    assert removal.size_bytes == sum(
        (removal.folder / name).stat().st_size for name in removal.files
    )
    assert removal.foreign == ()


def test_what_was_said_goes(archive: Archive) -> None:
    archive.delete(archive.removal("2026-11-23"))
    assert list(archive.folder.iterdir()) == []


def test_other_sessions_and_files_stay(archive: Archive) -> None:
    other = archive.create(factories.a_session("2026-11-24-0900-bbbb")).folder
    (archive.folder / "README.md").touch()
    archive.delete(archive.removal("2026-11-23"))
    assert sorted(archive.folder.iterdir()) == [other, archive.folder / "README.md"]


def test_a_purge_takes_all_sessions_and_no_more(archive: Archive) -> None:
    archive.create(factories.a_session("2026-11-24-0900-bbbb"))
    (archive.folder / "2026-11-25-0900-cccc").mkdir()
    (archive.folder / "README.md").touch()
    (archive.folder / "holiday").mkdir()
    (archive.folder / "holiday" / "01-beach.flac").touch()
    all_gone(archive)
    assert sorted(path.name for path in archive.folder.rglob("*")) == [
        "01-beach.flac",
        "README.md",
        "holiday",
    ]


def test_what_others_put_there_stays(archive: Archive) -> None:
    folder = archive.folder / "2026-11-23-1434-k3f9"
    (folder / "thesis.docx").touch()
    (folder / "photos").mkdir()
    (folder / "photos" / "01-me.flac").touch()
    removal = archive.removal("latest")
    assert removal.foreign == ("photos", "thesis.docx")
    archive.delete(removal)
    assert sorted(path.name for path in folder.rglob("*")) == [
        "01-me.flac",
        "photos",
        "thesis.docx",
    ]


def test_links_go_but_not_what_they_point_to(archive: Archive, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "02-mine.flac").write_text("mine")
    folder = archive.folder / "2026-11-23-1434-k3f9"
    (folder / "09-link.flac").symlink_to(outside / "02-mine.flac")
    (folder / "08-folder.flac").symlink_to(outside)
    (archive.folder / "2026-11-24-0900-link").symlink_to(outside)
    all_gone(archive)
    assert (outside / "02-mine.flac").read_text() == "mine"
    assert [path.name for path in archive.folder.iterdir()] == ["2026-11-24-0900-link"]


def test_a_damaged_session_can_be_removed(archive: Archive) -> None:
    (archive.folder / "2026-11-23-1434-k3f9" / "session.json").write_text("{")
    archive.delete(archive.removal("latest"))
    assert list(archive.folder.iterdir()) == []


def test_half_a_removal_can_be_done_again(archive: Archive) -> None:
    removal = archive.removal("latest")
    (removal.folder / removal.files[0]).unlink()
    archive.delete(removal)
    assert list(archive.folder.iterdir()) == []


def test_a_folder_that_became_a_link_meanwhile(archive: Archive, tmp_path: Path) -> None:
    removal = archive.removal("latest")
    moved = removal.folder.rename(tmp_path / "moved")
    removal.folder.symlink_to(moved)
    with pytest.raises(ArchiveError, match="no longer a folder"):
        archive.delete(removal)
    assert (moved / "session.json").exists()


def test_nothing_outside_the_archive(archive: Archive, tmp_path: Path) -> None:
    other = Archive(tmp_path / "elsewhere")
    other.create(factories.a_session())
    with pytest.raises(ArchiveError, match="not an interview in"):
        archive.delete(other.removal("latest"))
    with pytest.raises(ArchiveError, match="not an interview in"):
        archive.delete(Removal(archive.folder / "..", ("x",), 0, ()))
    assert other.load().session == factories.a_session()


def test_a_new_file_meanwhile_stays(archive: Archive) -> None:
    removal = archive.removal("latest")
    (removal.folder / "new.txt").touch()
    with pytest.raises(ArchiveError, match="could not be removed"):
        archive.delete(removal)
    assert [path.name for path in removal.folder.iterdir()] == ["new.txt"]
