"""What is told to be installed is what the extras of the project name, into this very Python."""

import sys
import tomllib
from pathlib import Path

import pytest

from simulator.installing import with_pip
from simulator.judge import minilm
from simulator.transcription import models
from simulator.voice import neural

CHECKOUT = Path(__file__).parent.parent


def extras() -> dict[str, list[str]]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    made: dict[str, list[str]] = project["optional-dependencies"]
    return made


def test_it_is_the_python_that_runs() -> None:
    assert with_pip("a") == f"{sys.executable} -m pip install a"
    assert with_pip("a", anew=True).endswith("pip install --force-reinstall --no-deps a")


def test_a_python_with_a_space_in_its_name_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/a b/python")
    assert with_pip("a") == "'/a b/python' -m pip install a"


def test_packages_and_versions_are_those_of_the_extras() -> None:
    packages = {model.name: list(model.packages) for model in models.PACKAGED}
    assert packages == {"base": extras()["whisper-base"], "tiny.en": extras()["whisper-tiny"]}
    assert extras()["meaning"] == [minilm.DISTRIBUTION]
    assert [name.partition(">=")[0] for name in extras()["neural-voice"]] == [neural.PACKAGE]
