"""How an answer is told: what judge and rules find, where it is looked for, and how often."""

from typing import Any

from simulator.measures import HarshSentence, Sentence, Telling, telling
from simulator.questions import FollowUp, Question
from tests.factories import a_question, a_transcript
from tests.fakes import FakeJudge

JUDGE = FakeJudge({"blames": "asleep", "raises-pay": "dear", "ends": "cards"})
TEXT = "I sold pumps. They were asleep. The flat got dear. She still sends me cards."
RULES = "My boss was incompetent. My salary was low. In the end she thanked me."


def question(**other: Any) -> Question:
    return a_question("deed", **{"talking_points": (), "follow_ups": (), "section": "x", **other})


STORY = question(behavioural=True)
PAY = question(situation="pay")


def test_what_only_the_judge_finds_is_told_with_its_times() -> None:
    said = a_transcript(TEXT)
    made = telling(STORY, said, JUDGE)
    (harsh,), (raised,) = made.harsh, made.raises_pay
    assert harsh == HarshSentence(
        (3, 6), "They were asleep.", said.words[3].start_s, said.words[5].end_s,
        "What I was missing there, and look for now, is ...",
    )  # fmt: skip
    assert raised == Sentence(
        (6, 10), "The flat got dear.", said.words[6].start_s, said.words[9].end_s
    )
    assert made.ended is True


def test_what_the_rules_find_stands_without_a_judge_and_with_one_that_does_not() -> None:
    made = telling(STORY, a_transcript(RULES))
    assert [one.text for one in made.harsh] == ["My boss was incompetent."]
    assert [one.text for one in made.raises_pay] == ["My salary was low."]
    assert made.ended is True
    assert telling(STORY, a_transcript(RULES), FakeJudge()) == made


def test_a_typed_answer_has_no_times() -> None:
    made = telling(STORY, a_transcript(TEXT, typed=True), JUDGE)
    assert (made.harsh[0].start_s, made.harsh[0].end_s) == (None, None)


def test_an_ending_is_looked_for_where_a_story_or_a_result_is_wanted() -> None:
    said = a_transcript("I sold pumps. I like them.")
    assert telling(STORY, said, JUDGE).ended is False
    follows_up = question(follow_ups=(FollowUp(None, "And then?", "no-result"),))
    assert telling(follows_up, said, JUDGE).ended is False
    assert telling(STORY, a_transcript(""), JUDGE) == Telling((), (), ended=False)


def test_what_was_not_looked_for_is_not_told() -> None:
    said = a_transcript(TEXT)
    assert telling(PAY, said, JUDGE).raises_pay == ()
    assert telling(None, said, JUDGE) == Telling(telling(STORY, said, JUDGE).harsh)
    assert telling(question(), said, JUDGE).ended is None
