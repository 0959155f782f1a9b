"""`resume`: which interview goes on, and what is told where none can; and what a start says."""

import dataclasses
from pathlib import Path

import pytest

from simulator.archive import Archive, ArchiveError, Mended
from simulator.cli.interrupted import sentence
from simulator.cli.main import DONE, EXPECTED, USAGE, run
from tests import factories


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setenv("MOCKVIEW_RECORDINGS", str(tmp_path))
    return Archive(tmp_path)


def keep(archive: Archive, session_id: str, *, left: bool) -> Path:
    session = factories.a_session(session_id)
    plan = tuple(dict.fromkeys(answer.question.id for answer in session.answers))
    more = ("pitch",) if left else ()
    return archive.create(
        dataclasses.replace(session, plan=(*plan, *more), state="stopped" if left else "finished")
    ).folder


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["resume"], EXPECTED, "no interview with questions left"),
        (["resume", "2026-11-20"], EXPECTED, "has been asked. Read it again with"),
        (["resume", "nonsense"], EXPECTED, "no interview 'nonsense'"),
        (["resume", "--typed", "--answers", "x.wav"], USAGE, "does not go with recordings"),
    ],
)
def test_what_cannot_go_on_is_told(
    archive: Archive, words: list[str], status: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(archive, "2026-11-20-0900-aaaa", left=False)
    assert run(words) == status
    assert says in capsys.readouterr().err


def test_none_at_all_is_told(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["resume"]) == EXPECTED
    assert "Start one with: mockview run" in capsys.readouterr().err


def test_what_is_suggested_names_the_recordings_that_were_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = ("--recordings", str(tmp_path / "my own"))
    assert run(["resume", *there]) == EXPECTED
    assert f"mockview run --recordings '{tmp_path}/my own'\n" in capsys.readouterr().err
    kept = keep(Archive(tmp_path / "my own"), "2026-11-20-0900-aaaa", left=True)
    stored = Archive(kept.parent).load()
    gone = dataclasses.replace(stored.session, plan=(*stored.session.plan, "no-longer-there"))
    Archive(kept.parent).save(gone)
    assert run(["resume", "--typed", "--voice", "silent", *there]) == EXPECTED
    said = capsys.readouterr().err
    assert "'no-longer-there' is not in the set" in said
    assert said.endswith(f"mockview run --recordings '{tmp_path}/my own'\n")


def test_a_look_back_is_at_the_one_that_went_on(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = keep(archive, "2026-11-20-0900-aaaa", left=True)
    keep(archive, "2026-11-21-0900-bbbb", left=False)
    monkeypatch.setattr("builtins.input", lambda _prompt="": "/s")
    where = ("--recordings", str(archive.folder))
    assert run(["resume", begun.name, "--typed", "--voice", "silent", *where]) == DONE
    look = f"Look back with: mockview review {begun.name} --recordings {archive.folder}\n"
    assert look in capsys.readouterr().out


def test_the_newest_with_questions_left_goes_on_and_its_set_is_asked(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(archive, "2026-11-20-0900-aaaa", left=True)
    begun = keep(archive, "2026-11-21-0900-bbbb", left=True)
    keep(archive, "2026-11-22-0900-cccc", left=False)
    typed = iter(["I am the one who does it.", ""])
    # What it says to the follow-ups: nothing, as somebody who has gone from the keyboard.
    monkeypatch.setattr("builtins.input", lambda _prompt="": next(typed, "/s"))
    assert run(["resume", "--typed", "--voice", "silent"]) == DONE
    session = archive.load(begun.name).session
    assert session.state == "finished"
    last = session.planned[-1]
    assert last.question.id == "pitch"
    assert last.question.ask  # from its set: there was no plan
    assert last.state == "assessed"
    assert session.following(last.number)


@pytest.mark.parametrize("state", ["recorded", "failed"])
def test_what_was_typed_before_it_stopped_is_assessed(
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    state: str,
) -> None:
    text = "Somewhere between seventy and eighty thousand."
    waiting = factories.an_answer(
        1,
        sound=None,
        typed=True,
        typed_text=text,
        assessment=None,
        state=state,
        note="The process died." if state == "failed" else "",
    )
    session = factories.a_session("2026-11-20-0900-aaaa", answers=(waiting,))
    asked = waiting.question.id
    archive.create(dataclasses.replace(session, plan=(asked, "pitch"), state="stopped"))
    monkeypatch.setattr("builtins.input", lambda _prompt="": "/s")
    assert run(["resume", "--typed", "--voice", "silent"]) == DONE
    first = archive.load().session.answers[0]
    assert (first.state, first.note) == ("assessed", "")
    assert first.assessment is not None
    assert first.assessment.transcript.text == text


def test_a_question_that_its_set_has_no_more_is_told(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keep(archive, "2026-11-20-0900-aaaa", left=True)
    session = archive.load().session
    archive.save(dataclasses.replace(session, plan=(*session.plan, "gone-since")))
    assert run(["resume", "--typed", "--voice", "silent"]) == EXPECTED
    assert "'gone-since' is not in the set" in capsys.readouterr().err
    assert archive.load().session.state == "stopped"
    assert folder.exists()


@pytest.mark.parametrize(
    ("mended", "says"),
    [
        (
            Mended("2026-11-20-0900-aaaa", 2, 6, ("02-b.flac",), 42.4),
            "The interview 2026-11-20-0900-aaaa was interrupted. 2 answers are kept. The last one "
            "broke off after 0:42. Go on with: mockview resume 2026-11-20-0900-aaaa",
        ),
        (Mended("a", 1, 0, (), None), "The interview a was interrupted. 1 answer is kept."),
        (
            Mended("a", 0, 3, (), None),
            "The interview a was interrupted. Nothing had been answered yet. "
            "Go on with: mockview resume a",
        ),
        (
            Mended("\x1b[31m", 0, 0, (), None, ArchiveError("It is damaged.", "Mend it.")),
            "The interview \ufffd[31m was interrupted and stays as it is. It is damaged. Mend it.",
        ),
    ],
)
def test_what_a_start_says(mended: Mended, says: str) -> None:
    assert sentence(mended) == says


def test_what_a_start_suggests_names_the_recordings_that_were_named() -> None:
    said = sentence(Mended("a", 1, 2, (), None), "my recordings")
    assert said.endswith("mockview resume a --recordings 'my recordings'")
