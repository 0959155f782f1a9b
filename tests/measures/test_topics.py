"""What candidates ask, against labelled questions, with the real judge.

Nothing was learnt from these lines; the form of questions was written down with both halves known,
and thresholds were chosen on them. What is reached on lines that nobody looked at: `test_unseen`.
"""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.judge import Judge, reader
from simulator.measures.asked_clauses import asked_clauses
from simulator.measures.running_text import running_text
from simulator.measures.topics import QuestionAsked, questions_asked
from tests.measures.labelled import HALVES, Half, Line, hits, labelled
from tests.measures.usual_topics import USUAL_TOPICS, UsualTopic


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


@dataclass(frozen=True)
class Wanted:
    """`topics`: one set of right ones for each question of the line."""

    topics: list[set[str]]
    marks: set[str]

    def told_by(self, asked: tuple[QuestionAsked, ...]) -> bool:
        told = {topic for question in asked for topic in question.topics}
        if not told:
            return any("none" in right for right in self.topics)
        return len(told) == len(self.topics) and all(
            any(topic in right for right in self.topics) for topic in told
        )


def wanted(line: Line) -> Wanted:
    topics, *marks = line.label.split("!")
    return Wanted([set(topic.split("/")) for topic in topics.split("+")], set(marks))


def asked(line: Line, judge: Judge) -> tuple[QuestionAsked, ...]:
    return questions_asked(line.words, USUAL_TOPICS, judge, only_questions=True)


@pytest.mark.parametrize(
    ("half", "topic", "none"), [("develop", 0.86, 0.92), ("check", 0.84, 0.85)]
)
def test_topics(half: Half, topic: float, none: float, judge: Judge) -> None:
    for about_none, least in ((False, topic), (True, none)):
        lines = [
            line
            for line in labelled("candidate_questions", half)
            if (wanted(line).topics == [{"none"}]) == about_none
        ]
        wrong = [line.text for line in lines if not wanted(line).told_by(asked(line, judge))]
        assert 1 - len(wrong) / len(lines) >= least, wrong


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("mark", ["closed", "leading"])
def test_closed_and_leading_questions(half: Half, mark: str, judge: Judge) -> None:
    """Of lines that ask about a topic, since only those are replied to."""
    told = hits(
        [
            (
                mark in wanted(line).marks,
                any(getattr(question, mark) for question in asked(line, judge)),
                line.text,
            )
            for line in labelled("candidate_questions", half)
            if wanted(line).topics != [{"none"}]
        ]
    )
    assert told.precision >= 0.9, told.wrong
    assert told.recall >= 0.9, told.missed


def test_each_question_has_its_own_words(judge: Judge) -> None:
    words = (
        "Thank you. How big is the um team, and what is the salary? I like your garden. When could "
        "I start, here or in Cork?"
    ).split()
    found = questions_asked(words, USUAL_TOPICS, judge)
    assert [(" ".join(words[slice(*one.span)]), one.topics) for one in found] == [
        ("How big is the um team, and", ("team",)),
        ("what is the salary?", ("pay",)),
        ("When could I start, here or in Cork?", ("logistics",)),
    ]


def test_a_topic_of_a_sets_own_is_told_by_its_examples(judge: Judge) -> None:
    safety = UsualTopic(
        "safety",
        ("How many accidents were there?", "Who is in charge of safety?", "Do you wear helmets?"),
    )
    words = "how many accidents did you have on the site last year".split()
    (question,) = questions_asked(words, (*USUAL_TOPICS, safety), judge)
    assert question.topics == ("safety",)


def test_what_a_question_points_back_to_tells_its_topic(judge: Judge) -> None:
    words = "I read about the new plant in Slovakia. What is the thinking behind that?".split()
    (question,) = questions_asked(words, USUAL_TOPICS, judge)
    assert question.topics == ("business-goals",)
    assert " ".join(words[slice(*question.span)]) == "What is the thinking behind that?"


def test_without_topics_questions_are_still_found(judge: Judge) -> None:
    (question,) = questions_asked("How big is the team?".split(), (), judge)
    assert question.topics == ()
    assert questions_asked([], USUAL_TOPICS, judge) == ()


@given(st.text(max_size=200))
def test_any_text_is_cut_into_clauses_in_order(text: str) -> None:
    said = running_text(text.split())
    end = 0
    for clause in asked_clauses(said):
        assert end <= clause.start < clause.end <= len(said.text)
        end = clause.end
