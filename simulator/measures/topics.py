"""What a candidate asks when asked "What would you like to ask us?": each question and its topics.

An answer is cut into clauses that ask (`asking`). Of each, a judge of meaning reads whether it is
about a topic; nearness to the examples that a set has for the topic, and words that give it away,
add to that. What is likely about none is about something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from simulator.judge import Judge, claim
from simulator.measures import claims
from simulator.measures.asked_clauses import Clause, asked_clauses
from simulator.measures.running_text import RunningText, Span, running_text
from simulator.measures.topic_words import TOPIC_WORDS

WORD_ADDS = 1.0
"""What each different word that gives a topic away adds to the log-odds; two at most do."""
MOST_WORDS = 2
NEARNESS_ADDS = 5.0
"""What nearness (cosine, 0 to 1) to the set's examples adds."""
LIKELY_FROM = 2.0
"""From here on a question is about the topic."""
BEFORE_CHARACTERS = 100
"""So much of what was said before a question tells what its "that" is."""


_POINTS_BACK = re.compile(r"\b(?:that|this|it|them|there)\b", re.IGNORECASE)


class NamedTopic(Protocol):
    """A topic as a question set names it."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
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
    likely = [_likelihood(topic, text, judge) for topic in topics]
    best = int(np.argmax(likely))
    return topics[best].id if likely[best] >= LIKELY_FROM else None


def _likelihood(topic: NamedTopic, text: str, judge: Judge) -> float:
    """Log-odds, not calibrated: how the judge reads it, what it is near to, words in it."""
    asked = claim(*claims.about(topic.label), topic.examples)
    words = TOPIC_WORDS[topic.id].findall(text) if topic.id in TOPIC_WORDS else []
    different = min(MOST_WORDS, len({word.lower() for word in words}))
    nearness = 0.0
    if topic.examples:
        near = np.sort(judge.embed(topic.examples) @ judge.embed([text])[0])[::-1]
        nearness = float((near[0] + near[:3].mean()) / 2)
    return judge.weigh(asked, [text]).whole + NEARNESS_ADDS * nearness + WORD_ADDS * different
