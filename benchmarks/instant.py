"""How soon everything comes: answers in real time, the next question, start-up, many files.

    python benchmarks/instant.py FOLDER [--answers 10] [--seconds 120] [--files 20] [--starts 5]

FOLDER holds recordings NAME.flac beside NAME.txt (or folders with such), what was really said,
fillers included. Short ones are joined until an answer is about `--seconds` long. Prints a Markdown
table. With the defaults it takes about half an hour, most of it in real time: leave the machine
alone. Needs the programs of the sound tests (tools/sound_packages.sh).
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import sitting
from alignment import PAUSE, count, tokens
from cost import machine, median_cpu_s, row
from speech import mockview_hears, sets

from simulator.audio import files
from simulator.cli.surroundings import find
from simulator.sound import SPEECH_RATE_HZ, Samples, Sound
from simulator.transcription import models
from simulator.transcription.whisper import WhisperRecogniser
from tests.virtual_sound_card import VirtualSoundCard

LISTENING = "Enter: done"
SCORED = r"Score .*of 100|Score none"
ENTER_AFTER_S = 0.5
"""Between the last sound and Enter: nobody is quicker."""
SHORT_S = 8.0
QUESTIONS = 4
"""How often the way from Enter to what is heard next is measured; to the next question, with
answers of `SHORT_S`."""
BUSY = [sys.executable, "-c", "while True: pass"]
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


@dataclass(frozen=True)
class Answer:
    """What a candidate says, as sound and as text."""

    sound: Sound
    text: str


@dataclass(frozen=True)
class Given:
    """One answer that was given, and how mockview took it."""

    wait_s: float
    cpu_share: float
    lost_samples: int
    busy: bool
    document: dict[str, Any]
    file: Path


def answers(folder: Path, number: int, seconds: float) -> list[Answer]:
    recordings = [file for found in sets(folder).values() for file in found]
    made: list[Answer] = []
    sounds: list[Samples] = []
    texts: list[str] = []
    for file in recordings * (1 + number * round(seconds) // 10):
        sounds.append(files.read(file).samples)
        texts.append(file.with_suffix(".txt").read_text(encoding="utf-8"))
        if sum(map(len, sounds)) >= 0.75 * seconds * SPEECH_RATE_HZ:
            made.append(Answer(Sound(np.concatenate(sounds), SPEECH_RATE_HZ), " ".join(texts)))
            sounds, texts = [], []
        if len(made) == number:
            break
    return made


@contextmanager
def both_cores_busy(wanted: bool) -> Iterator[None]:
    others = [subprocess.Popen(BUSY) for _ in range(2)] if wanted else []
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def sit(card: VirtualSoundCard, said: Sequence[Answer], folder: Path) -> tuple[list[Given], float]:
    """An interview with these answers, the last of them while both cores are busy; its memory."""
    home = sitting.fresh_home()
    terminal = sitting.Terminal(
        sitting.mockview(
            *("run", "--role", "manager", "--seed", "1", "--count", str(len(said))),
            *("--feedback", "each", "--no-follow-ups", "--recordings", str(folder)),
        ),
        sitting.environment(card, home),
    )
    memory = sitting.Memory(terminal.pid)
    taken: list[tuple[float, float, bool]] = []
    seen = 0
    for number, answer in enumerate(said, 1):
        terminal.wait_for(LISTENING, seen)
        busy = number == len(said)
        with both_cores_busy(busy):
            begun_s, used_s = time.monotonic(), sitting.cpu_s(terminal.pid)
            card.say_into_microphone(answer.sound).wait()
            time.sleep(ENTER_AFTER_S)
            used_s = sitting.cpu_s(terminal.pid) - used_s
            share = used_s / (time.monotonic() - begun_s)
            seen = terminal.written
            pressed_s = terminal.press("\r")
            wait_s = terminal.wait_for(SCORED, seen) - pressed_s
        seen = terminal.written
        taken.append((wait_s, share, busy))
        print(f"answer {number}: {wait_s:.2f} s, {share:.2f} cores", file=sys.stderr, flush=True)
    peak_mb = memory.stop()
    terminal.end()
    (session,) = (path for path in folder.iterdir() if path.is_dir())
    documents = json.loads((session / "session.json").read_text())["answers"]
    shutil.rmtree(home, ignore_errors=True)
    kept = sorted(session.glob("*.flac"))
    given = [
        Given(wait_s, share, lost(answer.sound, files.read(file)), busy, document, file)
        for (wait_s, share, busy), answer, document, file in zip(
            taken, said, documents, kept, strict=True
        )
    ]
    return given, peak_mb


def lost(said: Sound, kept: Sound) -> int:
    """How many samples are missing in what was kept, told by where its beginning and end lie."""
    length = 2 * SPEECH_RATE_HZ
    loud = [
        start
        for start in range(0, len(said.samples) - length, length // 2)
        if np.sqrt(np.mean(said.samples[start : start + length] ** 2)) > 0.01
    ]
    offsets = [_offset(said.samples[at : at + length], kept.samples, at) for at in loud]
    usual = statistics.median(offsets)
    near = [offset for offset in offsets if abs(offset - usual) < SPEECH_RATE_HZ]
    return int(max(near) - min(near))


def _offset(part: Samples, kept: Samples, at: int) -> int:
    """How much later than in what was said a part lies in what was kept (up to 4 s looked at).

    By correlation over loudness: else a loud place that resembles a soft part is taken for it.
    """
    first = max(0, at - SPEECH_RATE_HZ)
    within = kept[first : at + len(part) + 4 * SPEECH_RATE_HZ].astype(np.float64)
    size = 1 << (len(within) + len(part)).bit_length()
    like = np.fft.irfft(np.fft.rfft(within, size) * np.conj(np.fft.rfft(part, size)), size)
    power = np.cumsum(np.concatenate([[0.0], within**2]))
    loudness = np.sqrt(power[len(part) :] - power[: -len(part)] + 1e-6)
    return int(np.argmax(like[: len(loudness)] / loudness)) + first - at


def peer_waits_s(folder: Path, kept: Sequence[Path]) -> tuple[list[float], list[list[str]]]:
    """faster-whisper on whole files, the model already there; and what it heard."""
    from faster_whisper import WhisperModel

    model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
    waits_s: list[float] = []
    heard: list[list[str]] = []
    for file in kept:
        begun_s = time.monotonic()
        segments, _ = model.transcribe(
            str(file), language="en", beam_size=5, condition_on_previous_text=False,
            word_timestamps=True,
        )  # fmt: skip
        heard.append(tokens("".join(segment.text for segment in segments)))
        waits_s.append(time.monotonic() - begun_s)
    return waits_s, heard


def heard_live(document: dict[str, Any]) -> list[str]:
    timed = [
        (word["start_s"], token)
        for word in document["transcript"]["words"]
        for token in tokens(word["text"])
        if token != PAUSE
    ]
    timed += [
        (filler["start_s"], PAUSE)
        for filler in document["measures"]["fillers"]
        if filler["kind"] == "filled_pause"
    ]
    return [token for _, token in sorted(timed, key=lambda pair: pair[0])]


def counted(said: Sequence[Answer], heard: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Word error rate, and F1 of filled pauses."""
    c: Counter[str] = Counter()
    for answer, one in zip(said, heard, strict=True):
        c += count(tokens(answer.text), one)
    return c["errors"] / c["words"], 2 * c["found"] / max(1, c["pauses"] + c["told"])


def live(card: VirtualSoundCard, folder: Path, number: int, seconds: float) -> list[str]:
    said = answers(folder, number + 1, seconds)
    places = find().places
    model = models.find(models.DEFAULT, pulled=places.models, cache=places.cache)
    with tempfile.TemporaryDirectory() as kept_in:
        given, peak_mb = sit(card, said, Path(kept_in))
        quiet = [one for one in given if not one.busy]
        peer_s, peer_heard = peer_waits_s(model.folder, [one.file for one in given])
        whole = mockview_hears(WhisperRecogniser(model))([one.file for one in given])
    wer, f1 = counted(said, [heard_live(one.document) for one in given])
    peer_wer, _ = counted(said, peer_heard)
    whole_wer, whole_f1 = counted(said, [one.tokens for one in whole])
    waits_s = [one.wait_s for one in quiet]
    usual_s, usual_peer_s = statistics.median(waits_s), statistics.median(peer_s)
    length_s = statistics.mean(answer.sound.duration_s for answer in said)
    return [
        row(
            f"Enter to full score, {len(quiet)} answers of {length_s:.0f} s: median, s",
            f"{usual_s:.2f}",
            f"faster-whisper on the whole file {usual_peer_s:.2f}",
            f"{usual_peer_s / usual_s:.1f} times sooner",
        ),
        row("the same, slowest, s", f"{max(waits_s):.2f}", f"{max(peer_s):.2f}"),
        row(
            "word error rate, live",
            f"{wer:.3f}",
            f"`score` {whole_wer:.3f}; faster-whisper {peer_wer:.3f}",
            f"{wer - peer_wer:+.3f}",
        ),
        row(
            "filled pauses, live: F1",
            f"{f1:.3f}",
            f"`score` {whole_f1:.3f}",
            f"{f1 - whole_f1:+.3f}",
        ),
        row(
            "samples lost while recognising; with both cores busy",
            f"{max(one.lost_samples for one in quiet)}; {given[-1].lost_samples}",
        ),
        row(
            "cores used while speaking (mean; most)",
            f"{statistics.mean(one.cpu_share for one in quiet):.2f}; "
            f"{max(one.cpu_share for one in quiet):.2f}",
        ),
        row("memory of the whole program at its peak, MB", f"{peak_mb:.0f}"),
    ]


def next_question(card: VirtualSoundCard, folder: Path) -> list[str]:
    said = answers(folder, 1, 30.0)[0].sound.part(0, SHORT_S)
    waits_s = [heard_s for heard_s, _ in turns(card, said, "--no-follow-ups")]
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
    taken = list(turns(card, said))
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


def turns(card: VirtualSoundCard, said: Sound, *flags: str) -> Iterator[tuple[float, float]]:
    """Seconds from Enter to what is heard next and to the score on disk, of `QUESTIONS` answers.

    With --no-follow-ups the next question does not wait for the score.
    """
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
            scored_s = when_scored(recordings, number)
            yield ear.first_after(pressed_s) - pressed_s, scored_s - pressed_s
            terminal.wait_for("Recorded", seen)
            seen = terminal.written  # the line that listens is not drawn any more by now
        terminal.stop()
    ear.close()


def when_scored(recordings: Path, number: int) -> float:
    """When the session on disk had that many assessed answers (to 5 ms), by the monotonic clock."""
    while True:
        stored = "".join(file.read_text() for file in recordings.glob("*/session.json"))
        if len(re.findall(r'"state": ?"assessed"', stored)) >= number:
            return time.monotonic()
        time.sleep(0.005)


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


def help_text() -> list[str]:
    ours = median_cpu_s(sitting.mockview("--help"))
    peer = median_cpu_s([sys.executable, "-c", "import click"])
    return [
        row(
            "`mockview --help`: processor seconds (median of 5)",
            f"{ours:.3f}",
            f'`python -c "import click"` {peer:.3f}',
            f"{ours / peer:.2f}",
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
        lambda _: help_text(),
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
