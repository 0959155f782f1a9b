"""What is no answer, and what only sounds like one of them."""

from dataclasses import replace

import pytest

from simulator.measures import Condition, Verdict
from simulator.measures.model import ConditionKind
from simulator.scoring.non_answers import NonAnswer, non_answer, passes_on
from tests.factories import a_transcript
from tests.scoring.answers import points, typed


def told(text: str, *verdicts: Verdict) -> NonAnswer | None:
    transcript = a_transcript(text, typed=True)
    return non_answer(transcript, typed(len(text.split())), points(*verdicts))


@pytest.mark.parametrize(
    "text",
    [
        "I don't know",
        "Well, honestly I have no idea what to say to that.",
        "i couldn't say really",
        "Hmm, nothing comes to mind, sorry.",
        "I'll pass on that one.",
        "No comment.",
        "Not sure.",
        "I haven't a clue.",
        "I don't have an example for that.",
    ],
)
@pytest.mark.parametrize("verdict", ["not_found", "unsure"])
def test_passing_on(text: str, verdict: Verdict) -> None:
    got = told(text, verdict)
    assert got is not None
    assert "passed on" in got.reason
    assert got.nothing_to_add


@pytest.mark.parametrize(
    "text",
    [
        "We pass feedback on every week, in person, and that has worked well for us.",
        "I told the customer that I didn't know yet and would call back within the hour.",
        "She was not sure whether to stay, so I asked her what she needed most.",
        "Passing the exam was hard, and I did it in the evenings.",
    ],
)
def test_answers_that_only_sound_like_it(text: str) -> None:
    assert told(text, "unsure") is None


def test_a_point_that_is_made_makes_it_an_answer() -> None:
    assert told("I don't know exactly, but between 70 and 80 thousand.", "covered") is None


def test_a_long_answer_that_says_it_in_passing_is_one() -> None:
    text = "I don't know whether that was right. " + "But we did it and it worked well. " * 6
    assert told(text, "unsure") is None


def test_nothing_and_next_to_nothing() -> None:
    assert told("") == NonAnswer("Nothing was said", nothing_to_add=True)
    assert told("Yes.") == NonAnswer("One word is no answer yet", nothing_to_add=True)
    assert told("Yes I do.") == NonAnswer("3 words are no answer yet", nothing_to_add=True)
    assert told("Seventy to eighty.", "covered") is None


def test_off_topic_is_told_only_where_there_are_points_to_tell_by() -> None:
    text = "On Saturday we went to the market and bought tomatoes for a soup."
    assert told(text) is None
    got = told(text, "not_found", "not_found")
    assert got is not None
    assert not got.nothing_to_add


WORDS = "We moved the whole warehouse in a week and lost nothing."


@pytest.mark.parametrize(
    ("kind", "nothing_there"),
    [
        ("too_short", True),
        ("no_speech", True),
        ("clipped", False),
        ("too_quiet", False),
        ("other_voice", False),
    ],
)
def test_a_recording_without_an_answer_is_none_and_says_what_to_do(
    kind: ConditionKind, nothing_there: bool
) -> None:
    transcript = a_transcript(WORDS)
    measures = replace(typed(11), conditions=(Condition(kind, "It is so", "Mend it"),))
    got = non_answer(transcript, measures, points("covered"))
    assert got == (NonAnswer("It is so. Mend it", nothing_to_add=True) if nothing_there else None)
    assert passes_on(transcript, measures) == nothing_there
