"""How soon everything comes: answers in real time, the next question, start-up, many files.

    python benchmarks/instant.py FOLDER [--answers 10] [--seconds 120] [--files 20] [--starts 5]

FOLDER holds recordings NAME.flac beside NAME.txt (or folders with such), what was really said,
fillers included. Short ones are joined until an answer is about `--seconds` long. Prints a Markdown
table. With the defaults it takes about half an hour, most of it in real time: leave the machine
alone. Needs the programs of the sound tests (tools/sound_packages.sh).
"""

import argparse
import math
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import sitting
from cost import machine, row, start_up
from live import ENTER_AFTER_S, LISTENING, answers, live
from speech import sets

from simulator.audio import files
from simulator.sound import Sound
from tests.virtual_sound_card import VirtualSoundCard

SHORT_S = 8.0
QUESTIONS = 4
"""How often the way from Enter to what is heard next is measured; to the next question, with
answers of `SHORT_S`."""
SAY = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pyttsx3_worker import find_espeak
del sys.path[0]  # beside it lies a module of the library's own name
find_espeak()
import pyttsx3
engine = pyttsx3.init()
engine.runAndWait()
print("ready", flush=True)
sys.stdin.readline()
engine.say("Tell me about a time when you had to give somebody bad news.")
engine.runAndWait()
"""


def next_question(card: VirtualSoundCard, folder: Path) -> list[str]:
    said = answers(folder, 1, 30.0)[0].sound.part(0, SHORT_S)
    waits_s = [heard_s for heard_s, _ in turns(card, said, follow_ups=False)]
    ours_s, peer_s = statistics.median(waits_s), say_s(card)
    return [
        row(
            f"Enter to the first sound of the next question: median of {QUESTIONS}, s",
            f"{ours_s:.2f}",
            "pyttsx3 `say` makes no sound here (it needs aplay)"
            if peer_s is None
            else f"pyttsx3 `say` {peer_s:.2f}",
            "" if peer_s is None else f"{ours_s / peer_s:.2f}",
        )
    ]


def reaction(card: VirtualSoundCard, folder: Path) -> list[str]:
    said = answers(folder, 1, 60.0)[0].sound
    taken = list(turns(card, said, follow_ups=True))
    after_score_s = [heard_s - scored_s for heard_s, scored_s in taken]
    return [
        row(
            f"score to the first sound of a reaction or follow-up: median of {QUESTIONS}; most, s",
            f"{statistics.median(after_score_s):.2f}; {max(after_score_s):.2f}",
        ),
        row(
            f"Enter to that sound, answers of {said.duration_s:.0f} s, s",
            f"{statistics.median(heard_s for heard_s, _ in taken):.2f}",
        ),
    ]


def turns(
    card: VirtualSoundCard, said: Sound, *, follow_ups: bool
) -> Iterator[tuple[float, float]]:
    """Seconds from Enter to what is heard next and to the score on disk, of `QUESTIONS` answers.

    Without follow-ups the next question does not wait for the score, which may come after it; its
    seconds are then not a number.
    """
    flags = () if follow_ups else ("--no-follow-ups",)
    ear = sitting.Ear(card)
    with tempfile.TemporaryDirectory() as home:
        recordings = Path(home, "recordings")
        terminal = sitting.Terminal(
            sitting.mockview(
                *("run", "--role", "manager", "--seed", "2", "--count", str(QUESTIONS + 1)),
                *("--recordings", str(recordings), *flags),
            ),
            sitting.environment(card, home),
        )
        seen = 0
        for number in range(1, QUESTIONS + 1):
            terminal.wait_for(LISTENING, seen)
            card.say_into_microphone(said).wait()
            time.sleep(ENTER_AFTER_S)
            seen = terminal.written
            pressed_s = terminal.press("\r")
            scored_s = when_scored(recordings, number) if follow_ups else math.nan
            yield ear.first_after(pressed_s) - pressed_s, scored_s - pressed_s
            terminal.wait_for("Recorded", seen)
            seen = terminal.written  # the line that listens is not drawn any more by now
        terminal.stop()
    ear.close()


def when_scored(recordings: Path, number: int) -> float:
    """When the session on disk had that many assessed answers (to 5 ms), by the monotonic clock."""
    until_s = time.monotonic() + sitting.LONGEST_S
    while time.monotonic() < until_s:
        stored = "".join(file.read_text() for file in recordings.glob("*/session.json"))
        if len(re.findall(r'"state": ?"assessed"', stored)) >= number:
            return time.monotonic()
        time.sleep(0.005)
    raise TimeoutError(f"answer {number} is not scored")


def say_s(card: VirtualSoundCard) -> float | None:
    """From `say` to its first sound; None where it makes none."""
    if shutil.which("aplay") is None:
        return None
    ear = sitting.Ear(card)
    voice = Path(__file__).resolve().parent.parent / "simulator" / "voice"
    program = subprocess.Popen(
        [sys.executable, "-c", SAY, str(voice)], env=sitting.environment(card, ""),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        while program.stdout.readline().strip() != "ready":
            if program.poll() is not None:
                return None
        begun_s = time.monotonic()
        program.stdin.write("\n")
        program.stdin.flush()
        return ear.first_after(begun_s, 10.0) - begun_s
    except TimeoutError:
        return None
    finally:
        program.kill()
        program.wait()
        ear.close()


def greeting(card: VirtualSoundCard, starts: int) -> list[str]:
    waits_s = []
    for _ in range(starts):
        ear = sitting.Ear(card)
        time.sleep(0.5)
        with tempfile.TemporaryDirectory() as home:
            terminal = sitting.Terminal(
                sitting.mockview("run", "--role", "manager", "--recordings", f"{home}/recordings"),
                sitting.environment(card, home),
            )
            waits_s.append(ear.first_after(terminal.begun_s) - terminal.begun_s)
            terminal.stop()
        ear.close()
    return [
        row(
            f"`mockview run` to the first sound, nothing cached: median of {starts}, s",
            f"{statistics.median(waits_s):.2f}",
        )
    ]


def many_files(folder: Path, number: int) -> list[str]:
    chosen = [file for found in sets(folder).values() for file in found if _is_answer(file)]
    named = [str(file) for file in chosen[:number]]

    def score_s(jobs: int) -> float:
        begun_s = time.monotonic()
        subprocess.run(
            sitting.mockview("score", "--json", "--jobs", str(jobs), *named),
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return time.monotonic() - begun_s

    one_s, two_s = score_s(1), score_s(2)
    return [
        row(
            f"`score --jobs 2`, {len(named)} files, s",
            f"{two_s:.1f}",
            f"`--jobs 1` {one_s:.1f}",
            f"{one_s / two_s:.2f} times sooner",
        )
    ]


def _is_answer(file: Path) -> bool:
    return files.read(file).duration_s > 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--answers", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--starts", type=int, default=5)
    given = parser.parse_args()
    print(f"Machine: {machine()}; faster-whisper {version('faster-whisper')}\n")
    print("| what | mockview | peer | ratio |\n|---|---|---|---|", flush=True)
    parts: list[Callable[[VirtualSoundCard], list[str]]] = [
        lambda _: start_up(),
        lambda card: greeting(card, given.starts),
        lambda card: next_question(card, given.folder),
        lambda card: reaction(card, given.folder),
        lambda _: many_files(given.folder, given.files),
        lambda card: live(card, given.folder, given.answers, given.seconds),
    ]
    for part in parts:
        card = VirtualSoundCard()  # a new one: a player that was killed can leave it silent
        try:
            print("\n".join(part(card)), flush=True)
        finally:
            card.close()


if __name__ == "__main__":
    main()
