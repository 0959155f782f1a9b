"""What is noticed in single answers: pay raised early, blame, hedges, how questions were put."""

from simulator.archive import Session
from simulator.measures import Asked, HarshSentence, Sentence, Telling
from simulator.situations import Notice, afterwards
from tests.situations.sessions import EXCHANGE, a_session_of, said

RAISED = "We had a good year. What would the salary be for this job?"
HARSH = "We lost the order. My boss was incompetent and lazy. I called the customer myself."
HEDGED = (
    "I suppose I could be useful. I guess I am sort of good at it. Maybe that is it, I suppose."
)


def kinds(session: Session) -> list[tuple[str, int]]:
    return [(notice.kind, notice.answer) for notice in afterwards(session).notices]


def only(session: Session, kind: str) -> Notice:
    (notice,) = [one for one in afterwards(session).notices if one.kind == kind]
    return notice


def test_pay_raised_before_the_interviewer_does_is_noticed_with_its_words() -> None:
    session = a_session_of(said("A fine day."), said(RAISED), said("Between 70 and 80.", "pay"))
    notice = only(session, "pay-early")
    assert notice.answer == 2
    assert "What would the salary be" in notice.quote
    assert "good year" not in notice.quote
    assert notice.at_s is not None
    assert notice.at_s > 0.9


def test_pay_is_nobodys_fault_once_it_was_asked_about() -> None:
    assert ("pay-early", 2) not in kinds(a_session_of(said("70 to 80.", "pay"), said(RAISED)))


def test_pay_in_a_reply_to_a_follow_up_is_noticed_too() -> None:
    assert ("pay-early", 2) in kinds(a_session_of(said("A fine day."), said(RAISED, follows=1)))


def test_a_harsh_sentence_is_quoted_with_a_softer_way_to_begin() -> None:
    notice = only(a_session_of(said(HARSH)), "harsh")
    assert notice.quote.startswith("My boss was incompetent")
    assert "customer" not in notice.quote
    assert "Begin softer" in notice.better


def test_what_was_read_when_an_answer_was_assessed_is_told() -> None:
    sleepy = HarshSentence((0, 3), "They were asleep.", 0.9, 2.0, "One place ...")
    session = a_session_of(said("They were asleep. It was dear.", telling=Telling((sleepy,))))
    notice = only(session, "harsh")
    assert (notice.quote, notice.at_s) == ("They were asleep.", 0.9)
    assert notice.better == "Begin softer: “One place ...”"
    pay = Sentence((3, 6), "It was " + "so " * 40 + "dear.", None, None)
    told = said("They were asleep. It was dear.", telling=Telling(raises_pay=(pay, pay)))
    notice = only(a_session_of(told), "pay-early")
    assert notice.at_s is None
    assert notice.quote == "It was" + " so" * 28 + " …"


def test_rules_do_for_sessions_from_before_and_no_others() -> None:
    assert {kind for kind, _ in kinds(a_session_of(said(HARSH + " " + RAISED)))} == {
        "harsh",
        "pay-early",
    }
    assert kinds(a_session_of(said(HARSH + " " + RAISED, telling=Telling()))) == []


def test_a_quiet_answer_is_not_told_off() -> None:
    assert kinds(a_session_of(said("We lost the order, and I called the customer myself."))) == []


def test_hedges_are_noticed_in_the_last_impression_alone() -> None:
    assert ("hedged", 1) in kinds(a_session_of(said(HEDGED, "last-impression")))
    assert ("hedged", 1) not in kinds(a_session_of(said(HEDGED, "depth")))


def test_one_hedge_is_anybodys() -> None:
    once = "I suppose you know it by now. I bring calm nights and clean books."
    assert ("hedged", 1) not in kinds(a_session_of(said(once, "last-impression")))


def asking(*asked: Asked) -> Session:
    return a_session_of(said("What?", "your-questions", asked=asked, exchange=EXCHANGE))


def test_questions_are_told_by_how_they_were_put() -> None:
    closed = Asked("Is it good?", 1.0, 2.0, ("team",), closed=True)
    leading = Asked("You do grow, right?", 3.0, 4.0, ("goals",), leading=True)
    assert kinds(asking(closed, leading)) == [("closed-question", 1), ("leading-question", 1)]


def test_what_reading_would_have_answered_and_pay_are_noticed() -> None:
    told = kinds(
        asking(Asked("How old?", 1.0, 2.0, ("firm",)), Asked("Pay?", 3.0, 4.0, ("money",)))
    )
    assert told[:2] == [("researchable", 1), ("remark", 1)]


def test_topics_are_told_and_what_was_left_out() -> None:
    session = asking(Asked("Who?", 1.0, 2.0, ("team",)))
    topics = afterwards(session).topics
    assert topics is not None
    assert (topics.covered, topics.left_out, topics.questions) == (("Team",), ("Goals",), 1)
    assert "goals" in only(session, "left-out").told


def test_turns_of_an_exchange_count_together() -> None:
    first = said("Who?", "your-questions", asked=(Asked("Who?", 1.0, 2.0, ("team",)),),
                 exchange=EXCHANGE)  # fmt: skip
    more = said("Where?", "your-questions", asked=(Asked("Where?", 1.0, 2.0, ("goals",)),),
                exchange=EXCHANGE, follows=1)  # fmt: skip
    topics = afterwards(a_session_of(first, more)).topics
    assert topics is not None
    assert topics.left_out == ()


def test_who_asks_nothing_is_told_so() -> None:
    assert "asked nothing" in only(asking(), "left-out").told


def test_typed_answers_are_noticed_without_times() -> None:
    notice = only(a_session_of(said(HARSH, typed=True)), "harsh")
    assert notice.at_s is None
    assert notice.quote
