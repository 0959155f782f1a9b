"""Marks are kept beside the program's own, read back as they were, and undone without a trace."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulator.archive import (
    Answer,
    Archive,
    ArchiveError,
    Session,
    find_answer,
    in_place,
    point_named,
    with_marks,
)
from simulator.archive.documents import answer_document
from simulator.assessment import USUAL, Mark, MarkKind
from simulator.judge import Judge, reader
from tests import factories


def mark(kind: MarkKind, point: str = "", text: str = "") -> Mark:
    return Mark(kind, factories.STARTED_AT + timedelta(days=1), point, text)


def no_judge() -> Judge:
    raise AssertionError("nothing was to be judged")


def marked(answer: Answer, *marks: Mark) -> Answer:
    return with_marks(answer, marks, judge=no_judge, standards=USUAL)


ANSWER = factories.an_answer()


def test_the_programs_own_is_kept_beside() -> None:
    made = marked(ANSWER, mark("covered", "reasons"))
    assert made.own_assessment == ANSWER.assessment
    assert made.assessment != ANSWER.assessment


def test_undoing_leaves_no_trace() -> None:
    once = marked(ANSWER, mark("covered", "reasons"))
    twice = marked(once, *once.marks, mark("not_covered", "range"))
    assert twice.own_assessment == ANSWER.assessment
    assert marked(twice, *twice.marks[:-1]) == once
    assert marked(twice) == ANSWER


def test_a_note_keeps_the_assessment_as_it_is() -> None:
    made = marked(ANSWER, mark("note", text="Slept badly."))
    assert made.assessment == ANSWER.assessment
    assert made.own_assessment is None


def test_an_answer_without_an_assessment_takes_a_note() -> None:
    skipped = factories.an_answer(state="skipped", sound=None, assessment=None)
    assert marked(skipped, mark("note", text="Ask again.")).marks[0].text == "Ask again."


@pytest.mark.slow
@pytest.mark.parametrize(
    "marks",
    [
        (mark("covered", "reasons"), mark("note", text="x \x1b[31m y")),
        (mark("transcript", text="Somewhere between seventy and eighty thousand."),),
        (
            mark("transcript", text="Between seventy and eighty thousand, by a survey."),
            mark("not_covered", "reasons"),
        ),
    ],
)
def test_what_is_stored_comes_back(tmp_path: Path, marks: tuple[Mark, ...]) -> None:
    answer = with_marks(ANSWER, marks, judge=reader.load, standards=USUAL)
    archive = Archive(tmp_path)
    archive.create(factories.a_session(answers=(answer,)))
    # What is stored is rounded once; from then on it stays as it is.
    once = archive.load().session
    assert once.answers[0].marks == answer.marks
    assert once.answers[0].own_assessment == ANSWER.assessment
    archive.save(once)
    assert archive.load().session == once
    again = with_marks(once.answers[0], marks, judge=reader.load, standards=USUAL)
    assert answer_document(again) == answer_document(once.answers[0])
    assert with_marks(once.answers[0], (), judge=no_judge, standards=USUAL) == ANSWER


def test_a_session_from_before_there_were_marks_opens(tmp_path: Path) -> None:
    import json

    archive = Archive(tmp_path)
    folder = archive.create(factories.a_session()).folder
    document = json.loads((folder / "session.json").read_text())
    del document["summary"]
    for answer in document["answers"]:
        for key in ("marks", "own", "typed_text"):
            del answer[key]
        for point in answer["coverage"]:
            del point["program_verdict"]
    (folder / "session.json").write_text(json.dumps(document))
    assert archive.load().session == factories.a_session()
    (summary,) = archive.listing().sessions
    assert summary.answers[0].score == 78


SESSION = factories.a_session(
    answers=(factories.an_answer(1), factories.an_answer(2, take=2)), plan=("salary-expectation",)
)


@pytest.mark.parametrize(("wanted", "number"), [("1", 1), ("2", 2), ("salary-expectation", 2)])
def test_an_answer_is_found_by_number_or_question(wanted: str, number: int) -> None:
    assert find_answer(SESSION, wanted).number == number


def test_an_answer_that_is_not_there() -> None:
    with pytest.raises(ArchiveError, match="no answer '3'") as caught:
        find_answer(SESSION, "3")
    assert "1 (salary-expectation)" in caught.value.fix


def test_points_have_ids_and_numbers() -> None:
    assert point_named(ANSWER, "reasons") == point_named(ANSWER, "2") == "reasons"
    for wrong in ("3", "0", "-1", "resons"):
        with pytest.raises(ArchiveError, match=f"no talking point '{wrong}'"):
            point_named(ANSWER, wrong)
    with pytest.raises(ArchiveError) as caught:
        point_named(ANSWER, "resons")
    assert "Did you mean 'reasons'?" in caught.value.fix
    none = factories.an_answer(question=factories.a_question(talking_points=()))
    with pytest.raises(ArchiveError, match="has no talking points"):
        point_named(none, "1")


def test_putting_an_answer_in_its_place() -> None:
    note = marked(SESSION.answers[1], mark("note", text="x"))
    changed: Session = in_place(SESSION, note)
    assert changed.answers == (SESSION.answers[0], note)


def test_a_later_take_takes_the_place_of_an_earlier_one() -> None:
    better = factories.an_assessment(score=factories.a_score(98))
    session = factories.a_session(
        answers=(
            factories.an_answer(1),
            factories.an_answer(2, question=factories.a_question("other")),
            factories.an_answer(3, take=2, assessment=better),
        )
    )
    assert [answer.number for answer in session.standing] == [2, 3]
    assert session.total == 88
    skipped = factories.an_answer(4, take=3, state="skipped", sound=None, assessment=None)
    session = factories.a_session(answers=(*session.answers, skipped))
    assert session.total == 88, "a question that was passed takes no one's place"
