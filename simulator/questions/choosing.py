"""Which questions an interview has, and in which order: pure, and the same for the same seed."""

import math
import random
from collections import Counter
from collections.abc import Sequence

from simulator.errors import MockviewError, did_you_mean
from simulator.questions.model import Question, QuestionSet, Section

USUAL_COUNT = 8
"""About 20 minutes."""
PANEL = "panel"
LEAST_BY_SECOND = 2
"""How many questions each interviewer of a panel has at least, where the set allows it."""


class ChoiceError(MockviewError):
    """A question, role or interviewer that the set does not have."""


def choose(
    question_set: QuestionSet,
    *,
    role: str | None = None,
    interviewer: str = PANEL,
    count: int | None = None,
    question_ids: Sequence[str] = (),
    asked_lately: Sequence[str] = (),
    seed: int = 0,
) -> tuple[Question, ...]:
    """The questions to ask, in the order of a real interview.

    `question_ids` are asked in their own order and nothing else is. Otherwise each section gets its
    share, topics that the role always has come first, and questions that are not in `asked_lately`
    (the latest first) go before those that are. Where the set has fewer than `count`, all of them
    are asked. Raises `ChoiceError`.
    """
    _check(question_set, role, interviewer)
    if count is not None and count < 1:
        raise ChoiceError("An interview has at least one question.", "Choose a --count from 1 on.")
    if question_ids:
        return tuple(_named(question_set, question_id) for question_id in question_ids)
    candidates = [
        question
        for question in question_set.questions
        if question.is_for(role) and interviewer in (PANEL, question.asked_by)
    ]
    if not candidates:
        raise ChoiceError(
            f"The set has no question for role '{role}' that '{interviewer}' asks.",
            "Choose another --role or --interviewer.",
        )
    wanted = min(count or USUAL_COUNT, len(candidates))
    ranked = _freshest_first(candidates, asked_lately, seed)
    always = _always(question_set, role, ranked)[:wanted]
    chosen = always + _by_share(question_set.sections, ranked, always, wanted)
    if interviewer == PANEL and wanted > LEAST_BY_SECOND:
        chosen = _all_ask(question_set, ranked, chosen, kept=always)
    return _in_order(question_set, chosen)


def _check(question_set: QuestionSet, role: str | None, interviewer: str) -> None:
    roles = [known.id for known in question_set.roles]
    people = [PANEL, *(person.id for person in question_set.interviewers)]
    if role is not None and role not in roles:
        raise ChoiceError(
            f"The set '{question_set.id}' has no role '{role}'.", did_you_mean(role, roles)
        )
    if interviewer not in people:
        raise ChoiceError(
            f"The set '{question_set.id}' has no interviewer '{interviewer}'.",
            did_you_mean(interviewer, people),
        )


def _named(question_set: QuestionSet, question_id: str) -> Question:
    question = question_set.question(question_id)
    if question is None:
        known = [known.id for known in question_set.questions]
        raise ChoiceError(
            f"The set '{question_set.id}' has no question '{question_id}'.",
            did_you_mean(question_id, known),
        )
    return question


def _freshest_first(
    candidates: Sequence[Question], asked_lately: Sequence[str], seed: int
) -> list[Question]:
    """Never asked before longest ago before lately; among equals, as the seed shuffles them."""
    shuffled = list(candidates)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 (not a secret)
    last_asked: dict[str, int] = {}
    for ago, question_id in enumerate(asked_lately):
        last_asked.setdefault(question_id, ago)  # the last time counts
    never = len(asked_lately)
    return sorted(shuffled, key=lambda question: -last_asked.get(question.id, never))


def _always(
    question_set: QuestionSet, role: str | None, ranked: Sequence[Question]
) -> list[Question]:
    known = None if role is None else question_set.role(role)
    topics = () if known is None else known.always
    found = [next((q for q in ranked if q.topic == topic), None) for topic in topics]
    return [question for question in found if question is not None]


def _by_share(
    sections: Sequence[Section],
    ranked: Sequence[Question],
    chosen: Sequence[Question],
    wanted: int,
) -> list[Question]:
    """Goes round the sections, the one furthest below its share first, until there are enough."""
    taken = {question.id for question in chosen}
    counts = Counter(question.section for question in chosen)
    # A topic comes once, unless there is nothing else.
    topics = {question.topic for question in chosen if question.topic}
    precedence = _precedence(sections, ranked)
    more: list[Question] = []
    while len(chosen) + len(more) < wanted:
        left = [question for question in ranked if question.id not in taken]
        fresh = [question for question in left if question.topic not in topics] or left
        waiting = {question.section for question in fresh}
        section = min(
            (section for section in precedence if section.id in waiting),
            key=lambda section: counts[section.id] / section.share if section.share else math.inf,
        )
        question = next(q for q in fresh if q.section == section.id)
        more.append(question)
        taken.add(question.id)
        counts[section.id] += 1
        if question.topic:
            topics.add(question.topic)
    return more


def _precedence(sections: Sequence[Section], ranked: Sequence[Question]) -> list[Section]:
    """Who goes first among sections equally far below their share.

    The heart of the interview, its end and its beginning: so that a short one has these three.
    """
    waiting = {question.section for question in ranked}
    there = [section for section in sections if section.id in waiting]
    by_share = sorted(there, key=lambda section: -section.share)
    return list(dict.fromkeys([by_share[0], there[-1], there[0], *by_share]))


def _all_ask(
    question_set: QuestionSet,
    ranked: Sequence[Question],
    chosen: list[Question],
    kept: Sequence[Question],
) -> list[Question]:
    """Swaps questions until each interviewer of a panel has some, where the set allows it."""
    for person in question_set.interviewers:
        while sum(question.asked_by == person.id for question in chosen) < LEAST_BY_SECOND:
            news = [q for q in ranked if q.asked_by == person.id and q not in chosen]
            swap = _swap(news, chosen, kept)
            if swap is None:
                break
            chosen = [swap[1] if question is swap[0] else question for question in chosen]
    return chosen


def _swap(
    news: Sequence[Question], chosen: Sequence[Question], kept: Sequence[Question]
) -> tuple[Question, Question] | None:
    """What goes and what comes: within a section, else from one that has others left."""
    askers = Counter(question.asked_by for question in chosen)
    counts = Counter(question.section for question in chosen)
    topics = {question.topic for question in chosen if question.topic}
    olds = [q for q in reversed(chosen) if q not in kept and askers[q.asked_by] > LEAST_BY_SECOND]
    pairs = [
        (old, new)
        for new in news
        for old in olds
        if new.topic not in topics or new.topic == old.topic
    ]
    within = (pair for pair in pairs if pair[0].section == pair[1].section)
    across = (pair for pair in pairs if counts[pair[0].section] > 1)
    return next(within, None) or next(across, None)


def _in_order(question_set: QuestionSet, chosen: Sequence[Question]) -> tuple[Question, ...]:
    """By section; within one, each interviewer's questions together, as people sit and talk."""
    sections = [section.id for section in question_set.sections]
    people = [person.id for person in question_set.interviewers]
    places = {question.id: place for place, question in enumerate(question_set.questions)}
    return tuple(
        sorted(
            chosen,
            key=lambda q: (sections.index(q.section), people.index(q.asked_by), places[q.id]),
        )
    )
