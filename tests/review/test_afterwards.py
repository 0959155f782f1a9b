"""What the terminal says of a whole interview."""

from dataclasses import replace

from simulator.archive import Said, Session
from simulator.measures import Asked, Coverage, Evidence
from simulator.review.afterwards import afterwards_page
from simulator.review.pages import answer_page
from tests.review.test_pages import shown
from tests.situations.sessions import EXCHANGE, a_session_of, said, skipped


def page(session: Session) -> str:
    return shown(afterwards_page(session), width=200)


def test_six_parts_and_one_thing_to_practise() -> None:
    text = page(
        a_session_of(said("Yes.", "pay", total=90), said("Yes.", total=40), skipped("big-picture"))
    )
    for title in ("What was left unsaid", "Depth and behaviour", "Pay", "The last impression"):
        assert title in text
    assert "not practised" in text
    assert "mockview run --question q-big-picture" in text


def test_notices_are_told_with_words_time_and_what_to_do() -> None:
    text = page(a_session_of(said("We lost it. My boss was incompetent and lazy.")))
    assert "Answer 1: This can be heard as blame" in text
    assert "“My boss was incompetent and lazy.” (0:0" in text
    assert "Begin softer" in text


def test_own_points_are_told_with_their_place() -> None:
    kept = Coverage(
        "pitch-1", "I bring calm nights", 1.0, "covered", 0.9, Evidence("calm", 3.0, 4.0)
    )
    lost = Coverage("unsaid-1", "I speak Portuguese", 1.0, "not_found", 0.1, None)
    text = page(a_session_of(said("Hm.", "unsaid", brought_in=(lost,)),
                             said("Bye.", "last-impression", brought_in=(kept, lost))))  # fmt: skip
    assert "I bring calm nights (answer 2, 0:03)" in text
    assert "the moment passed: question 1 would have been the place" in text
    assert "kept  I bring calm nights" in text


def test_topics_are_told() -> None:
    asked = (Asked("Who?", 1.0, 2.0, ("team",)),)
    text = page(a_session_of(said("Who?", "your-questions", asked=asked, exchange=EXCHANGE)))
    assert "1 question, about: Team" in text
    assert "Left out: Goals" in text


def test_what_a_set_or_a_person_wrote_cannot_steer_the_terminal() -> None:
    asked = (Asked("\x1b[31mWho?", 1.0, 2.0, ("team",), closed=True),)
    assert "\x1b" not in page(
        a_session_of(said("Who?", "your-questions", asked=asked, exchange=EXCHANGE))
    )


def test_a_session_of_other_questions_has_no_parts_and_still_something_to_practise() -> None:
    text = page(a_session_of(said("Yes.", None)))
    assert "The six parts" not in text
    assert "The one thing to practise next: mockview run --question q-None" in text


def test_another_set_is_named_in_what_to_type() -> None:
    session = replace(a_session_of(said("Yes.", "pay")), set_id="customer-service")
    assert "mockview run --question q-pay --set customer-service" in page(session)


def test_a_session_without_answers_has_nothing_to_say() -> None:
    assert page(a_session_of()).strip() == ""


def test_a_reply_says_what_it_follows_and_what_was_said_after_it() -> None:
    reply = replace(
        said("It ended well.", follows=1), number=2, said_after=(Said("peer", "I see."),)
    )
    text = shown(answer_page(reply, of=1), width=200)
    assert "2, following up on 1" in text
    assert "→ I see." in text
