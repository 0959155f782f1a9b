"""YAML 1.2 into plain values that know their lines, within bounds that no file can break.

One pass over the parser's events: quick, no recursion, and nothing is ever made of an alias or tag.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from simulator.questions.signs import first_refused

LARGEST_BYTES = 2_000_000
DEEPEST = 12
MOST_NODES = 80_000
"""More than 2 MB of ordinary questions hold: the built-in set has 35 to a kilobyte."""
LONGEST_KEY = 100
LONGEST_NUMBER = 20

Path = tuple[str | int, ...]
"""The way to a value: keys and list positions."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the line (1 is the first) and what was expected."""

    line: int
    text: str


class NotYaml(Exception):  # noqa: N818 (caught where it is turned into mistakes)
    """Nothing can be made of it; carries what was found up to there."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[-1].text)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain values, the line of every key, item and value, and what should not be in the file."""

    value: Any
    lines: dict[Path, int]
    problems: tuple[Problem, ...] = ()

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(content: bytes) -> Tree:
    """Raises `NotYaml` for what cannot be read, is too large or is nested too deep."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    text = _decoded(content)
    builder = _Builder()
    try:
        builder.take_all(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as error:
        raise NotYaml(*builder.problems, _syntax(error)) from error
    except (YAMLError, ValueError) as error:
        raise NotYaml(*builder.problems, Problem(1, "not YAML that can be read")) from error
    if builder.root is _NOTHING:
        raise NotYaml(Problem(1, "the file is empty"))
    return Tree(builder.root, builder.lines, tuple(builder.problems))


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_BYTES:
        raise NotYaml(Problem(1, f"the file is over {LARGEST_BYTES // 1_000_000} MB"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise NotYaml(Problem(line, "not UTF-8 text")) from error
    if first_refused(text):
        found = ((n, first_refused(line)) for n, line in enumerate(text.split("\n"), 1))
        raise NotYaml(*(Problem(number, _control(sign)) for number, sign in found if sign))
    return text


def _control(sign: str) -> str:
    return f"a control character (U+{ord(sign):04X})"


IN_PLAIN_WORDS = (
    ("mapping values are not allowed", "a text with ': ' in it must stand in quotes"),
    (r"character '\t'", "lines are indented by spaces, not by tabs"),
    ("cannot start any token", "a text that begins with a special sign must stand in quotes"),
    ("could not find expected ':'", "expected a key and a colon"),
    ("found unexpected end of stream", "a quote or a bracket is not closed"),
)


def _syntax(error: Any) -> Problem:
    """What the parser says, with what it most likely means to somebody who writes questions."""
    said = str(error.problem or error.context or "this is not YAML").strip()
    plain = next((words for sign, words in IN_PLAIN_WORDS if sign in said), said)
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    line = mark.line + 1 if mark else 1
    where = f" (it begins in line {begun.line + 1})" if begun and begun.line + 1 < line else ""
    return Problem(line, f"not YAML: {plain}{where}")


_NOTHING: Any = object()


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun; `key` is what the next value of a mapping belongs to."""

    path: Path
    value: dict[str, Any] | list[Any]
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    root: Any = _NOTHING
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _nodes: int = 0

    def take_all(self, events: Iterable[Any]) -> None:
        from ruamel.yaml.events import (
            AliasEvent,
            CollectionEndEvent,
            DocumentStartEvent,
            MappingStartEvent,
            NodeEvent,
            ScalarEvent,
        )

        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, DocumentStartEvent) and self.root is not _NOTHING:
                raise NotYaml(*self.problems, Problem(line, "expected one document a file"))
            if isinstance(event, CollectionEndEvent):
                self._open.pop()
            if not isinstance(event, NodeEvent):
                continue
            self._nodes += 1
            self._refuse(event, line)
            if isinstance(event, AliasEvent):
                self._plain(f"*{event.anchor}", line)
            elif isinstance(event, ScalarEvent):
                self._scalar(event, line)
            else:
                self._begin({} if isinstance(event, MappingStartEvent) else [], line)

    def _refuse(self, event: Any, line: int) -> None:
        if len(self._open) > DEEPEST or self._nodes > MOST_NODES:
            too_much = "nested too deep, or too much of it, for a question set"
            raise NotYaml(*self.problems, Problem(line, too_much))
        if event.anchor:
            text = "anchors and aliases (& and *) are not taken: write it out"
            self.problems.append(Problem(line, text))
        if getattr(event, "tag", None):
            self.problems.append(Problem(line, "tags (!) are not taken: leave it out"))

    def _begin(self, value: dict[str, Any] | list[Any], line: int) -> None:
        if self._awaits_key():
            raise NotYaml(*self.problems, Problem(line, "expected a plain word as a key"))
        path = self._put(value, line)
        self._open.append(_Open(path, value))

    def _scalar(self, event: Any, line: int) -> None:
        sign = first_refused(event.value)  # "\e" in quotes is harmless only until it is read
        if sign:
            self.problems.append(Problem(line, _control(sign)))
        plain = event.style is None and not self._awaits_key()
        self._plain(core(event.value) if plain else event.value, line)

    def _plain(self, value: Any, line: int) -> None:
        if not self._awaits_key():
            self._put(value, line)
            return
        around = self._open[-1]
        key = value[:LONGEST_KEY]
        if len(value) > LONGEST_KEY:
            self.problems.append(Problem(line, f"a key of over {LONGEST_KEY} characters"))
        if key in around.value:
            self.problems.append(Problem(line, f"'{key}' stands here a second time"))
        around.key = key
        self.lines[(*around.path, key)] = line

    def _awaits_key(self) -> bool:
        around = self._open[-1] if self._open else None
        return around is not None and around.key is None and isinstance(around.value, dict)

    def _put(self, value: Any, line: int) -> Path:
        if not self._open:
            self.root = value
            self.lines[()] = line
            return ()
        around = self._open[-1]
        if isinstance(around.value, list):
            path: Path = (*around.path, len(around.value))
            around.value.append(value)
            self.lines[path] = line
            return path
        assert around.key is not None  # noqa: S101 (a value of a mapping comes after its key)
        path = (*around.path, around.key)
        around.value[around.key] = value
        around.key = None
        return path


INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def core(text: str) -> str | int | float | bool | None:
    """What a scalar without quotes stands for, by the core schema of YAML 1.2 (chapter 10.3.2)."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if len(text) > LONGEST_NUMBER:
        return text
    if INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if FLOAT.fullmatch(text):
        return float(text)
    if text.lstrip("+-") in (".inf", ".Inf", ".INF"):
        return float(text.replace(".", ""))
    return float("nan") if text in (".nan", ".NaN", ".NAN") else text
