"""What the interviewers say besides the questions."""

from simulator.interview import script
from simulator.questions import Interviewer
from tests.factories import a_question

DANA = Interviewer("supervisor", "Dana", "Operations Director")
SAM = Interviewer("peer", "Sam", "Team Lead")


def test_everybody_is_greeted_by_and_with_name_and_title() -> None:
    first, second = script.greeting([DANA, SAM], 8)
    assert first.speaker == DANA
    assert "Dana, Operations Director" in first.text
    assert "Sam, Team Lead" in first.text
    assert "eight questions" in first.text
    assert "twenty minutes" in first.text
    assert second.speaker == SAM


def test_one_interviewer_greets_alone() -> None:
    (only,) = script.greeting([SAM], 1)
    assert "With me" not in only.text
    assert "one question" in only.text


def test_a_new_interviewer_says_so() -> None:
    one, other = a_question("a", asked_by="supervisor"), a_question("b", asked_by="peer")
    assert "Sam" in script.asking(other, one, SAM).text
    assert script.asking(one, None, DANA).text.endswith(one.ask)
