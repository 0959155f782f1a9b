"""SIGKILL at any moment of an interview with sound: at most the last half second is gone."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect
import pytest
import soundfile

from simulator.sound import SPEECH_RATE_HZ
from tests.reliability import PLAIN
from tests.reliability.playing import KnownNoise, Pcm, Witness
from tests.reliability.soaking import SOAK, note, times
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = [pytest.mark.sound_card, pytest.mark.slow]

KILLS = times(2, 100)
AT_ONCE = 3 if SOAK else 2
QUESTIONS = ("salary-expectation", "pitch", "management-style")
ANSWER_S = 1.3
OVER = "over before it was killed"
PROMISED_S = 0.5
LONGEST_LOSS_S = PROMISED_S if SOAK else 2.0
"""`make test` may run on a machine that is busy with something else."""
LONGEST_S = 120


@dataclass(frozen=True)
class Outcome:
    moment: str
    answers: int
    ended_samples: int
    """Compared, of answers that had been ended."""
    in_hand_samples: int
    missing: int
    loss_s: float | None
    """How much of the answer in hand is gone at its end."""
    mended: bool


@contextmanager
def interview(
    card: VirtualSoundCard, recordings: Path, *words: str
) -> Iterator["pexpect.spawn[str]"]:
    asked = [word for question in QUESTIONS for word in ("--question", question)]
    terminal = pexpect.spawn(
        sys.executable,
        [
            *(
                "-m",
                "simulator",
                "run",
                *PLAIN,
                "--voice",
                "silent",
                "--model",
                "tiny.en",
            ),
            *("--recordings", str(recordings), *asked, *words),
        ],
        env=os.environ | card.env | {"TERM": "xterm"},
        encoding="utf-8",
        codec_errors="replace",
        dimensions=(40, 100),
        timeout=LONGEST_S,
    )
    try:
        yield terminal
    finally:
        terminal.close(force=True)


def speaks(
    terminal: "pexpect.spawn[str]", recordings: Path, number: int, duration_s: float
) -> float:
    """Waits until so much of an answer has been recorded. How much it is then, in seconds."""
    deadline_s = time.monotonic() + LONGEST_S
    while True:
        assert time.monotonic() < deadline_s, terminal.before
        drain(terminal)
        for part in recordings.glob(f"*/{number:02d}-*.part.wav"):
            said_s = (part.stat().st_size - 44) / 2 / SPEECH_RATE_HZ
            if said_s >= duration_s:
                return said_s
        time.sleep(0.02)


def drain(terminal: "pexpect.spawn[str]") -> None:
    with suppress(pexpect.TIMEOUT, pexpect.EOF):
        while terminal.read_nonblocking(10_000, timeout=0):
            pass


def mockview(*words: str, **more: Any) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        capture_output=True, text=True, check=False, timeout=LONGEST_S, **more,
    )  # fmt: skip


def run_until_killed(card: VirtualSoundCard, recordings: Path, chance: random.Random) -> str:
    """Sits an interview as somebody who presses Enter now and then, and is killed: so many seconds
    after the program began, or after it began to record an answer."""
    kind = chance.choices(("at the start", "an answer", "anywhere"), (1, 6, 3))[0]
    after_answer = chance.randrange(len(QUESTIONS)) if kind == "an answer" else 0
    left_s = chance.uniform(
        0, {"at the start": 3.0, "an answer": ANSWER_S, "anywhere": 4 * ANSWER_S + 2}[kind]
    )
    kill_at_s = time.monotonic() + left_s if kind == "at the start" else float("inf")
    deadline_s = time.monotonic() + LONGEST_S
    begun: list[Path] = []
    pressed_s = 0.0
    with interview(card, recordings) as terminal:
        while (now_s := time.monotonic()) < kill_at_s:
            assert now_s < deadline_s, terminal.before
            time.sleep(0.01)
            drain(terminal)
            if not terminal.isalive():
                return OVER
            parts = list(recordings.glob("*/*.part.wav"))
            if parts and parts[0] not in begun:
                if len(begun) == after_answer and kind != "at the start":
                    kill_at_s = now_s + left_s
                begun.append(parts[0])
                pressed_s = now_s
            if parts and now_s - pressed_s > ANSWER_S:
                terminal.send("\r")
                pressed_s = now_s
        if not terminal.isalive():
            return OVER
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait() if terminal.isalive() else None
    if kind == "at the start":
        return kind
    sounding = any(part.stat().st_size > 44 for part in recordings.glob("*/*.part.wav"))
    return "while recording" if sounding else "between recordings"


def one_kill(folder: Path, number: int) -> Outcome:
    """A kill; another one instead where the interview was over before its moment had come."""
    while (outcome := _one_kill(folder, number)) is None:
        number += 1000
    return outcome


def _one_kill(folder: Path, number: int) -> Outcome | None:
    chance = random.Random(number)
    recordings = folder / f"{number:03d}"
    card = VirtualSoundCard(rate_hz=SPEECH_RATE_HZ)
    noise = KnownNoise(90, seed=number)
    try:
        feed = card.say_into_microphone(noise.sound)
        witness = Witness(card)
        moment = run_until_killed(card, recordings, chance)
        so_far = witness.samples_so_far()
        feed.kill()
        feed.wait()
        witness.close()
        heard = noise.found(witness.heard()[:so_far])
    finally:
        card.close()
    return None if moment == OVER else checked(recordings, noise, heard.end, moment)


def checked(recordings: Path, noise: KnownNoise, heard_until: int, moment: str) -> Outcome:
    had_been_kept = stored_answers(recordings)
    done = mockview("sessions", "--json", "--recordings", str(recordings))
    assert done.returncode == 0, done.stderr
    listing = json.loads(done.stdout)
    assert listing["unreadable"] == []
    assert not list(recordings.glob(".*.held"))
    assert not list(recordings.glob("*/*.part.wav"))
    assert not list(recordings.glob("*/.*"))
    if not listing["sessions"]:
        assert moment == "at the start"
        return Outcome(moment, 0, 0, 0, 0, None, mended=False)
    (folder,) = (path for path in recordings.iterdir() if path.is_dir())
    session = json.loads((folder / "session.json").read_text())
    ended = in_hand = missing = 0
    loss_s = None
    for answer in session["answers"]:
        pcm = whole(folder / answer["source"])
        if not len(pcm):
            continue
        found = noise.found(pcm)
        assert found.strange <= 8, "samples that nobody played"
        missing += found.missing
        if answer["lost"]:
            in_hand += found.samples
            loss_s = max(0, heard_until - found.end) / SPEECH_RATE_HZ
            assert loss_s <= LONGEST_LOSS_S
        else:
            ended += found.samples
    assert had_been_kept <= {answer["source"] for answer in session["answers"]}
    assert len(session["answers"]) == len(list(folder.glob("*.flac")))
    assert missing == 0
    return Outcome(
        moment, len(session["answers"]), ended, in_hand, missing, loss_s,
        mended="was interrupted" in done.stderr,
    )  # fmt: skip


def stored_answers(recordings: Path) -> set[str]:
    """What the session said before anybody mended it."""
    files = list(recordings.glob("*/session.json"))
    documents = [json.loads(file.read_text()) for file in files]
    return {answer["source"] for document in documents for answer in document["answers"]}


def whole(file: Path) -> Pcm:
    pcm, rate_hz = soundfile.read(file, dtype="int16")
    assert rate_hz == SPEECH_RATE_HZ
    assert file.stat().st_mode & 0o077 == 0
    result: Pcm = pcm
    return result


def test_killed_at_any_moment(tmp_path: Path) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda number: one_kill(tmp_path, number), range(KILLS)))
    while all(outcome.loss_s is None for outcome in outcomes):  # a few may all miss the recordings
        assert len(outcomes) < KILLS + 20
        outcomes.append(one_kill(tmp_path, len(outcomes)))
    losses = sorted(outcome.loss_s for outcome in outcomes if outcome.loss_s is not None)
    assert any(outcome.ended_samples for outcome in outcomes) or not SOAK
    moments = [outcome.moment for outcome in outcomes]
    compared = sum(outcome.ended_samples + outcome.in_hand_samples for outcome in outcomes)
    where = ", ".join(f"{moments.count(one)} {one}" for one in sorted(set(moments)))
    note(
        "SIGKILL of the program in an interview with sound",
        len(outcomes),
        f"{where}; {sum(o.answers for o in outcomes)} answers, {compared:,} samples compared with "
        f"what was played, 0 differ or are missing; of the {len(losses)} answers in hand the end "
        f"that is gone: median {losses[len(losses) // 2]:.2f} s, longest {losses[-1]:.2f} s, "
        f"{sum(loss <= PROMISED_S for loss in losses)} within {PROMISED_S} s",
    )


def test_after_a_kill_the_interview_goes_on(tmp_path: Path) -> None:
    goes_on = times(1, 10)
    for number in range(goes_on):
        recordings = tmp_path / str(number)
        card = VirtualSoundCard(rate_hz=SPEECH_RATE_HZ)
        try:
            card.say_into_microphone(KnownNoise(60, seed=number).sound)
            chance = random.Random(f"in hand {number}")
            while run_until_killed(card, recordings, chance) != "while recording":
                for path in sorted(recordings.rglob("*"), reverse=True):
                    path.rmdir() if path.is_dir() else path.unlink()
        finally:
            card.close()
        # Enough for two follow-ups to each question.
        answers = "I would say between seventy and eighty.\n\n" * (3 * len(QUESTIONS))
        done = mockview(
            "resume", "--typed", "--voice", "silent", "--json", "--recordings", str(recordings),
            input=answers,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "was interrupted" in done.stderr
        session = json.loads(done.stdout)
        assert session["state"] == "finished"
        planned = [a for a in session["answers"] if a["follows"] is None]
        given = [a["question"] for a in planned if not a["lost"]]
        assert sorted(given) == sorted(session["plan"])
        (broke_off,) = (a for a in session["answers"] if a["lost"])
        again = [a for a in session["answers"] if a["question"] == broke_off["question"]]
        assert [a["take"] for a in again] == [1, 2]
        assert again[1]["state"] == "assessed"
    note(
        "`mockview resume` after a SIGKILL", goes_on,
        "all finished: every question answered, the one that broke off asked again",
    )  # fmt: skip


def test_a_terminal_that_is_closed(tmp_path: Path, sound_card: VirtualSoundCard) -> None:
    recordings = tmp_path / "recordings"
    closed = times(1, 5)
    for number in range(closed):
        folder = recordings / str(number)
        with interview(sound_card, folder) as terminal:
            said_s = speaks(terminal, folder, 1, 1.0)
            terminal.ptyproc.fileobj.close()  # the window is gone
            deadline_s = time.monotonic() + LONGEST_S
            while terminal.isalive():
                assert time.monotonic() < deadline_s
                time.sleep(0.05)
        mockview("sessions", "--recordings", str(folder))
        (kept,) = folder.glob("*/*.flac")
        assert len(whole(kept)) >= said_s * SPEECH_RATE_HZ
    note("the terminal is closed while somebody answers", closed, "the answer is kept each time")


def test_nobody_is_left_over_after_a_kill(tmp_path: Path, sound_card: VirtualSoundCard) -> None:
    """The process that recognises ends with the interview, and no temporary file stays."""
    with interview(sound_card, tmp_path / "recordings") as terminal:
        deadline_s = time.monotonic() + LONGEST_S
        while not list(tmp_path.glob("recordings/*/*.part.wav")) or not children_of(terminal.pid):
            assert time.monotonic() < deadline_s
            drain(terminal)
            time.sleep(0.05)
        children = children_of(terminal.pid)
        os.kill(terminal.pid, signal.SIGKILL)
    while any(Path(f"/proc/{child}/exe").exists() for child in children):
        assert time.monotonic() < deadline_s
        time.sleep(0.1)


def children_of(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in text.split()]
