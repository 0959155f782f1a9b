"""What a candidate asks when asked "What would you like to ask us?": each question and its topics.

An answer is cut into clauses that ask (`asking`). For each, a judge of meaning tells how near it
comes to the examples that a set has for each topic, and words that give a topic away add to it.
What is near to none is about something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.judge import Judge
from simulator.measures.asked_clauses import Clause, asked_clauses
from simulator.measures.running_text import RunningText, Span, running_text
from simulator.measures.topic_examples import ELSEWHERE, USUAL_EXAMPLES
from simulator.measures.topic_words import TOPIC_WORDS

Row = NDArray[np.float32]

WORD_ADDS = 0.12
"""What each word that gives a topic away adds to the nearness, and no more than two do."""
MOST_WORDS = 2
NEAR_ENOUGH = 0.37
"""From here on a question is about the topic: nearness and words together."""
BEFORE_CHARACTERS = 100
"""So much of what was said before a question tells what its "that" is."""


_POINTS_BACK = re.compile(r"\b(?:that|this|it|them|there)\b", re.IGNORECASE)


class NamedTopic(Protocol):
    """A topic as a question set names it."""

    @property
    def id(self) -> str: ...
    @property
    def examples(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """`span`: its words (first, one past last). `topics`: ids, none where it is about none of them.

    `closed`: to be answered by yes or no. `leading`: it says the answer it wants; such a one is not
    told as closed as well.
    """

    span: Span
    topics: tuple[str, ...]
    closed: bool
    leading: bool


def questions_asked(
    words: Sequence[str], topics: Sequence[NamedTopic], judge: Judge
) -> tuple[QuestionAsked, ...]:
    """The candidate's questions in order; clauses of one sentence about one topic are one."""
    said = running_text(words)
    found: list[QuestionAsked] = []
    opening = ""
    for clause in asked_clauses(said):
        topic = _topic(clause.text, topics, judge) or _pointing_back(said, clause, topics, judge)
        asked = QuestionAsked(
            said.words(clause.start, clause.end),
            (topic,) if topic else (),
            clause.closed,
            clause.leading,
        )
        same = clause.adds_nothing or clause.opening == opening != ""
        if found and clause.goes_on and (same or topic in (None, *found[-1].topics)):
            asked = _together(found.pop(), asked)
        found.append(asked)
        opening = clause.opening
    return tuple(found)


def _together(one: QuestionAsked, other: QuestionAsked) -> QuestionAsked:
    """Two clauses of one question, which is about what the first is about."""
    return QuestionAsked(
        (one.span[0], other.span[1]),
        one.topics or other.topics,
        one.closed or other.closed,
        one.leading or other.leading,
    )


def _pointing_back(
    said: RunningText, clause: Clause, topics: Sequence[NamedTopic], judge: Judge
) -> str | None:
    """The topic of a question that needs what was said before ("what is behind that?")."""
    if not _POINTS_BACK.search(clause.text):
        return None
    before = said.text[max(0, clause.start - BEFORE_CHARACTERS) : clause.start].strip()
    return _topic(f"{before} {clause.text}", topics, judge) if before else None


def _topic(text: str, topics: Sequence[NamedTopic], judge: Judge) -> str | None:
    if not topics:
        return None
    row = judge.embed([text])[0]
    near = [_nearness(topic.id, topic.examples, text, row, judge) for topic in topics]
    best = int(np.argmax(near))
    elsewhere = _nearness(ELSEWHERE, (), text, row, judge)
    return topics[best].id if near[best] >= max(NEAR_ENOUGH, elsewhere) else None


def _nearness(topic: str, of_set: Sequence[str], text: str, row: Row, judge: Judge) -> float:
    """The nearest example and the three nearest count alike: one chance likeness proves little."""
    examples = (*of_set, *USUAL_EXAMPLES.get(topic, ()))
    nearest = np.sort(judge.embed(examples) @ row)[::-1]
    words = TOPIC_WORDS[topic].findall(text) if topic in TOPIC_WORDS else []
    given_away = WORD_ADDS * min(MOST_WORDS, len({word.lower() for word in words}))
    return float((nearest[0] + nearest[:3].mean()) / 2) + given_away
