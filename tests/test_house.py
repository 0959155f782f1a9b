"""The layout of the house, read from the code: who imports whom, what is pure, what stays light."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from simulator.cli.main import COMMANDS, mockview

CHECKOUT = Path(__file__).parent.parent
SIMULATOR = CHECKOUT / "simulator"
PURE_ROOMS = ("measures", "scoring")

# All of the standard library that a pure room may ask: none of it knows a device, a file, a clock,
# a terminal, chance or the network.
PURE_LIBRARY = {
    *("__future__", "abc", "bisect", "collections", "dataclasses", "difflib", "enum", "fractions"),
    *("functools", "heapq", "itertools", "math", "operator", "re", "statistics", "string", "types"),
    *("typing", "unicodedata", "numpy"),
}
IMPURE_BUILTINS = {"breakpoint", "eval", "exec", "input", "open", "print", "__import__"}

WORLD = {
    *("av", "click", "ctranslate2", "espeakng_loader", "faster_whisper", "fsrs", "hibari"),
    *("jinja2", "onnxruntime", "sparklines"),
    *("platformdirs", "pydantic", "pyttsx3", "rich", "ruamel", "sounddevice", "soundfile"),
    *("swift_f0", "tokenizers"),
}
"""Libraries that reach devices, files, terminals or models, or that are slow to import."""


def modules(*rooms: str) -> Iterator[Path]:
    for room in rooms or ("",):
        yield from sorted((SIMULATOR / room).rglob("*.py"))


def names(files: Iterator[Path]) -> list[str]:
    return [str(file.relative_to(CHECKOUT)) for file in files]


def imported(tree: ast.AST) -> Iterator[str]:
    """The dotted names of all imports; `from a import b` gives `a.b` too, be it a module or not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a fresh Python holds after `statement`."""
    code = f"import json, sys; {statement}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=CHECKOUT
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


def test_rooms_import_only_rooms_before_them() -> None:
    assert lint_imports(str(CHECKOUT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("file", names(modules(*PURE_ROOMS)))
def test_measuring_and_scoring_import_nothing_of_the_world(file: str) -> None:
    tree = ast.parse((CHECKOUT / file).read_text())
    outside = {name.partition(".")[0] for name in imported(tree)} - PURE_LIBRARY
    assert outside <= {"simulator"}


@pytest.mark.parametrize("file", names(modules(*PURE_ROOMS)))
def test_measuring_and_scoring_read_no_file_and_throw_no_dice(file: str) -> None:
    for node in ast.walk(ast.parse((CHECKOUT / file).read_text())):
        if isinstance(node, ast.Name):
            assert node.id not in IMPURE_BUILTINS, f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            dotted = f"{node.value.id}.{node.attr}"
            assert dotted not in {"np.random", "np.load", "np.fromfile", "np.memmap"}, dotted


def test_measuring_and_scoring_load_nothing_of_the_world_through_others() -> None:
    assert not loaded_by("import simulator.measures, simulator.scoring") & WORLD


def test_the_interview_is_conducted_without_the_world() -> None:
    assert not loaded_by("import simulator.interview.conductor") & WORLD


def test_help_is_light() -> None:
    loaded = loaded_by("from simulator.cli.main import run; run(['--help'])")
    assert not loaded & ((WORLD - {"click"}) | {"numpy", "asyncio"})


MODELS_AND_DEVICES = {
    *("av", "ctranslate2", "faster_whisper", "hibari", "onnxruntime", "sounddevice", "swift_f0"),
    *("soundfile", "tokenizers"),
}


@pytest.mark.parametrize("command", [["sessions"], ["sets", "list"], ["models", "list"]])
def test_a_command_loads_only_what_it_needs(command: list[str]) -> None:
    loaded = loaded_by(f"from simulator.cli.main import run; run({command})")
    assert not loaded & MODELS_AND_DEVICES


def test_the_interview_leaves_the_speech_model_to_its_helper() -> None:
    loaded = loaded_by(
        "import simulator.cli.run, simulator.cli.stage, simulator.assessment.process"
    )
    assert not loaded & MODELS_AND_DEVICES


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_list_says(name: str) -> None:
    command = mockview.commands.get(name) or mockview.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.get_short_help_str(limit=200) == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_called_as_it_is_listed(name: str) -> None:
    command = mockview.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.name == name


@pytest.mark.parametrize("file", names(modules()))
def test_a_file_says_what_it_is(file: str) -> None:
    assert ast.get_docstring(ast.parse((CHECKOUT / file).read_text()))


@pytest.mark.parametrize("file", names(modules()))
def test_a_file_is_named_by_its_idea(file: str) -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
    assert not vague & set(re.split(r"[/_.]", file))


BACK_ENDS = {
    "voice": {"neural", "pyttsx3", "silent"},
    "audio": {"loudspeaker", "microphone", "stand_in"},
    "transcription": {"texts", "whisper"},
    "prosody": {"overlap", "swift_f0"},
    "interview": {"answering", "standing_in", "typing"},
}
"""Ways to the outside beside each other in one room: taking one out leaves the others working."""


@pytest.mark.parametrize(
    "written",
    [
        "import simulator.voice.neural",
        "import simulator.voice.neural as other",
        "from simulator.voice import neural",
        "from simulator.voice import base, neural as other",
        "from simulator.voice.neural import load",
        "def late():\n    from simulator.voice import neural",
    ],
)
def test_an_import_is_found_however_it_is_written(written: str) -> None:
    assert "simulator.voice.neural" in set(imported(ast.parse(written)))


@pytest.mark.parametrize(
    ("room", "name"), [(room, name) for room, names in BACK_ENDS.items() for name in sorted(names)]
)
def test_back_ends_of_a_room_do_not_know_each_other(room: str, name: str) -> None:
    tree = ast.parse((SIMULATOR / room / f"{name}.py").read_text())
    others = {f"simulator.{room}.{other}" for other in BACK_ENDS[room] - {name}}
    assert not others & set(imported(tree))


FILES = (".json", ".html", ".yaml", ".toml", ".bin")
"""Endings by which a docstring names a file rather than something in the code."""


def strings_of(tree: ast.AST) -> Iterator[str]:
    """Docstrings, those below a value or a field too."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(ast.Constant(str(text))):
                yield text


def is_there(name: str, beside: Path) -> bool:
    """Whether a dotted name leads to something in the house. True for one of somewhere else's."""
    first, *rest = name.removeprefix("simulator.").split(".")
    for folder in (beside, SIMULATOR):
        if (folder / first).is_dir() or (folder / f"{first}.py").is_file():
            return leads_on(folder / first, rest)
    return not name.startswith("simulator.")


def leads_on(place: Path, rest: list[str]) -> bool:
    if not rest:
        return True
    if place.is_dir() and ((place / rest[0]).is_dir() or (place / f"{rest[0]}.py").is_file()):
        return leads_on(place / rest[0], rest[1:])
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return rest[0] in bound_in(ast.parse(file.read_text()))


def bound_in(tree: ast.Module) -> set[str]:
    """The names that a file gives to something: what it defines, sets or imports."""
    bound: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            bound.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            bound |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            bound |= {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
    return bound


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("simulator.archive", True),
        ("archive.upgrades", True),
        ("documents.SCHEMA", True),
        ("archive.documents.SCHEMA", True),
        ("click.UsageError", True),
        ("archive.upgrade", False),
        ("documents.SCHEME", False),
        ("simulator.archives", False),
    ],
)
def test_names_are_looked_up(name: str, there: bool) -> None:
    assert is_there(name, beside=SIMULATOR / "archive") == there


@pytest.mark.parametrize("file", names(modules()))
def test_what_a_docstring_names_is_there(file: str) -> None:
    path = CHECKOUT / file
    told = "\n".join(strings_of(ast.parse(path.read_text())))
    named = re.findall(r"`([a-z_]\w*(?:\.[A-Za-z_]\w*)+)`", told)
    of_the_code = [name for name in named if not name.endswith(FILES)]
    assert [name for name in of_the_code if not is_there(name, path.parent)] == []
