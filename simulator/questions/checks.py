"""What spans several places of a set: names that must exist, ids that must be one of a kind.

These checks look at the plain values of a file, so that they find their mistakes also where others
keep the set from being read. They pass over what has the wrong shape: that is told elsewhere.
"""

from collections.abc import Iterator
from typing import Any

from simulator.errors import did_you_mean
from simulator.questions.model import Question, QuestionSet
from simulator.questions.yaml_tree import Path, Problem, Tree

ENOUGH_EXAMPLES = 4
ENOUGH_COUNTER_EXAMPLES = 2


def across(tree: Tree) -> Iterator[Problem]:
    """Mistakes: the set cannot be used."""
    top = _mapping(tree.value)
    questions: list[tuple[Path, dict[str, Any]]] = [
        (("questions", index), _mapping(question))
        for index, question in enumerate(_items(top.get("questions")))
    ]
    yield from _always(top, [question for _, question in questions], tree)
    yield from _twice([((*path, "id"), question.get("id")) for path, question in questions], tree)
    for path, question in questions:
        yield from _names(top, question, path, tree)
        yield from _target(question, path, tree)
        yield from _points(question, path, tree)
        yield from _exchange(top, question, path, tree)
    yield from _recalls(questions, tree)


def _always(top: dict[str, Any], questions: list[dict[str, Any]], tree: Tree) -> Iterator[Problem]:
    for role_id, role in _mapping(top.get("roles")).items():
        topics = _items(_mapping(role).get("always"))
        places: list[tuple[Path, Any]] = [
            (("roles", role_id, "always", index), topic) for index, topic in enumerate(topics)
        ]
        yield from _twice(places, tree, "topic")
        asked = {
            str(question.get("topic"))
            for question in questions
            if not question.get("roles") or role_id in _items(question["roles"])
        }
        for place, topic in places:
            if isinstance(topic, str) and topic not in asked:
                text = f"no question for the role '{role_id}' has the topic '{topic}'"
                yield Problem(tree.line(place), text)


def _twice(places: list[tuple[Path, Any]], tree: Tree, what: str = "id") -> Iterator[Problem]:
    first: dict[str, int] = {}
    for place, name in places:
        if not isinstance(name, str):
            continue
        line = tree.line(place)
        if name in first:
            yield Problem(line, f"the {what} '{name}' is used twice (first in line {first[name]})")
        first.setdefault(name, line)


def _names(
    top: dict[str, Any], question: dict[str, Any], path: Path, tree: Tree
) -> Iterator[Problem]:
    people, sections = _keys(top.get("interviewers")), _keys(top.get("sections"))
    asked_by, section = question.get("asked_by"), question.get("section")
    if people and isinstance(asked_by, str) and asked_by not in people:
        text = f"no interviewer is called '{asked_by}'. {did_you_mean(asked_by, people)}"
        yield Problem(tree.line((*path, "asked_by")), text)
    if sections and isinstance(section, str) and section not in sections:
        text = f"there is no section '{section}'. {did_you_mean(section, sections)}"
        yield Problem(tree.line((*path, "section")), text)
    roles = _keys(top.get("roles"))
    for index, role in enumerate(_items(question.get("roles"))):
        if isinstance(role, str) and role not in roles:
            text = f"there is no role '{role}'. {did_you_mean(role, roles)}"
            yield Problem(tree.line((*path, "roles", index)), text)


def _target(question: dict[str, Any], path: Path, tree: Tree) -> Iterator[Problem]:
    times = _items(_mapping(question.get("target")).get("answer_s"))
    numbers = [time_s for time_s in times if isinstance(time_s, (int, float))]
    if len(times) == len(numbers) == len(("shortest", "longest")) and numbers[0] >= numbers[1]:
        line = tree.line((*path, "target", "answer_s"))
        yield Problem(line, "expected the shorter time before the longer")


def _points(question: dict[str, Any], path: Path, tree: Tree) -> Iterator[Problem]:
    points = [_mapping(point).get("id") for point in _items(question.get("talking_points"))]
    places: list[tuple[Path, Any]] = [
        ((*path, "talking_points", index, "id"), point) for index, point in enumerate(points)
    ]
    yield from _twice(places, tree)
    known = list(dict.fromkeys(point for point in points if isinstance(point, str)))
    for index, follow_up in enumerate(_items(question.get("follow_ups"))):
        when = _mapping(follow_up).get("when")
        missed = _mapping(when).get("missed")
        if when == {}:
            line = tree.line((*path, "follow_ups", index, "when"))
            yield Problem(line, "'when' is empty; expected 'missed', 'answer' or both")
        if isinstance(missed, str) and missed not in known:
            line = tree.line((*path, "follow_ups", index, "when", "missed"))
            hint = did_you_mean(missed, known)
            yield Problem(line, f"the question has no talking point '{missed}'. {hint}")


def _exchange(
    top: dict[str, Any], question: dict[str, Any], path: Path, tree: Tree
) -> Iterator[Problem]:
    people = _keys(top.get("interviewers"))
    topics = [_mapping(topic) for topic in _items(_mapping(question.get("exchange")).get("topics"))]
    inside = (*path, "exchange", "topics")
    yield from _twice(
        [((*inside, i, "id"), topic.get("id")) for i, topic in enumerate(topics)], tree
    )
    for index, topic in enumerate(topics):
        by = topic.get("replied_by")
        if people and isinstance(by, str) and by not in people:
            text = f"no interviewer is called '{by}'. {did_you_mean(by, people)}"
            yield Problem(tree.line((*inside, index, "replied_by")), text)


def _recalls(questions: list[tuple[Path, dict[str, Any]]], tree: Tree) -> Iterator[Problem]:
    points = {
        str(question.get("id")): [
            str(_mapping(point).get("id")) for point in _items(question.get("talking_points"))
        ]
        for _, question in questions
    }
    for path, question in questions:
        for index, recall in enumerate(_items(question.get("recalls"))):
            when = _mapping(_mapping(recall).get("when"))
            named, point = when.get("question"), when.get("point")
            inside = (*path, "recalls", index, "when")
            if not isinstance(named, str) or not isinstance(point, str):
                continue
            if named not in points:
                hint = did_you_mean(named, list(points))
                text = f"there is no question '{named}'. {hint}"
                yield Problem(tree.line((*inside, "question")), text)
            elif point not in points[named]:
                hint = did_you_mean(point, points[named])
                text = f"the question '{named}' has no talking point '{point}'. {hint}"
                yield Problem(tree.line((*inside, "point")), text)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _keys(value: Any) -> list[str]:
    return list(_mapping(value))


def weaknesses(question_set: QuestionSet) -> Iterator[str]:
    """What works but could be better, each in a sentence."""
    asking = {question.asked_by for question in question_set.questions}
    used = {question.section for question in question_set.questions}
    for person in question_set.interviewers:
        if person.id not in asking:
            yield f"{person.id}: asks nothing"
    for section in question_set.sections:
        if section.id not in used:
            yield f"{section.id}: a section without a question"
    for question in question_set.questions:
        yield from _weak_points(question)
        yield from _weak_topics(question)


def _weak_points(question: Question) -> Iterator[str]:
    if not question.talking_points:
        yield f"{question.id}: no talking points, so its content cannot be scored"
    for point in question.talking_points:
        where = f"{question.id}, {point.id}"
        if len(set(point.examples)) < ENOUGH_EXAMPLES:
            yield f"{where}: fewer than {ENOUGH_EXAMPLES} different examples"
        if len(set(point.counter_examples)) < ENOUGH_COUNTER_EXAMPLES:
            yield f"{where}: fewer than {ENOUGH_COUNTER_EXAMPLES} different near misses"
        for text in sorted(set(point.examples) & set(point.counter_examples)):
            yield f"{where}: both an example and a near miss: {text}"


def _weak_topics(question: Question) -> Iterator[str]:
    for topic in () if question.exchange is None else question.exchange.topics:
        if len(set(topic.examples)) < ENOUGH_EXAMPLES:
            where = f"{question.id}, {topic.id}"
            yield f"{where}: fewer than {ENOUGH_EXAMPLES} different examples"
