"""The main job on a real sound path and a real terminal: asked aloud, answered aloud, kept."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pexpect
import pytest

from simulator.audio import files
from simulator.questions import library
from simulator.sound import Sound
from simulator.transcription import models
from simulator.transcription.whisper import WhisperRecogniser
from tests.audio.test_devices_with_sound_card import found_in
from tests.spoken import share_found, spoken
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = [pytest.mark.sound_card, pytest.mark.slow]

QUESTION = "salary-expectation"
ANSWER = (
    "I looked at the survey of our trade, and for a job of this size I see something between "
    "seventy thousand and eighty thousand. I bring ten years of experience, and there is room to "
    "talk about the whole package."
)
LONGEST_S = 45


def start(card: VirtualSoundCard, recordings: Path, *words: str) -> "pexpect.spawn[str]":
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "simulator", "run", "--recordings", str(recordings), *words],
        env=os.environ | card.env | {"TERM": "xterm", "COLUMNS": "100"},
        encoding="utf-8",
        dimensions=(40, 100),
        timeout=LONGEST_S,
    )
    terminal.delaybeforesend = None
    return terminal


def session_in(recordings: Path) -> tuple[Path, dict[str, Any]]:
    (folder,) = (path for path in recordings.iterdir() if path.is_dir())
    document: dict[str, Any] = json.loads((folder / "session.json").read_text())
    return folder, document


def test_a_question_is_heard_and_an_answer_is_kept(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    recordings = tmp_path / "recordings"
    said = spoken(ANSWER)
    ear = sound_card.listen_to_loudspeaker()
    terminal = start(sound_card, recordings, "--question", QUESTION, "--voice", "neural")
    terminal.expect("Question 1 of 1")
    terminal.expect("Enter: done")  # it is listening
    heard = ear.heard()
    sound_card.say_into_microphone(said).wait()
    time.sleep(0.5)
    terminal.send("\r")
    terminal.expect("Recorded 0:")
    terminal.expect("Kept in")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0

    recogniser = WhisperRecogniser(
        models.find("base", pulled=tmp_path / "none", cache=tmp_path / "cache")
    )
    asked = library.of((Path("question_sets"),)).load(library.DEFAULT).question(QUESTION)
    assert asked is not None
    assert share_found(asked.ask, recogniser.transcribe(heard).text) >= 0.9

    folder, session = session_in(recordings)
    kept = files.read(folder / f"01-{QUESTION}.flac")
    assert found_in(said.samples, kept.samples) >= 0.95
    (answer,) = session["answers"]
    assert share_found(ANSWER, answer["transcript"]["text"]) >= 0.85
    assert session["state"] == "finished"
    points = {point["point"]: point["verdict"] for point in answer["coverage"]}
    assert points["range"] == "covered"


def test_keys_in_a_real_terminal(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    recordings = tmp_path / "recordings"
    terminal = start(
        sound_card,
        recordings,
        *("--voice", "neural", "--question", QUESTION),
        *("--question", "last-impression", "--question", "pitch"),
    )
    terminal.expect("Hello, and thank")
    terminal.send("\r")  # cuts the greeting short
    terminal.expect("Question 1 of 3")
    terminal.expect("Enter: done")
    terminal.send("p")
    terminal.expect("Paused")
    terminal.send("p")
    terminal.expect("Enter: done")
    terminal.send("r")
    terminal.expect("salary expectations")  # the caption comes again
    terminal.expect("Enter: done")
    terminal.send("s")
    terminal.expect("Skipped")
    terminal.expect("Question 2 of 3")
    terminal.expect("Enter: done")
    sound_card.say_into_microphone(spoken("I would love to do this with you.")).wait()
    time.sleep(0.5)
    terminal.send("q")
    terminal.expect("Recorded 0:")
    terminal.expect("Kept in")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    _, session = session_in(recordings)
    states = [answer["state"] for answer in session["answers"]]
    assert states == ["skipped", "assessed"]
    assert session["state"] == "stopped"


@pytest.mark.parametrize("moment", ["Hello, and thank", "Question 1 of", "Enter: done"])
def test_ctrl_c_keeps_what_there_is_and_gives_the_terminal_back(
    sound_card: VirtualSoundCard, tmp_path: Path, moment: str
) -> None:
    recordings = tmp_path / "recordings"
    terminal = start(sound_card, recordings, "--question", QUESTION, "--voice", "neural")
    terminal.expect(moment)
    if moment == "Enter: done":
        sound_card.say_into_microphone(spoken("Between seventy and eighty.")).wait()
        time.sleep(0.3)
    terminal.sendintr()
    terminal.expect("kept")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 130
    folder, session = session_in(recordings)
    assert session["state"] == "stopped"
    assert not list(folder.glob("*.part.wav"))
    if moment == "Enter: done":
        assert files.read(folder / f"01-{QUESTION}.flac").duration_s > 1.0


def test_silence_ends_an_answer_where_nobody_presses_keys(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    recordings = tmp_path / "recordings"
    program = subprocess.Popen(
        [
            *(sys.executable, "-m", "simulator", "run", "--no-input", "--json"),
            *("--question", QUESTION, "--voice", "silent", "--auto-stop", "2"),
            "--no-follow-ups",
            *("--recordings", str(recordings)),
        ],
        env=os.environ | sound_card.env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and not list(recordings.glob("*/*.part.wav")):
        time.sleep(0.1)
    time.sleep(0.5)
    sentence = spoken("Somewhere between seventy and eighty thousand would be fair.")
    quiet = Sound(np.zeros(16_000, np.float32), 16_000)
    whole = Sound(np.concatenate([quiet.samples, sentence.samples]), 16_000)
    sound_card.say_into_microphone(whole).wait()
    out, err = program.communicate(timeout=LONGEST_S)
    assert program.returncode == 0, err
    (answer,) = json.loads(out)["answers"]
    assert "seventy" in answer["transcript"]["text"] or "70" in answer["transcript"]["text"]
    assert answer["audio"]["duration_s"] < whole.duration_s + 6


def test_sample_answers_make_a_whole_interview_without_any_device(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "simulator", "run", "--role", "manager", "--answers"),
            *("sample", "--no-input", "--seed", "7", "--count", "3", "--json"),
            *("--recordings", str(tmp_path)),
        ],
        env=os.environ | {"PULSE_SERVER": "unix:/nowhere"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    session = json.loads(done.stdout)
    planned = [answer for answer in session["answers"] if answer["follows"] is None]
    assert [answer["state"] for answer in planned] == ["assessed"] * 3
    for answer in planned:
        assert answer["score"]["total"] is not None
        assert answer["transcript"]["words"]
    assert "Dana: Hello" in done.stderr
