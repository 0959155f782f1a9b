"""Whatever is wrong, the user gets one clear sentence and an exit status, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

BAD_SET = """\
schema: 1
id: bad
title: Bad
interviewers: {supervisor: {name: Dana, title: Boss}}
questions:
  - id: one
    section: any
    asked_by: supervizor
    ask: Why?
    talkin_points: []
"""


def mockview(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"MOCKVIEW_VOICE": "silent"} | environment,
    )


def told(done: "subprocess.CompletedProcess[str]", status: int = 1) -> str:
    """The sentence on stderr, having checked the status and that nothing broke."""
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    assert done.stderr.strip()
    return done.stderr


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    file = tmp_path / "tone.wav"
    time_s = np.arange(16_000) / 16_000
    soundfile.write(file, 0.1 * np.sin(2 * np.pi * 440 * time_s), 16_000)
    return file


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["rnu"], "Did you mean 'run'?"),
        (["run", "--roel", "manager"], "--role"),
        (["run", "--feedback", "never"], "'each', 'end'"),
        (["run", "--count", "0"], "0"),
        (["run", "manager"], "Did you mean --role manager?"),
        (["run", "--set", "none.yaml", "manager"], "Unexpected words: manager."),
        (["run", "--typed", "--answers", "x.flac"], "does not go with recordings"),
        (["score"], "INPUT"),
    ],
)
def test_wrong_usage_is_2_with_a_suggestion(words: list[str], says: str) -> None:
    assert says in told(mockview(*words), status=2)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["run", "--set", "secnd-interview"], "Did you mean 'second-interview'?"),
        (["run", "--set", "none.yaml"], "There is no file none.yaml. Check the name."),
        (["run", "--role", "manger"], "Did you mean 'manager'?"),
        (["run", "--question", "salary-expectatoin"], "Did you mean 'salary-expectation'?"),
        (["run", "--interviewer", "pier"], "Did you mean 'peer'?"),
        (["run", "--voice", "nueral"], "Did you mean 'neural'?"),
        (["run", "--model", "bsae"], "Did you mean 'base'?"),
        (["run", "--model", "small.en"], "mockview models pull small.en"),
        (["run", "--answers", "none.wav"], "none.wav is not there"),
        (["run", "--answers", "none.yaml"], "There is no file none.yaml. Check the name."),
        (["run", "--answers", "sample"], "'silent' was chosen"),
        (["score", "none.flac"], "none.flac is not there"),
        (["score", "--question", "nope", "x.txt"], "no question 'nope'"),
        (["review", "--recordings", "nowhere"], "nowhere"),
        (["models", "pull", "nonsense"], "not a model that can be fetched"),
        (["models", "pull", "small.en"], "Add --yes"),
        (["models", "pull", "base"], "comes as a package"),
        (["models", "path", "/nowhere/at/all"], "no folder"),
        (["sets", "show", "nope"], "no question set 'nope'"),
        (["sets", "new", "Not A Name"], "small letters"),
    ],
)
def test_what_is_not_there_is_told(words: list[str], says: str) -> None:
    assert says in told(mockview(*words))


def test_no_interview_yet_is_told_with_how_to_begin(tmp_path: Path) -> None:
    """In a folder of its own: in somebody's own there may be one."""
    assert "mockview run" in told(mockview("review", "--recordings", str(tmp_path)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.wav", b""),
        ("text.wav", b"this is no sound at all\n" * 50),
        ("cut.flac", b"fLaC\x00\x00\x00\x22"),
        ("noise.mp3", bytes(range(256)) * 40),
    ],
)
def test_files_that_hold_no_sound_are_told_and_the_rest_is_scored(
    tmp_path: Path, tone: Path, name: str, content: bytes
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    done = mockview("score", str(bad), str(tone), "--json")
    assert name in told(done)
    assert '"source": "tone.wav"' in done.stdout


def test_a_folder_without_recordings_is_told(tmp_path: Path) -> None:
    assert "no recording in the folder" in told(mockview("score", str(tmp_path)))


def test_a_set_with_mistakes_is_not_used_and_every_mistake_is_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(BAD_SET)
    for words in (["run", "--set", str(bad)], ["sets", "check", str(bad)]):
        said = told(mockview(*words))
        assert f"{bad}:10:" in said
        assert "did you mean 'talking_points'" in said


def test_a_broken_model_is_told(tmp_path: Path, tone: Path) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_text("{}")
    assert "cannot be loaded" in told(mockview("score", str(tone), "--model", str(tmp_path)))


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_an_unwritable_recordings_folder_is_told_before_the_interview(
    tmp_path: Path, tone: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    done = mockview(
        "run", "--answers", str(tone), "--no-input", "--recordings", str(file / "recordings")
    )
    assert "recordings" in told(done)


def test_no_microphone_is_told_before_the_greeting() -> None:
    done = mockview("run", "--no-input", PULSE_SERVER="unix:/nowhere")
    assert "microphone" in told(done)
    assert "--typed" in told(done)
    assert told(done).rstrip().endswith("mockview doctor")
    assert "Hello" not in done.stdout


def test_a_missing_sound_library_is_told(tmp_path: Path) -> None:
    blocker = tmp_path / "sounddevice.py"
    blocker.write_text("raise OSError('PortAudio library not found')\n")
    done = mockview("run", "--no-input", PYTHONPATH=str(tmp_path))
    assert "PortAudio is missing" in told(done)
    assert "libportaudio2" in done.stderr


def test_nonsense_in_settings_and_environment_is_told() -> None:
    assert "no setting 'vioce'" in told(mockview("sessions", MOCKVIEW_VIOCE="x"))
