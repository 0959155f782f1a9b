"""The wheel and the source archive that users get, built for real."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def unpacked_wheel(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (wheel,) = dist.glob("*.whl")
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # noqa: S202 (our own)
    return folder


def test_the_wheel_holds_all_that_the_program_reads(unpacked_wheel: Path) -> None:
    for inside, beside in {
        "simulator/question_sets": CHECKOUT / "question_sets",
        "simulator": CHECKOUT / "simulator",
    }.items():
        wanted = {
            str(file.relative_to(beside))
            for file in beside.rglob("*")
            if file.is_file() and "__pycache__" not in file.parts and file.name != ".gitkeep"
        }
        there = {
            str(file.relative_to(unpacked_wheel / inside))
            for file in (unpacked_wheel / inside).rglob("*")
            if file.is_file()
        }
        assert wanted <= there


def test_the_wheel_holds_licence_and_notice_and_no_tests(unpacked_wheel: Path) -> None:
    assert len(list(unpacked_wheel.glob("mockview-*.dist-info/licenses/*"))) == 2
    assert {path.name.partition("-")[0] for path in unpacked_wheel.iterdir()} == {
        "simulator",
        "mockview",
    }


def test_the_program_finds_its_question_sets_in_the_wheel(
    unpacked_wheel: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "sets", "list"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked_wheel)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "second-interview" in done.stdout


def test_the_source_archive_holds_tests_and_no_recordings(dist: Path) -> None:
    (archive,) = dist.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {"tests/test_packaging.py", "Makefile", "requirements.lock", "tools/set_up.py"} <= names
    assert {name for name in names if name.startswith("recordings/")} <= {"recordings/README.md"}
    assert not [name for name in names if name.startswith((".venv", "demo/"))]
