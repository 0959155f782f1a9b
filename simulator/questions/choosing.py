"""Which questions an interview has, and in which order: pure, and the same for the same seed."""

import random
from collections.abc import Sequence

from simulator.errors import MockviewError, did_you_mean
from simulator.questions.model import Question, QuestionSet, Section

USUAL_COUNT = 8
"""About 20 minutes."""
PANEL = "panel"
LEAST_BY_SECOND = 2
"""How many questions the second interviewer of a panel has, where the set allows it."""


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
    (the latest first) go before those that are. Raises `ChoiceError`.
    """
    _check(question_set, role, interviewer)
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
    chosen = _always(question_set, role, ranked)[:wanted]
    chosen += _by_share(question_set.sections, ranked, chosen, wanted)
    if interviewer == PANEL and wanted > LEAST_BY_SECOND:
        chosen = _both_ask(question_set, role, ranked, chosen)
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
    age = {question_id: position for position, question_id in enumerate(asked_lately)}
    return sorted(shuffled, key=lambda question: -age.get(question.id, len(age)))


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
    counts = {section.id: 0 for section in sections}
    for question in chosen:
        counts[question.section] += 1
    # A topic comes once, unless there is nothing else.
    topics = {question.topic for question in chosen if question.topic}
    more: list[Question] = []
    while len(chosen) + len(more) < wanted:
        left = [question for question in ranked if question.id not in taken]
        fresh = [question for question in left if question.topic not in topics] or left
        open_sections = [
            section for section in sections if any(q.section == section.id for q in fresh)
        ]
        section = min(
            open_sections,
            key=lambda section: (
                counts[section.id] / section.share if section.share else float("inf"),
                -section.share,
            ),
        )
        question = next(q for q in fresh if q.section == section.id)
        more.append(question)
        taken.add(question.id)
        counts[section.id] += 1
        if question.topic:
            topics.add(question.topic)
    return more


def _both_ask(
    question_set: QuestionSet,
    role: str | None,
    ranked: Sequence[Question],
    chosen: list[Question],
) -> list[Question]:
    """Swaps questions within a section until each interviewer of a panel has some."""
    known = None if role is None else question_set.role(role)
    kept_topics = set() if known is None else set(known.always)
    for person in question_set.interviewers:
        while sum(q.asked_by == person.id for q in chosen) < LEAST_BY_SECOND:
            swap = next(
                (
                    (old, new)
                    for new in ranked
                    if new.asked_by == person.id and new not in chosen and not new.topic
                    for old in reversed(chosen)
                    if old.section == new.section
                    and old.asked_by != person.id
                    and old.topic not in kept_topics
                    and sum(q.asked_by == old.asked_by for q in chosen) > LEAST_BY_SECOND
                ),
                None,
            )
            if swap is None:
                break
            old, new = swap
            chosen = [new if question is old else question for question in chosen]
    return chosen


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
