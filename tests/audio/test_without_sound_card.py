"""Where the virtual sound card cannot be had, its tests say so loudly, and fail where they must."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SOME = "tests/audio/test_loudspeaker.py"


def run(need: str, empty: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:cov", SOME],
        env=os.environ | {"PATH": str(empty), "TESTS_NEED_SOUND": need},
        capture_output=True, text=True, check=False, cwd=CHECKOUT, timeout=120,
    )  # fmt: skip


def test_it_is_said_loudly_that_they_were_not_run(tmp_path: Path) -> None:
    done = run("", tmp_path)
    assert done.returncode == pytest.ExitCode.OK
    assert "NOT RUN" in done.stdout
    assert "pulseaudio" in done.stdout


def test_where_they_must_run_they_fail(tmp_path: Path) -> None:
    done = run("1", tmp_path)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "were to run" in done.stdout
