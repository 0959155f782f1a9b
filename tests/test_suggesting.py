"""Command lines that are suggested: quoted, and such as the program takes."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from simulator.cli.main import mockview
from simulator.suggesting import command

SIMULATOR = Path(__file__).parent.parent / "simulator"
MAKERS = {"command", "lasting_command", "suggest", "_suggest"}
"""What functions that make a command line are called."""
WRITTEN = re.compile(r"(?:[:;] +|['(`]|\b(?:as|see|where) )mockview +([a-z][^\n]*)")
"""A command in a text; what is said of the program itself stands after other words."""
SOMETHING = "SOMETHING"
"""In the place of what is known only when the program runs."""


def test_a_command_is_quoted_and_names_the_recordings() -> None:
    assert command("trend", "--all") == "mockview trend --all"
    assert command("review", "a b", recordings="my recordings") == (
        "mockview review 'a b' --recordings 'my recordings'"
    )


def test_what_somebody_stored_stays_one_word() -> None:
    assert shlex.split(command("review", "x; rm -r ~ $(id)"))[2:] == ["x; rm -r ~ $(id)"]


def made(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    """The words that calls of the makers hold."""
    decorators = {id(one) for node in ast.walk(tree) for one in getattr(node, "decorator_list", ())}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or id(node) in decorators:
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        given = [one for one in node.args if not isinstance(one, ast.Starred)]
        if name in MAKERS and given:
            yield tuple(text_of(one) for one in given)


def written(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    """The words of commands that stand in texts, help among them."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
              for part in node.values}  # fmt: skip
    for node in ast.walk(tree):
        text = isinstance(node, ast.JoinedStr) or isinstance(getattr(node, "value", None), str)
        if text and id(node) not in inside:
            assert isinstance(node, ast.expr)
            for found in WRITTEN.findall(re.sub(r"\{\w+\}", SOMETHING, text_of(node))):
                yield tuple(words_of(found))


def text_of(node: ast.expr) -> str:
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(values):
            return "".join(map(text_of, values))
    return SOMETHING


def words_of(text: str) -> Iterator[str]:
    """The words of a command up to the end of it: a sign, or a word that is none of its own."""
    words = text.split()
    before, group = "", isinstance(mockview.get_command(NOWHERE, words[0]), click.Group)
    for place, word in enumerate(words):
        bare = word.rstrip(".,:;)'`")
        if place > group and not (bare.startswith("-") or bare.isupper() or before.startswith("-")):
            return
        yield bare
        if bare != word:
            return
        before = bare


NOWHERE = click.Context(mockview, info_name="mockview")
SUGGESTED = [
    pytest.param(words, id=f"{file.relative_to(SIMULATOR)}: {' '.join(words)}")
    for file in sorted(SIMULATOR.rglob("*.py"))
    for find in (made, written)
    for words in dict.fromkeys(find(ast.parse(file.read_text(encoding="utf-8"))))
]


@pytest.mark.parametrize("words", SUGGESTED)
def test_the_program_takes_what_is_suggested(words: tuple[str, ...]) -> None:
    called: click.Command = mockview
    context, left = NOWHERE, list(words)
    while isinstance(called, click.Group) and left:
        name, found, left = called.resolve_command(context, left)
        assert found is not None
        called, context = found, click.Context(found, info_name=name, parent=context)
    if isinstance(called, click.Group):
        return  # its commands are only hinted at
    try:
        called.make_context(called.name, list(left))
    except click.MissingParameter:
        assert not left, "what is only named needs no more"


def test_suggestions_are_found() -> None:
    found = [param.values[0] for param in SUGGESTED]
    for words in (
        ("trend", "--all"),
        ("mark", SOMETHING, SOMETHING, "--undo"),
        ("models", "pull", SOMETHING),
        ("run", "--role", "manager"),
        ("sets", "check", SOMETHING),
        ("debrief", "--forget"),
    ):
        assert words in found
