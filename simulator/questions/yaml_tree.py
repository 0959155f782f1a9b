"""YAML 1.2 into plain values that know their lines, within bounds that no file can break."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LARGEST_BYTES = 2_000_000
DEEPEST = 12
MOST_NODES = 200_000

Path = tuple[str | int, ...]
"""The way to a value: keys and list positions."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the line (1 is the first) and what was expected."""

    line: int
    text: str


class NotYaml(Exception):  # noqa: N818 (caught two lines further on)
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain values, and the line of every key, item and value."""

    value: Any
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(content: bytes) -> Tree:
    """Raises `NotYaml` for what cannot be read, or should not be."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    text = _decoded(content)
    yaml = YAML(typ="rt", pure=True)
    try:
        _refuse_aliases(yaml, text)
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = (error.problem or error.context or "this is not YAML").strip()
        raise NotYaml(Problem(mark.line + 1 if mark else 1, f"not YAML: {what}")) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise NotYaml(Problem(1, "not YAML that can be read")) from error
    if node is None:
        raise NotYaml(Problem(1, "the file is empty"))
    return _Builder().build(node)


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_BYTES:
        raise NotYaml(Problem(1, f"the file is over {LARGEST_BYTES // 1_000_000} MB"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise NotYaml(Problem(line, "not UTF-8 text")) from error
    for number, line_text in enumerate(text.split("\n"), 1):
        bad = next(
            (sign for sign in line_text if not sign.isprintable() and sign not in "\t\r"), ""
        )
        if bad and not bad.isspace():
            raise NotYaml(Problem(number, f"a control character (U+{ord(bad):04X})"))
    return text


def _refuse_aliases(yaml: Any, text: str) -> None:
    """Looks at the events alone: they are as many as the file is long, whatever an alias does."""
    from ruamel.yaml.events import (
        AliasEvent,
        MappingEndEvent,
        MappingStartEvent,
        NodeEvent,
        SequenceEndEvent,
        SequenceStartEvent,
    )

    depth = nodes = 0
    for event in yaml.parse(text):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise NotYaml(
                Problem(line, "anchors and aliases (& and *) are not taken: write it out")
            )
        if isinstance(event, NodeEvent):
            nodes += 1
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            depth += 1
        if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            depth -= 1
        if depth > DEEPEST or nodes > MOST_NODES:
            raise NotYaml(Problem(line, "nested too deep, or too much of it, for a question set"))


class _Builder:
    def __init__(self) -> None:
        self._lines: dict[Path, int] = {}

    def build(self, node: Any) -> Tree:
        return Tree(self._value(node, ()), self._lines)

    def _value(self, node: Any, path: Path) -> Any:
        from ruamel.yaml.nodes import MappingNode, SequenceNode

        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, MappingNode):
            return dict(self._items(node, path))
        if isinstance(node, SequenceNode):
            return [self._value(item, (*path, i)) for i, item in enumerate(node.value)]
        return _scalar(node)

    def _items(self, node: Any, path: Path) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in seen:
                raise NotYaml(Problem(line, f"'{key}' stands here a second time"))
            seen.add(key)
            self._lines[(*path, key)] = line
            yield key, self._value(value_node, (*path, key))


def _scalar(node: Any) -> Any:
    """A plain scalar by the YAML 1.2 core schema; quoted ones are text."""
    tag = str(node.tag)
    if tag.endswith(":null"):
        return None
    if tag.endswith(":bool"):
        return node.value.lower() == "true"
    if tag.endswith(":int"):
        try:
            return int(node.value.replace("_", ""), 0)
        except ValueError:
            return node.value
    if tag.endswith(":float"):
        try:
            return float(node.value)
        except ValueError:
            return node.value
    return node.value
