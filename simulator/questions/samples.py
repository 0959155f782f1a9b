"""Sample answers to a set, with which it can be tried: a list of answers under each question's id.

An answer is a text, or `{answer: TEXT, replies: [TEXT, ...]}` with what is said to the follow-ups,
in the order in which they come.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.errors import did_you_mean
from simulator.questions.mistakes import set_error
from simulator.questions.reading import content_of
from simulator.questions.yaml_tree import NotYaml, Problem, Tree
from simulator.questions.yaml_tree import read as read_yaml

LONGEST = 10_000
"""Characters of one answer: about ten minutes of talk."""

MOST_REPLIES = 20


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """What is said to a question, and then to what follows from it."""

    answer: str
    replies: tuple[str, ...] = ()


Samples = dict[str, tuple[SampleAnswer, ...]]


def read(file: Path, questions: Collection[str] | None = None) -> Samples:
    """The texts by question id; ids that are not among `questions` (if given) are mistakes.

    Raises `SetError` with every mistake, `MockviewError` for a file that cannot be opened.
    """
    try:
        tree = read_yaml(content_of(file))
    except NotYaml as error:
        raise set_error(file, error.problems) from error
    problems = [*tree.problems, *_problems(tree, questions)]
    if problems:
        raise set_error(file, problems)
    return {
        question: tuple(_sample(one) for one in answers) for question, answers in tree.value.items()
    }


def _sample(one: Any) -> SampleAnswer:
    if isinstance(one, str):
        return SampleAnswer(_joined(one))
    return SampleAnswer(_joined(one["answer"]), tuple(map(_joined, one.get("replies", ()))))


def _joined(text: str) -> str:
    return " ".join(text.split())


def _problems(tree: Tree, questions: Collection[str] | None) -> Iterator[Problem]:
    if not isinstance(tree.value, dict):
        yield Problem(1, "expected question ids, each with a list of texts")
        return
    for question, answers in tree.value.items():
        line = tree.line((question,))
        if questions is not None and question not in questions:
            hint = did_you_mean(question, list(questions)) if len(questions) else ""
            yield Problem(line, f"the set has no question '{question}'. {hint}")
        if not isinstance(answers, list) or not answers:
            yield Problem(line, f"'{question}': expected a list of texts")
            continue
        for index, one in enumerate(answers):
            line = tree.line((question, index))
            yield from (Problem(line, f"'{question}': {text}") for text in _wrong(one))


def _wrong(one: Any) -> Iterator[str]:
    texts = [one]
    if isinstance(one, dict):
        replies = one.get("replies", [])
        unknown = sorted(set(one) - {"answer", "replies"})
        if unknown or not isinstance(replies, list) or len(replies) > MOST_REPLIES:
            yield f"expected a text, or 'answer' and a list of at most {MOST_REPLIES} 'replies'"
            return
        texts = [one.get("answer"), *replies]
    for text in texts:
        if not isinstance(text, str) or not text.strip():
            yield "expected a text"
        elif len(text) > LONGEST:
            yield f"expected at most {LONGEST} characters"
