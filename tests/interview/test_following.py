"""Which follow-up comes next: the rules, one by one."""

from dataclasses import replace

import pytest

from simulator.assessment import Assessment, assess_text
from simulator.interview.following import NextAsk, next_ask
from simulator.interview.lines import USUAL_FOLLOW_UPS, Lines
from simulator.measures import Coverage, Telling
from simulator.questions import Exchange, FollowUp, Question, Topic
from tests.factories import a_question, a_talking_point
from tests.scripted import judge

LONG = "We moved the whole warehouse in two nights and I planned every lorry of it myself. " * 8
POINTS = (
    a_talking_point("light", weight=1.0, facts=()),
    a_talking_point("heavy", weight=2.0, facts=()),
)


def question(*follow_ups: FollowUp, **other: object) -> Question:
    return a_question("deed", talking_points=POINTS, follow_ups=follow_ups, section="x", **other)


def answer(text: str = LONG, *covered: str) -> Assessment:
    made = assess_text(text, None, judge=judge())
    points = tuple(
        Coverage(
            point.id,
            point.label,
            point.weight,
            "covered" if point.id in covered else "not_found",
            0.9 if point.id in covered else 0.1,
            None,
        )
        for point in POINTS
    )
    return replace(made, coverage=points)


LIGHT = FollowUp("light", "What about the light one?")
HEAVY = FollowUp("heavy", "What about the heavy one?")


def test_the_heaviest_missed_point_is_asked_about_first() -> None:
    assert next_ask(question(LIGHT, HEAVY), answer(), [], Lines(1)) == NextAsk(HEAVY.ask)


def test_what_was_covered_is_not_asked_about() -> None:
    assert next_ask(question(LIGHT, HEAVY), answer(LONG, "heavy"), [], Lines(1)) == NextAsk(
        LIGHT.ask
    )
    assert next_ask(question(LIGHT, HEAVY), answer(LONG, "heavy", "light"), [], Lines(1)) is None


def test_a_second_follow_up_is_for_what_weighs_double() -> None:
    asked = question(LIGHT, HEAVY)
    assert next_ask(asked, answer(LONG, "heavy"), [answer()], Lines(1)) is None
    assert next_ask(asked, answer(LONG, "light"), [answer()], Lines(1)) == NextAsk(HEAVY.ask)


def test_there_are_two_at_most() -> None:
    assert next_ask(question(HEAVY), answer(), [answer(), answer()], Lines(1)) is None


def test_nothing_is_asked_twice_in_an_interview() -> None:
    lines = Lines(1)
    lines.say(HEAVY.ask)
    assert next_ask(question(LIGHT, HEAVY), answer(), [], lines) == NextAsk(LIGHT.ask)


@pytest.mark.parametrize("text", ["I don't know.", "No idea, sorry.", "Pass.", ""])
def test_not_knowing_gets_one_helping_hand_and_no_more(text: str) -> None:
    asked = question(LIGHT, HEAVY)
    hand = next_ask(asked, answer(text), [], Lines(1))
    assert hand is not None
    assert hand.last
    assert hand.ask in USUAL_FOLLOW_UPS["no-answer"]
    assert next_ask(asked, answer(text), [answer(text)], Lines(1)) is None


def test_the_set_can_have_a_helping_hand_of_its_own() -> None:
    own = FollowUp(None, "Any small thing will do.", "no-answer")
    assert next_ask(question(own), answer("I don't know."), [], Lines(1)) == NextAsk(
        own.ask, last=True
    )


def test_it_is_left_there_where_a_reply_passes() -> None:
    assert next_ask(question(HEAVY), answer(), [answer("I don't know.")], Lines(1)) is None


def test_a_short_answer_is_asked_for_more() -> None:
    wanted = next_ask(question(), answer("I moved the warehouse."), [], Lines(1))
    assert wanted is not None
    assert wanted.ask in USUAL_FOLLOW_UPS["short"]
    assert next_ask(question(), answer(), [], Lines(1)) is None


def test_conditions_can_be_combined() -> None:
    both = FollowUp("heavy", "Both hold?", "no-figure")
    text = LONG.replace("two nights", "some nights")
    assert next_ask(question(both), answer(text), [], Lines(1)) == NextAsk(both.ask)
    assert next_ask(question(both), answer(), [], Lines(1)) is None
    assert next_ask(question(both), answer(text, "heavy"), [], Lines(1)) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I am sure that we will find something that is fair for both of us.", True),
        ("In the last seven years I have led two teams, and I grew sales by ten percent.", True),
        ("I would like eighty thousand.", False),
        ("Between seventy and eighty thousand.", False),
    ],
)
def test_a_number_is_pressed_for_where_none_was_named(text: str, asked: bool) -> None:
    press = FollowUp(None, "Could you put a number on it?", "no-figure")
    pay = question(press, situation="pay", target=a_question().target)
    wanted = next_ask(pay, answer(text, "heavy", "light"), [], Lines(1))
    assert (wanted == NextAsk(press.ask)) is asked


END = FollowUp(None, "And how did it end?", "no-result")


@pytest.mark.parametrize(
    ("main", "reply", "asked"),
    [
        (None, None, True),
        (Telling(ended=False), None, True),
        (Telling(ended=True), None, False),
        (Telling(ended=False), Telling(ended=False), True),
        (Telling(ended=False), Telling(ended=True), False),
    ],
)
def test_an_end_is_asked_for_where_none_was_heard(
    main: Telling | None, reply: Telling | None, asked: bool
) -> None:
    text = "In March I called every customer in Linz myself. " * 8
    story = replace(answer(text, "heavy", "light"), telling=main)
    replies = [] if reply is None else [replace(answer(text), telling=reply)]
    wanted = next_ask(question(END, behavioural=True), story, replies, Lines(1))
    assert (wanted == NextAsk(END.ask)) is asked


def test_a_number_is_pressed_for_once() -> None:
    press = FollowUp(None, "Could you put a number on it?", "no-figure")
    pay = question(press, HEAVY, situation="pay")
    refused = answer("I would rather not say, money does not matter to me.")
    assert next_ask(pay, refused, [refused], Lines(1)) is None


def test_an_exchange_is_not_asked_for_more_words() -> None:
    topic = Topic("team", "Team", ("Who is in the team?",), ("Nine people.",))
    exchange = Exchange((topic,), "I will find out.", ("What else?",))
    assert next_ask(question(exchange=exchange), answer("What is it?"), [], Lines(1)) is None


def test_the_same_answers_lead_to_the_same_words() -> None:
    short = answer("I moved the warehouse.")
    words = {next_ask(question(), short, [], Lines(3)) for _ in range(5)}
    assert len(words) == 1
