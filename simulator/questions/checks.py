"""What spans several places of a set: names that must exist, ids that must be one of a kind."""

from collections.abc import Iterator

from simulator.errors import did_you_mean
from simulator.questions.model import Question, QuestionSet
from simulator.questions.yaml_tree import Path, Problem, Tree

ENOUGH_EXAMPLES = 4
ENOUGH_COUNTER_EXAMPLES = 2


def across(question_set: QuestionSet, tree: Tree) -> Iterator[Problem]:
    """Mistakes: the set cannot be used."""
    seen: set[str] = set()
    topics = {question.topic for question in question_set.questions}
    for role in question_set.roles:
        for topic in role.always:
            if topic not in topics:
                line = tree.line(("roles", role.id, "always"))
                yield Problem(line, f"no question has the topic '{topic}'")
    for index, question in enumerate(question_set.questions):
        path: Path = ("questions", index)
        if question.id in seen:
            yield Problem(tree.line((*path, "id")), f"the id '{question.id}' is used twice")
        seen.add(question.id)
        yield from _names(question_set, question, path, tree)
        yield from _points(question, path, tree)


def _names(
    question_set: QuestionSet, question: Question, path: Path, tree: Tree
) -> Iterator[Problem]:
    people = [person.id for person in question_set.interviewers]
    roles = [role.id for role in question_set.roles]
    sections = [section.id for section in question_set.sections]
    low_s, high_s = question.target.answer_s
    if question.asked_by not in people:
        hint = did_you_mean(question.asked_by, people)
        yield Problem(
            tree.line((*path, "asked_by")),
            f"no interviewer is called '{question.asked_by}'. {hint}",
        )
    if question.section not in sections:
        hint = did_you_mean(question.section, sections)
        yield Problem(
            tree.line((*path, "section")), f"there is no section '{question.section}'. {hint}"
        )
    for role in question.roles:
        if role not in roles:
            hint = did_you_mean(role, roles)
            yield Problem(tree.line((*path, "roles")), f"there is no role '{role}'. {hint}")
    if low_s >= high_s:
        yield Problem(
            tree.line((*path, "target", "answer_s")), "expected the shorter time before the longer"
        )


def _points(question: Question, path: Path, tree: Tree) -> Iterator[Problem]:
    ids = [point.id for point in question.talking_points]
    for index, point in enumerate(question.talking_points):
        if point.id in ids[:index]:
            line = tree.line((*path, "talking_points", index, "id"))
            yield Problem(line, f"the talking point '{point.id}' stands here twice")
    for index, follow_up in enumerate(question.follow_ups):
        if follow_up.missed not in ids:
            hint = did_you_mean(follow_up.missed, ids)
            line = tree.line((*path, "follow_ups", index, "when", "missed"))
            yield Problem(line, f"the question has no talking point '{follow_up.missed}'. {hint}")


def weaknesses(question_set: QuestionSet) -> Iterator[str]:
    """What works but could be better, each in a sentence."""
    for question in question_set.questions:
        if not question.talking_points:
            yield f"{question.id}: no talking points, so its content cannot be scored"
        for point in question.talking_points:
            where, near_misses = f"{question.id}, {point.id}", len(point.counter_examples)
            if len(point.examples) < ENOUGH_EXAMPLES:
                yield f"{where}: fewer than {ENOUGH_EXAMPLES} examples"
            if near_misses < ENOUGH_COUNTER_EXAMPLES:
                yield f"{where}: fewer than {ENOUGH_COUNTER_EXAMPLES} near misses"
