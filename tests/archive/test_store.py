"""The archive: kept, found, listed, and nothing outside its folder touched."""

import dataclasses
import os
import stat
import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from simulator.archive import Archive, ArchiveError, Session, sound_file
from simulator.archive.names import SESSION_FILE
from simulator.suggesting import command
from tests import factories


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "recordings")


def kept(archive: Archive, *session_ids: str) -> None:
    for session_id in session_ids:
        archive.create(factories.a_session(session_id))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_session_is_kept_and_found(archive: Archive) -> None:
    session = factories.a_session()
    stored = archive.create(session)
    assert stored.folder == archive.folder / session.id
    assert archive.load() == stored
    assert archive.load(session.id).session == session


def test_files_are_named_in_the_order_asked(archive: Archive) -> None:
    folder = archive.create(factories.a_session()).folder
    assert sorted(path.name for path in folder.iterdir()) == [
        "01-difficult-conversation.txt",
        "02-salary-expectation.txt",
        SESSION_FILE,
    ]
    assert (folder / "02-salary-expectation.txt").read_text() == factories.ANSWER_TEXT + "\n"


def test_only_the_owner_may_read(archive: Archive) -> None:
    before = os.umask(0)
    try:
        folder = archive.create(factories.a_session()).folder
    finally:
        os.umask(before)
    assert mode(archive.folder) == mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}


def test_saving_again_keeps_earlier_answers(archive: Archive) -> None:
    session = factories.a_session(answers=(), plan=("salary-expectation",), state="running")
    archive.create(session)
    session = dataclasses.replace(session, answers=(factories.an_answer(),))
    archive.save(session)
    session = dataclasses.replace(session, state="finished")
    archive.save(session)
    assert archive.load().session == session


def test_the_same_session_gives_the_same_bytes(archive: Archive) -> None:
    folder = archive.create(factories.a_session()).folder
    before = (folder / SESSION_FILE).read_bytes()
    archive.save(archive.load().session)
    assert (folder / SESSION_FILE).read_bytes() == before


def test_a_session_is_made_once(archive: Archive) -> None:
    kept(archive, "2026-11-23-1434-k3f9")
    with pytest.raises(ArchiveError, match="exists"):
        archive.create(factories.a_session("2026-11-23-1434-k3f9"))


@pytest.mark.parametrize("session_id", ["../outside", "/outside", "", ".", "..", "notes"])
def test_a_session_cannot_lie_elsewhere(archive: Archive, session_id: str) -> None:
    with pytest.raises(ArchiveError, match="not the id of an interview"):
        archive.create(factories.a_session(session_id))
    assert not archive.folder.exists()


def test_fresh_ids_are_free(archive: Archive) -> None:
    session_id = archive.fresh_id(factories.STARTED_AT)
    assert session_id.startswith("2026-11-23-1434-")
    kept(archive, session_id)


def test_sound_files_never_overwrite(archive: Archive) -> None:
    session = factories.a_session()
    folder = archive.create(session).folder
    first = archive.new_sound_file(session, 4, "pay")
    assert first == folder / "04-pay.flac"
    first.with_suffix(".part.wav").touch()
    second = archive.new_sound_file(session, 4, "pay")
    assert second == folder / "04-pay-2.flac"
    second.touch()
    assert archive.new_sound_file(session, 4, "pay") == folder / "04-pay-3.flac"


class TestFinding:
    IDS = ("2026-11-21-0900-aaaa", "2026-11-22-0900-bbbb", "2026-11-22-1000-cccc")

    def test_latest_is_the_newest(self, archive: Archive) -> None:
        kept(archive, *self.IDS)
        assert archive.load("latest").session.id == "2026-11-22-1000-cccc"

    def test_latest_passes_over_a_folder_just_begun(self, archive: Archive) -> None:
        kept(archive, *self.IDS)
        (archive.folder / "2026-11-23-0000-dddd").mkdir()
        assert archive.load("latest").session.id == "2026-11-22-1000-cccc"

    def test_a_unique_beginning_is_enough(self, archive: Archive) -> None:
        kept(archive, *self.IDS)
        assert archive.load("2026-11-21").session.id == self.IDS[0]

    def test_more_than_one(self, archive: Archive) -> None:
        kept(archive, *self.IDS)
        with pytest.raises(ArchiveError, match="could be 2 interviews") as caught:
            archive.load("2026-11-22")
        assert self.IDS[1] in caught.value.what
        assert "more of the id" in caught.value.fix

    def test_a_typing_mistake(self, archive: Archive) -> None:
        kept(archive, *self.IDS)
        with pytest.raises(ArchiveError, match="no interview") as caught:
            archive.load("2026-11-21-0900-aaba")
        assert f"Did you mean '{self.IDS[0]}'?" in caught.value.fix

    @pytest.mark.parametrize("reference", ["zebra", "", "../recordings", ".", "*"])
    def test_nothing_like_it(self, archive: Archive, reference: str) -> None:
        kept(archive, *self.IDS)
        with pytest.raises(ArchiveError, match="no interview") as caught:
            archive.load(reference)
        assert "mockview sessions" in caught.value.fix

    def test_none_yet(self, archive: Archive) -> None:
        with pytest.raises(ArchiveError, match="no interviews") as caught:
            archive.load()
        assert "mockview run" in caught.value.fix

    def test_what_to_type_is_about_the_recordings_that_were_named(self, tmp_path: Path) -> None:
        archive = Archive(tmp_path / "my own", partial(command, recordings="my own"))
        with pytest.raises(ArchiveError) as caught:
            archive.load()
        assert caught.value.fix.endswith("mockview run --recordings 'my own'")
        kept(archive, *self.IDS)
        with pytest.raises(ArchiveError) as caught:
            archive.load("zebra")
        assert caught.value.fix.endswith("mockview sessions --recordings 'my own'")


class TestListing:
    def test_newest_first(self, archive: Archive) -> None:
        kept(archive, "2026-11-22-0900-bbbb", "2026-11-21-0900-aaaa", "2026-11-23-0900-cccc")
        ids = [summary.id for summary in archive.listing().sessions]
        assert ids == sorted(ids, reverse=True)
        assert len(ids) == 3

    def test_only_the_newest(self, archive: Archive) -> None:
        kept(archive, "2026-11-22-0900-bbbb", "2026-11-21-0900-aaaa", "2026-11-23-0900-cccc")
        listing = archive.listing(newest=2)
        assert [summary.id for summary in listing.sessions] == [
            "2026-11-23-0900-cccc",
            "2026-11-22-0900-bbbb",
        ]
        assert listing.older == 1

    def test_nothing_yet(self, archive: Archive) -> None:
        assert archive.listing().sessions == ()

    def test_a_damaged_session_stands_beside(self, archive: Archive) -> None:
        kept(archive, "2026-11-21-0900-aaaa", "2026-11-22-0900-bbbb")
        (archive.folder / "2026-11-22-0900-bbbb" / SESSION_FILE).write_text("{")
        listing = archive.listing()
        assert [summary.id for summary in listing.sessions] == ["2026-11-21-0900-aaaa"]
        assert [unreadable.id for unreadable in listing.unreadable] == ["2026-11-22-0900-bbbb"]
        assert "cannot be read" in str(listing.unreadable[0].why)

    def test_a_newer_session_stands_beside(self, archive: Archive) -> None:
        kept(archive, "2026-11-22-0900-bbbb")
        file = archive.folder / "2026-11-22-0900-bbbb" / SESSION_FILE
        file.write_text(file.read_text().replace('{"schema": 1', '{"schema": 2'))
        assert "newer mockview" in str(archive.listing().unreadable[0].why)

    def test_other_things_are_not_sessions(self, archive: Archive, tmp_path: Path) -> None:
        kept(archive, "2026-11-21-0900-aaaa")
        (archive.folder / "README.md").touch()
        (archive.folder / "holiday").mkdir()
        (archive.folder / ".hidden").mkdir()
        outside = Archive(tmp_path / "elsewhere").create(factories.a_session()).folder
        (archive.folder / "2026-11-23-0000-link").symlink_to(outside)
        assert [summary.id for summary in archive.listing().sessions] == ["2026-11-21-0900-aaaa"]

    def test_a_copied_folder_is_a_session(self, archive: Archive) -> None:
        kept(archive, "2026-11-21-0900-aaaa")
        folder = archive.folder / "2026-11-21-0900-aaaa"
        folder.rename(archive.folder / "my best one")
        assert [summary.id for summary in archive.listing().sessions] == ["my best one"]
        assert archive.load("my best").session.id == "my best one"

    def test_ten_thousand_need_one_file_each(self, archive: Archive) -> None:
        """A list of many: all of them, or the newest with the others counted."""
        kept(archive, "2026-11-21-0900-aaaa")
        text = (archive.folder / "2026-11-21-0900-aaaa" / SESSION_FILE).read_text()
        for number in range(10_000):
            folder = archive.folder / f"2025-01-01-{number // 100:04d}-a{number:04d}"
            folder.mkdir()
            (folder / SESSION_FILE).write_text(text)
        listing = archive.listing()
        assert len(listing.sessions) == 10_001
        assert archive.listing(newest=20).older == 9_981


def test_what_was_asked_lately(archive: Archive) -> None:
    def asked(session_id: str, *question_ids: str) -> Session:
        answers = tuple(
            factories.an_answer(number, question=factories.a_question(question_id))
            for number, question_id in enumerate(question_ids, start=1)
        )
        return factories.a_session(session_id, answers=answers)

    archive.create(asked("2026-11-21-0900-aaaa", "oldest", "pay"))
    archive.create(asked("2026-11-22-0900-bbbb", "pay", "team"))
    archive.create(asked("2026-11-23-0900-cccc", "goals"))
    assert archive.asked_lately() == ("goals", "team", "pay", "oldest")
    assert archive.asked_lately(sessions=2) == ("goals", "team", "pay")


class TestSounds:
    def test_a_sound_of_the_session(self, archive: Archive) -> None:
        stored = archive.create(factories.a_session())
        answer = stored.session.answers[0]
        with pytest.raises(ArchiveError, match="missing"):
            sound_file(stored, answer)
        assert answer.sound is not None
        (stored.folder / answer.sound).touch()
        assert sound_file(stored, answer) == stored.folder / answer.sound

    def test_a_link_is_no_sound(self, archive: Archive, tmp_path: Path) -> None:
        stored = archive.create(factories.a_session())
        answer = stored.session.answers[0]
        assert answer.sound is not None
        (tmp_path / "secret").touch()
        (stored.folder / answer.sound).symlink_to(tmp_path / "secret")
        with pytest.raises(ArchiveError, match="missing") as caught:
            sound_file(stored, answer)
        look = f"mockview review {stored.session.id} --recordings {archive.folder}"
        assert caught.value.fix.endswith(look)

    def test_typed_and_skipped_have_none(self, archive: Archive) -> None:
        stored = archive.create(factories.a_session())
        with pytest.raises(ArchiveError, match="typed"):
            sound_file(stored, stored.session.answers[1])
        with pytest.raises(ArchiveError, match="skipped"):
            sound_file(stored, stored.session.answers[2])


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "recordings").touch()
    archive = Archive(tmp_path / "recordings")
    for act in (archive.listing, archive.load):
        with pytest.raises(ArchiveError, match="cannot be read"):
            act()
    with pytest.raises(ArchiveError, match="could not be written"):
        archive.create(factories.a_session())


def test_sessions_of_different_zones_come_back(archive: Archive) -> None:
    from datetime import timezone

    zone = timezone(timedelta(hours=5, minutes=45))
    session = factories.a_session(started_at=factories.STARTED_AT.astimezone(zone))
    archive.create(session)
    assert archive.load().session.started_at.utcoffset() == timedelta(hours=5, minutes=45)


SAVES = """
import dataclasses, itertools, sys
from pathlib import Path
from simulator.archive import Archive
from tests import factories
archive = Archive(Path(sys.argv[1]))
session = archive.create(factories.a_session()).session
for seed in itertools.count():
    archive.save(dataclasses.replace(session, seed=seed))
    print(seed, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("saves", [1, 2, 3, 10, 25])
def test_a_kill_while_saving_leaves_a_whole_session(archive: Archive, saves: int) -> None:
    checkout = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", SAVES, str(archive.folder)],
        stdout=subprocess.PIPE,
        cwd=checkout,
        text=True,
    ) as child:
        assert child.stdout is not None
        for _ in range(saves):
            last = int(child.stdout.readline())
        child.kill()
    session = archive.load().session
    assert session.seed >= last
    assert dataclasses.replace(session, seed=7) == factories.a_session()
    # What the kill left behind goes with the session.
    archive.delete(archive.removal("latest"))
    assert list(archive.folder.iterdir()) == []
