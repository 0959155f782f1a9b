"""What a candidate asks when asked "What would you like to ask us?": each question and its topic.

An answer is cut into clauses that ask (`asked_clauses`). Of each, a judge of meaning tells which
of the usual topics it is about; a topic of a set's own is told by how near the clause comes to its
examples. What is about none of the set's topics is about something else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.judge import Judge
from simulator.measures.asked_clauses import Clause, asked_clauses
from simulator.measures.running_text import WordSpan, running_text

Row = NDArray[np.float32]

NONE = "none"
LIKELY = 0.25
"""From this probability on a question is about the likeliest of the usual topics."""
SURELY = 0.6
"""The same for words that are in the form of no question."""
LED, ASKED = 0.3, 0.6
"""What is left of the probability that something is about no topic where its form is that of a
question: one that has its answer in it, and any other."""
ALONE, AMONG = 0.1, 0.4
"""What a clause by itself weighs beside what it stands in: alone in its sentence, among others;"""
SURE_ALONE = 0.75
"""among others it weighs all where it is so likely about a topic."""
REACH_CHARACTERS = 150
"""So much of what is said before and after a clause tells what it is about."""
SAME = 0.85
"""A question so near (cosine) to one of the set's examples asks the same."""
NEAR_ENOUGH, LEAD = 0.45, 0.15
"""For a topic of the set's own this is enough, where it is so much nearer than any other, or no
usual topic is likely."""


class NamedTopic(Protocol):
    """A topic as a question set names it."""

    @property
    def id(self) -> str: ...
    @property
    def examples(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """`span`: its words. `topics`: ids, none where it is about none of them.

    `closed`: to be answered by yes or no. `leading`: it says the answer it wants; such a one is not
    told as closed as well.
    """

    span: WordSpan
    topics: tuple[str, ...]
    closed: bool
    leading: bool


def questions_asked(
    words: Sequence[str],
    topics: Sequence[NamedTopic],
    judge: Judge,
    *,
    only_questions: bool = False,
) -> tuple[QuestionAsked, ...]:
    """The candidate's questions in order; clauses of one sentence about one topic are one.

    With `only_questions`, nothing but questions is expected: one that is not in the form of any is
    told by its topic alone.
    """
    said = running_text(words)
    clauses = asked_clauses(said)
    if only_questions and not clauses and said.text:
        told = judge.tell(said.text).topics
        topic = _topic(said.text, told, topics, judge, SURELY)
        return (QuestionAsked((0, len(words)), (topic,), False, False),) if topic else ()
    found: list[QuestionAsked] = []
    opening = ""
    for place, clause in enumerate(clauses):
        told = _told(said.text, clauses, place, judge)
        topic = _topic(clause.text, told, topics, judge, LIKELY)
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


def _told(text: str, clauses: Sequence[Clause], place: int, judge: Judge) -> Mapping[str, float]:
    """How likely a clause is about each topic, by itself and by what it stands in."""
    first, last = _in_its_sentence(clauses, place)
    alone = judge.tell(clauses[place].text).topics
    around = judge.tell(_with_what_leads_to(text, clauses, first, last)).topics
    likeliest = max(alone, key=lambda topic: alone[topic])
    share = ALONE if first == last else AMONG
    if first < last and likeliest != NONE and alone[likeliest] >= SURE_ALONE:
        share = 1.0
    told = {topic: share * alone[topic] + (1 - share) * around[topic] for topic in alone}
    told[NONE] *= LED if clauses[place].leading else ASKED
    return told


def _in_its_sentence(clauses: Sequence[Clause], place: int) -> tuple[int, int]:
    """The first and the last clause of the sentence that a clause is in."""
    first = last = place
    while clauses[first].goes_on and first > 0:
        first -= 1
    while last + 1 < len(clauses) and clauses[last + 1].goes_on:
        last += 1
    return first, last


def _with_what_leads_to(text: str, clauses: Sequence[Clause], first: int, last: int) -> str:
    """These clauses, what is said before them and after, up to the questions on either side."""
    before = clauses[first - 1].end if first else 0
    after = clauses[last + 1].start if last + 1 < len(clauses) else len(text)
    start = max(before, clauses[first].start - REACH_CHARACTERS)
    end = min(after, clauses[last].end + REACH_CHARACTERS)
    return text[start:end].strip()


def _together(one: QuestionAsked, other: QuestionAsked) -> QuestionAsked:
    """Two clauses of one question, which is about what the first is about."""
    return QuestionAsked(
        (one.span[0], other.span[1]),
        one.topics or other.topics,
        one.closed or other.closed,
        one.leading or other.leading,
    )


def _topic(
    text: str,
    told: Mapping[str, float],
    topics: Sequence[NamedTopic],
    judge: Judge,
    likely: float,
) -> str | None:
    """What a question is about; None where it is about no topic here.

    The set's examples come first: what is nearly one of them is about its topic. A topic of the
    set's own has nothing but them.
    """
    if not topics:
        return None
    likeliest = max(told, key=lambda topic: told[topic])
    there = any(topic.id == likeliest for topic in topics) and told[likeliest] >= likely
    row = judge.embed([text])[0]
    alike = {topic.id: float((judge.embed(topic.examples) @ row).max()) for topic in topics}
    same = max(alike, key=lambda topic: alike[topic])
    if alike[same] >= SAME:
        return same
    near = {topic.id: _nearness(topic.examples, row, judge) for topic in topics}
    nearest, *others = sorted(near, key=lambda topic: near[topic], reverse=True)
    lead = near[nearest] - max((near[topic] for topic in others), default=0.0)
    own = nearest not in told and near[nearest] >= NEAR_ENOUGH
    if own and (lead >= LEAD or not there):
        return nearest
    return likeliest if there else None


def _nearness(examples: Sequence[str], row: Row, judge: Judge) -> float:
    """The nearest example and the three nearest count alike: one chance likeness proves little."""
    nearest = np.sort(judge.embed(examples) @ row)[::-1]
    return float((nearest[0] + nearest[:3].mean()) / 2)
