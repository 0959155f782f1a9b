"""What lies in the checkout: nothing of one machine, no secrets, no sound, locked dependencies."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
TEXT = {"", ".cfg", ".css", ".html", ".js", ".json", ".lock", ".md", ".py", ".sh", ".toml", ".txt"}
TEXT |= {".yaml", ".yml"}
SOUND = {".aac", ".flac", ".m4a", ".mp3", ".ogg", ".opus", ".wav", ".webm"}


def kept_files() -> list[Path]:
    """What git keeps, or would keep if told to; everything that is not hidden, without git."""
    listing = subprocess.run(
        [
            "git",
            "-c",
            "safe.directory=*",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    found = (CHECKOUT / name for name in listing.stdout.decode().split("\0") if name)
    return [file for file in found if file.is_file()]


def test_no_file_names_somebodys_machine() -> None:
    folders = re.compile(r"(?<![\w.~}/-])/(?:home|root|Users|work|mnt|srv)/\w")
    for file in kept_files():
        if file.suffix in TEXT and file != Path(__file__):
            for number, line in enumerate(file.read_text(errors="replace").splitlines(), 1):
                assert not folders.search(line), f"{file}:{number}: {line}"


def test_no_sound_lies_in_the_repository() -> None:
    assert [file for file in kept_files() if file.suffix.lower() in SOUND] == []


def test_the_lock_names_no_host_and_gives_every_hash() -> None:
    lines = (CHECKOUT / "requirements.lock").read_text().splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    pins = [number for number, line in enumerate(lines) if re.match(r"[a-z0-9]", line)]
    assert pins
    for number in pins:
        assert re.match(r"[a-z0-9-]+==\S+", lines[number]), lines[number]
        assert lines[number + 1].strip().startswith("--hash=sha256:"), lines[number]


def test_everything_that_is_asked_for_is_locked() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    locked = set(re.findall(r"^([a-z0-9-]+)==", (CHECKOUT / "requirements.lock").read_text(), re.M))
    asked = [*project["project"]["dependencies"]]
    for extra in project["project"]["optional-dependencies"].values():
        asked += extra
    for group in ("test", "lint", "build"):
        asked += project["dependency-groups"][group]
    for wish in asked:
        name = re.match(r"[\w.-]+", wish)
        assert name
        assert re.sub(r"[._-]+", "-", name[0]).lower() in locked | {"mockview"}, wish


def test_gpl_is_never_part_of_what_most_people_install() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    full = " ".join(project["dependencies"] + project["optional-dependencies"]["full"])
    assert "espeak" not in full
    assert "piper" not in full


def test_make_lists_every_task() -> None:
    listing = subprocess.run(
        ["make", "--no-print-directory"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    ).stdout
    listed = {line.split()[0] for line in listing.splitlines()}
    makefile = (CHECKOUT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)
    assert phony
    assert listed == set(phony[1].split()) == set(re.findall(r"^([a-z-]+):", makefile, re.M))
