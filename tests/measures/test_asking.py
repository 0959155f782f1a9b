"""Questions of a candidate, with their words and times, where the question invites them."""

import pytest

from simulator.measures import asked
from simulator.questions import Exchange, Topic
from tests.factories import a_question, a_transcript
from tests.scripted import judge, the_set

TOPIC = Topic("team", "Team", ("Who would I be working with?", "How big is the team?"), ("Nine.",))
INVITES = a_question(exchange=Exchange((TOPIC,), "I will find out.", ("What else?",)))


def test_a_question_has_its_words_time_and_topic() -> None:
    said = a_transcript("Thank you, yes. Who would I be working with?")
    (one,) = asked(INVITES, said, judge())
    assert one.text == "Who would I be working with?"
    assert one.start_s == said.words[3].start_s
    assert one.end_s == said.words[-1].end_s
    assert one.topics == ("team",)


def test_no_question_is_looked_for_where_none_is_invited() -> None:
    said = a_transcript("Who would I be working with?")
    assert asked(a_question(), said, judge()) == ()
    assert asked(None, said, judge()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, that was all that I wanted to know.",
        "No, that's everything I wanted to ask.",
        "No, I think that is it, thank you.",
        "I have no further questions.",
        "No, thank you. I think that you have explained everything really well.",
    ],
)
def test_the_end_of_asking_is_no_question(text: str) -> None:
    assert asked(INVITES, a_transcript(text), judge()) == ()


@pytest.mark.parametrize("name", ["second-interview", "customer-service"])
def test_every_example_of_the_built_in_topics_is_told_as_its_topic(name: str) -> None:
    right = total = 0
    for question in the_set(name).questions:
        for topic in () if question.exchange is None else question.exchange.topics:
            for example in topic.examples:
                found = asked(question, a_transcript(example), judge())
                total += 1
                right += bool(found) and found[0].topics == (topic.id,)
    assert right / total >= 0.9


def test_what_has_no_form_of_a_question_is_one_only_where_nothing_else_is_expected() -> None:
    bare = a_transcript("and the people on the team please")
    alone = a_question(exchange=Exchange((TOPIC,), "I will find out.", ("What else?",)))
    within = a_question(exchange=Exchange((TOPIC,), "", ("What else?",)))
    assert [one.topics for one in asked(alone, bare, judge())] == [("team",)]
    assert asked(within, bare, judge()) == ()
