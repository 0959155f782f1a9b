"""A real interview with long answers: how it keeps up while somebody speaks, and what is lost.

The last answer is given while both cores are busy. Beside it stands faster-whisper, and `score`, on
what was kept. Used by `instant.py`.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import sitting
from alignment import PAUSE, count, tokens
from cost import row
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
BUSY = [sys.executable, "-c", "while True: pass"]


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
