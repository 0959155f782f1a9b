"""A stored session as parts to hear."""

from pathlib import Path

import pytest

from simulator.archive import Archive, ArchiveError, StoredSession
from simulator.questions import Interviewer
from simulator.review.replay_parts import parts_of
from simulator.sound import Sound, silence
from tests import factories


@pytest.fixture
def stored(tmp_path: Path) -> StoredSession:
    made = Archive(tmp_path).create(factories.a_session())
    assert made.session.answers[0].sound is not None
    (made.folder / made.session.answers[0].sound).touch()
    return made


def read(file: Path) -> Sound:
    assert file.name == "01-difficult-conversation.flac"
    return silence(42, 100)


def test_each_question_is_followed_by_its_answer(stored: StoredSession) -> None:
    parts = parts_of(stored, read=read)
    assert [(part.kind, part.number) for part in parts] == [
        (kind, number) for number in (1, 2, 3) for kind in ("question", "answer")
    ]
    assert parts[0].caption.startswith("Dana: Tell us about")
    assert parts[0].load is None
    assert parts[1].load is not None
    assert parts[1].load().duration_s == 42


def test_typed_and_skipped_answers_are_told(stored: StoredSession) -> None:
    parts = parts_of(stored, read=read)
    assert parts[3].caption == f"You typed: {factories.ANSWER_TEXT}"
    assert parts[5].caption == "You passed."
    assert parts[3].load is parts[5].load is None


def test_questions_are_spoken_by_who_asked(stored: StoredSession) -> None:
    said: list[tuple[str, str]] = []

    def speak(text: str, person: Interviewer) -> Sound:
        said.append((person.name, text))
        return silence(1, 100)

    parts = parts_of(stored, read=read, speak=speak)
    assert said == []
    for part in parts[::2]:
        assert part.load is not None
        part.load()
    assert [name for name, _ in said] == ["Dana", "Dana", "Sam"]
    assert said[1][1] == "What are your salary expectations for this role?"


def test_an_interviewer_that_the_session_does_not_know(tmp_path: Path) -> None:
    stored = Archive(tmp_path).create(factories.a_session(interviewers=()))
    assert parts_of(stored, read=read)[0].caption.startswith("Supervisor: ")


@pytest.mark.parametrize("wanted", ["2", "salary-expectation"])
def test_one_answer(stored: StoredSession, wanted: str) -> None:
    assert {part.number for part in parts_of(stored, read=read, answer=wanted)} == {2}


def test_an_answer_that_is_not_there(stored: StoredSession) -> None:
    with pytest.raises(ArchiveError, match="no answer '9'") as caught:
        parts_of(stored, read=read, answer="9")
    assert "2 (salary-expectation)" in caught.value.fix


def test_a_session_without_answers(tmp_path: Path) -> None:
    stored = Archive(tmp_path).create(factories.a_session(answers=()))
    with pytest.raises(ArchiveError, match="no answers"):
        parts_of(stored, read=read)


def test_takes_are_told_apart(tmp_path: Path) -> None:
    session = factories.a_session(answers=(factories.an_answer(1), factories.an_answer(2, take=2)))
    parts = parts_of(Archive(tmp_path).create(session), read=read, answer="salary-expectation")
    assert [part.caption for part in parts[1::2]] == ["Your answer", "Your answer, take 2"]
