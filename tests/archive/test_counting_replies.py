"""What replies brought counts again after something was measured anew or marked."""

from dataclasses import replace

import pytest

from simulator.archive import (
    Answer,
    Session,
    counted_anew,
    in_place,
    replies_to,
    with_marks,
)
from simulator.archive.documents import session_document
from simulator.archive.summary import summarise
from simulator.assessment import USUAL, Assessment, Mark, as_reply, assess_text, with_replies
from simulator.judge import Judge, reader
from simulator.measures import Verdict
from tests import factories

QUESTION = factories.a_question()
REPLIED = replace(QUESTION, id="salary-expectation.1", ask="What range?", follows=QUESTION.id)
NO_RANGE = "I have looked at what such work is paid here, and I would rather hear your offer."
RANGE = "Somewhere between seventy thousand and eighty thousand euros a year."


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


def made(text: str, judge: Judge) -> Assessment:
    return assess_text(text, QUESTION, judge=judge)


def a_session(judge: Judge) -> Session:
    """An answer that gives no range, and a reply that does."""
    main = factories.an_answer(
        1, question=QUESTION, sound=None, typed=True, typed_text=NO_RANGE,
        assessment=made(NO_RANGE, judge),
    )  # fmt: skip
    reply = replace(
        main, number=2, question=REPLIED, typed_text=RANGE, follows=1,
        assessment=as_reply(made(RANGE, judge), 1),
    )  # fmt: skip
    session = factories.a_session(plan=(QUESTION.id,), answers=(main, reply))
    return counted_anew(session, 1, judge=lambda: judge, standards=USUAL)


def verdict(session: Session) -> tuple[Verdict, bool]:
    assessment = session.answers[0].assessment
    assert assessment is not None
    (point,) = [point for point in assessment.coverage if point.point == "range"]
    return point.verdict, point.prompted


def marked(session: Session, answer: Answer, *marks: Mark, judge: Judge) -> Session:
    replies = replies_to(session, answer)
    new = with_marks(answer, marks, judge=lambda: judge, standards=USUAL, replies=replies)
    session = in_place(session, new)
    if answer.follows is None:
        return session
    return counted_anew(session, answer.follows, judge=lambda: judge, standards=USUAL)


def test_what_a_reply_brings_counts(judge: Judge) -> None:
    session = a_session(judge)
    assert verdict(session) == ("covered", True)
    again = counted_anew(session, 1, judge=lambda: judge, standards=USUAL)
    assert session_document(again) == session_document(session)


def test_a_corrected_answer_keeps_what_its_reply_brought(judge: Judge) -> None:
    session = a_session(judge)
    mark = Mark("transcript", factories.STARTED_AT, text=f"{NO_RANGE} Indeed.")
    new = marked(session, session.answers[0], mark, judge=judge)
    assert verdict(new) == ("covered", True)
    undone = marked(new, new.answers[0], judge=judge)
    assert session_document(undone) == session_document(session)


def test_a_corrected_reply_counts_as_corrected(judge: Judge) -> None:
    session = a_session(judge)
    mark = Mark("transcript", factories.STARTED_AT, text="I like working with people.")
    new = marked(session, session.answers[1], mark, judge=judge)
    assert verdict(new) == ("not_found", False)
    reply = new.answers[1].assessment
    assert reply is not None
    assert reply.score.total is None
    undone = marked(new, new.answers[1], judge=judge)
    assert verdict(undone) == ("covered", True)


def test_ones_own_word_stands_above_what_a_reply_brought(judge: Judge) -> None:
    session = a_session(judge)
    new = marked(
        session, session.answers[0], Mark("not_covered", factories.STARTED_AT, "range"), judge=judge
    )
    assert verdict(new)[0] == "not_found"
    assert verdict(counted_anew(new, 1, judge=lambda: judge, standards=USUAL))[0] == "not_found"


def test_an_answer_measured_anew_gets_its_replies_again(judge: Judge) -> None:
    session = a_session(judge)
    alone = made(NO_RANGE, judge)
    replies = replies_to(session, session.answers[0])
    again = with_replies(alone, replies, question=QUESTION)
    assert again == session.answers[0].assessment


def test_follow_ups_are_no_answers_of_their_own(judge: Judge) -> None:
    session = a_session(judge)
    main, reply = session.answers
    retake = replace(main, number=3, take=2)
    later = replace(session, answers=(main, reply, retake))
    assert (session.standing, session.counting) == ((main,), (main, reply))
    assert (later.standing, later.counting) == ((retake,), (retake,))
    assert later.planned == (main, retake)
    summary = summarise(session)
    assert (summary.answered, summary.questions) == (1, (QUESTION.id,))
