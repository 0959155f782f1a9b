"""Sample answers to a set, with which it can be tried: a list of texts under each question's id."""

from collections.abc import Collection, Iterator
from pathlib import Path

from simulator.errors import did_you_mean
from simulator.questions.mistakes import set_error
from simulator.questions.reading import content_of
from simulator.questions.yaml_tree import NotYaml, Problem, Tree
from simulator.questions.yaml_tree import read as read_yaml

LONGEST = 10_000
"""Characters of one answer: about ten minutes of talk."""

Samples = dict[str, tuple[str, ...]]


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
        question: tuple(" ".join(text.split()) for text in texts)
        for question, texts in tree.value.items()
    }


def _problems(tree: Tree, questions: Collection[str] | None) -> Iterator[Problem]:
    if not isinstance(tree.value, dict):
        yield Problem(1, "expected question ids, each with a list of texts")
        return
    for question, texts in tree.value.items():
        line = tree.line((question,))
        if questions is not None and question not in questions:
            hint = did_you_mean(question, list(questions)) if len(questions) else ""
            yield Problem(line, f"the set has no question '{question}'. {hint}")
        if not isinstance(texts, list) or not texts:
            yield Problem(line, f"'{question}': expected a list of texts")
            continue
        for index, text in enumerate(texts):
            at = tree.line((question, index))
            if not isinstance(text, str) or not text.strip():
                yield Problem(at, f"'{question}': expected a text")
            elif len(text) > LONGEST:
                yield Problem(at, f"'{question}': expected at most {LONGEST} characters")
