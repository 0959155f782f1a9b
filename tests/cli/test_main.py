"""The front door: help, version, and how it ends."""

import importlib
import json
import subprocess
import sys

import click
import pytest

from simulator.cli import main


@pytest.mark.parametrize("name", main.COMMANDS)
def test_help_lines_are_the_commands_own(name: str) -> None:
    module = importlib.import_module(f"simulator.cli.{main.COMMANDS[name][0]}")
    command: click.Command = getattr(module, name)
    assert command.get_short_help_str(200) == main.COMMANDS[name][1]


def test_help_lists_every_command_and_imports_none() -> None:
    code = (
        "import sys; from simulator.cli import main; status = main.run(['--help']);"
        "heavy = {'numpy', 'rich', 'pydantic', 'ruamel', 'faster_whisper', 'onnxruntime'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr.strip() == "[]"
    assert all(name in done.stdout for name in main.COMMANDS)


def test_a_bug_leaves_a_log_without_anybodys_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "what somebody " + "said"  # not to stand in the source, which a traceback quotes

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(words)

    monkeypatch.setattr(main.mockview, "main", broken)
    assert main.run([]) == main.BUG
    said = capsys.readouterr().err
    log = next(word for word in said.split() if word.endswith((".log;", ".log"))).rstrip(";")
    content = open(log, encoding="utf-8").read()  # noqa: SIM115, PTH123
    assert "RuntimeError" in content
    assert words not in content


@pytest.mark.parametrize(
    ("words", "kept"),
    [([], False), (["run"], True), (["retake", "latest", "1"], True), (["purge"], False)],
)
def test_ctrl_c_is_130_and_says_what_is_kept_where_something_was_recorded(
    words: list[str],
    kept: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.mockview, "main", interrupted)
    assert main.run(words) == main.INTERRUPTED
    assert ("What was recorded is kept." in capsys.readouterr().err) is kept


def test_json_alone_is_on_stdout() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "models", "list", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["default"] == "base"
