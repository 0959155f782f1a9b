"""What a killed program left behind is put in order, and nothing else is touched."""

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from simulator.archive import Archive, HeldError, Plan, left_to_ask
from simulator.archive.holding import held_file
from simulator.archive.mending import BROKE_OFF
from simulator.archive.plan import read_plan, write_plan
from simulator.audio import files
from simulator.audio.part_file import PartFile
from simulator.sound import Sound
from tests import factories

CHECKOUT = Path(__file__).parents[2]
QUESTIONS = tuple(factories.a_question(name) for name in ("range", "range-of-work", "pitch"))
TONE = Sound((np.sin(np.arange(16_000) / 20) / 2).astype(np.float32), 16_000)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "recordings")


def begun(archive: Archive) -> Path:
    """An interview whose program has been killed: one answer kept, the state still `running`."""
    answer = factories.an_answer(1, question=QUESTIONS[0], sound="01-range.flac")
    session = dataclasses.replace(
        factories.a_session(),
        state="running",
        plan=tuple(question.id for question in QUESTIONS),
        answers=(answer,),
    )
    folder = archive.create(session).folder
    write_plan(folder, Plan(QUESTIONS, "en"))
    files.write_flac(folder / "01-range.flac", TONE)
    held_file(archive.folder, session.id).touch()
    return folder


def record(folder: Path, stem: str, duration_s: float) -> None:
    part = PartFile(folder / f"{stem}.flac")
    part.write(np.tile(TONE.samples, 10)[: round(duration_s * 16_000)])
    part.close()


def test_a_recording_in_hand_becomes_an_answer_that_broke_off(archive: Archive) -> None:
    folder = begun(archive)
    record(folder, "02-range-of-work", 2.5)
    (mended,) = archive.mend()
    assert (mended.answers, mended.left, mended.broke_off_s) == (2, 2, 2.5)
    assert mended.saved == ("02-range-of-work.flac",)
    session = archive.load().session
    assert session.state == "stopped"
    answer = session.answers[1]
    assert (answer.number, answer.take, answer.state) == (2, 1, "recorded")
    assert answer.question == QUESTIONS[1]  # not `range`, whose name begins alike
    assert answer.lost == BROKE_OFF
    assert left_to_ask(session) == ("range-of-work", "pitch")
    assert files.read(folder / "02-range-of-work.flac").duration_s == 2.5
    assert not list(folder.glob("*.part.wav"))
    assert archive.mend() == ()


def test_an_answer_that_had_been_ended_is_not_asked_again(archive: Archive) -> None:
    folder = begun(archive)
    files.write_flac(folder / "02-range-of-work.flac", TONE)
    archive.mend()
    session = archive.load().session
    assert [answer.lost for answer in session.answers] == ["", ""]
    assert left_to_ask(session) == ("pitch",)


def test_a_flac_beside_its_part_file_had_been_ended(archive: Archive) -> None:
    folder = begun(archive)
    record(folder, "02-range-of-work", 1.0)
    files.write_flac(folder / "02-range-of-work.flac", TONE)
    archive.mend()
    assert archive.load().session.answers[1].lost == ""


def test_a_part_file_without_sound_goes(archive: Archive) -> None:
    folder = begun(archive)
    record(folder, "02-range-of-work", 0.0)
    (mended,) = archive.mend()
    assert (mended.answers, mended.broke_off_s) == (1, None)
    assert sorted(path.name for path in folder.iterdir()) == [
        "01-range.flac", "01-range.txt", "plan.json", "session.json",
    ]  # fmt: skip


def test_what_was_half_written_goes(archive: Archive) -> None:
    folder = begun(archive)
    for name in (".new-abc123", ".02-pitch.flac.new"):
        (folder / name).write_bytes(b"half")
    (folder / "notes.docx").write_bytes(b"somebody's")
    archive.mend()
    left = {path.name for path in folder.iterdir()}
    assert not {name for name in left if name.startswith(".")}
    assert "notes.docx" in left


def test_a_folder_in_which_nothing_was_kept_yet_goes(archive: Archive) -> None:
    folder = archive.folder / "2026-11-23-1434-k3f9"
    folder.mkdir(parents=True)
    (folder / ".new-abc").write_text("{")
    held_file(archive.folder, folder.name).touch()
    assert archive.mend() == ()
    assert list(archive.folder.iterdir()) == []


def test_without_a_plan_the_name_of_the_question_stays(archive: Archive) -> None:
    folder = begun(archive)
    (folder / "plan.json").unlink()
    record(folder, "03-pitch", 1.0)
    archive.mend()
    assert archive.load().session.answers[1].question.id == "pitch"


def test_of_an_interview_that_was_over_nothing_is_told(archive: Archive) -> None:
    """Its program was killed while marking, say: what it had saved is whole."""
    folder = begun(archive)
    archive.save(dataclasses.replace(archive.load().session, state="finished"))
    (folder / ".new-abc").write_text("{")
    before = (folder / "session.json").read_bytes()
    assert archive.mend() == ()
    assert (folder / "session.json").read_bytes() == before
    assert not (folder / ".new-abc").exists()
    assert not held_file(archive.folder, folder.name).exists()
    record(folder, "02-range-of-work", 1.0)
    held_file(archive.folder, folder.name).touch()
    (mended,) = archive.mend()
    assert mended.answers == 2


def test_a_newer_or_damaged_session_stays_as_it_is(archive: Archive) -> None:
    folder = begun(archive)
    record(folder, "02-range-of-work", 1.0)
    file = folder / "session.json"
    for content in (file.read_text().replace('"schema": 1', '"schema": 9', 1), "{"):
        file.write_text(content)
        held_file(archive.folder, folder.name).touch()
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        (mended,) = archive.mend()
        assert mended.trouble is not None
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_links_are_not_followed(archive: Archive, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "02-range-of-work.part.wav").write_bytes(b"x" * 100)
    folder = begun(archive)
    (folder / "02-range-of-work.part.wav").symlink_to(outside / "02-range-of-work.part.wav")
    (archive.folder / "2026-11-23-1434-link").symlink_to(outside)
    held_file(archive.folder, "2026-11-23-1434-link").touch()
    held_file(archive.folder, "2026-11-23-1434-link2").symlink_to(outside / "made")
    archive.mend()
    assert [path.name for path in outside.iterdir()] == ["02-range-of-work.part.wav"]
    assert (outside / "02-range-of-work.part.wav").read_bytes() == b"x" * 100


HOLDS = """
import sys
from pathlib import Path
from simulator.archive import Archive
with Archive(Path(sys.argv[1])).hold(sys.argv[2]):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(archive: Archive, session_id: str) -> "subprocess.Popen[str]":
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(archive.folder), session_id],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT,
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    return program


def test_what_another_program_is_at_work_on_is_left_alone(archive: Archive) -> None:
    folder = begun(archive)
    record(folder, "02-range-of-work", 1.0)
    with holder(archive, folder.name) as other:
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        assert archive.mend() == ()
        with pytest.raises(HeldError, match="Another mockview is at work"):
            archive.delete(archive.removal("latest"))
        with pytest.raises(HeldError), archive.hold(folder.name):
            pass
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
        other.kill()
    assert len(archive.mend()) == 1


def test_a_hold_that_ends_leaves_nothing(archive: Archive) -> None:
    session_id = factories.a_session().id
    with archive.hold(session_id):
        assert held_file(archive.folder, session_id).stat().st_mode & 0o077 == 0
    assert list(archive.folder.iterdir()) == []
    with archive.hold(session_id):  # and again
        pass


def test_a_file_that_its_holder_removed_is_not_held(archive: Archive) -> None:
    """Opened by one program in the moment in which another removes it."""
    from simulator.archive import holding

    session_id = factories.a_session().id
    archive.folder.mkdir()
    file = held_file(archive.folder, session_id)
    stale = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    file.unlink()
    assert not holding._lock(file, stale)
    file.touch()
    assert not holding._lock(file, stale)
    os.close(stale)


def test_a_plan_comes_back_as_it_went(archive: Archive) -> None:
    folder = begun(archive)
    plan = Plan(QUESTIONS, "de", typed=True, feedback_each=True)
    write_plan(folder, plan)
    assert read_plan(folder) == plan
    assert (folder / "plan.json").stat().st_mode & 0o077 == 0
    (asked, *_) = json.loads((folder / "plan.json").read_text())["questions"]
    assert not {"transcript", "telling"} & asked.keys(), "an answer's, no question's"
    (folder / "plan.json").unlink()
    assert read_plan(folder) is None


def test_a_reply_in_hand_belongs_to_the_answer_that_it_follows(archive: Archive) -> None:
    folder = begun(archive)
    record(folder, "02-range-1", 1.5)
    (mended,) = archive.mend()
    assert (mended.answers, mended.left) == (1, 2)
    session = archive.load().session
    main, reply = session.answers
    assert (reply.follows, reply.question.id, reply.question.follows) == (1, "range.1", "range")
    assert reply.lost == BROKE_OFF
    assert reply.question.ask == f"A follow-up to: {main.question.ask}"
    assert session.standing == (main,)
    assert left_to_ask(session) == ("range-of-work", "pitch")


def test_a_plan_keeps_whether_interviewers_follow_up(archive: Archive) -> None:
    folder = begun(archive)
    for follow_ups in (True, False):
        write_plan(folder, Plan(QUESTIONS, "en", follow_ups=follow_ups))
        assert read_plan(folder) == Plan(QUESTIONS, "en", follow_ups=follow_ups)
