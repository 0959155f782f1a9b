"""What a follow-up is, whoever makes it: the interview, or the mending of one that was killed."""

from dataclasses import replace

from simulator.archive import reply_question
from tests import factories

ASK = "Could you put a number on it?"
SESSION = factories.a_session(answers=(factories.an_answer(1),))
MAIN = SESSION.answers[0]


def test_a_reply_is_asked_about_what_is_still_missing() -> None:
    asked = reply_question(SESSION, MAIN, ASK)
    assert (asked.id, asked.ask) == ("salary-expectation.1", ASK)
    assert asked.follows == "salary-expectation"
    assert [point.id for point in asked.talking_points] == ["reasons"]
    assert (asked.follow_ups, asked.recalls) == ((), ())
    assert asked.target.answer_s[1] < MAIN.question.target.answer_s[1]


def test_the_next_reply_has_the_next_number() -> None:
    reply = factories.an_answer(2, question=reply_question(SESSION, MAIN, ASK), follows=1)
    again = replace(SESSION, answers=(MAIN, reply))
    assert reply_question(again, MAIN, ASK).id == "salary-expectation.2"


def test_of_an_answer_that_was_not_assessed_everything_is_missing() -> None:
    waiting = replace(MAIN, state="recorded", assessment=None)
    asked = reply_question(replace(SESSION, answers=(waiting,)), waiting, ASK)
    assert asked.talking_points == MAIN.question.talking_points
