"""How well words and filled pauses are heard, beside plain faster-whisper in the same run.

    python benchmarks/speech.py FOLDER

FOLDER holds recordings NAME.flac (16 kHz) beside NAME.txt, what was really said, fillers included.
A filled pause counts as found when it stands in its place in the order of words. Prints a Markdown
table; word errors are counted without filled pauses.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from cost import machine

from simulator.audio import files
from simulator.cli.surroundings import find
from simulator.sound import Sound
from simulator.transcription import models
from simulator.transcription.filled_pauses import is_filled_pause
from simulator.transcription.whisper import WhisperRecogniser

PAUSE = "<pause>"
NEVER = 3
"""A filled pause is never taken for a word: leaving out and putting in costs less."""

Heard = Sequence[str]


def tokens(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'").replace("-", " "))
    return [
        PAUSE if is_filled_pause(word) else word.strip("'") for word in words if word.strip("'")
    ]


def aligned(reference: Heard, heard: Heard) -> Iterable[tuple[str | None, str | None]]:
    """The cheapest way from one to the other, token by token."""

    def swap(a: str, b: str) -> int:
        return 0 if a == b else NEVER if PAUSE in (a, b) else 1

    costs = [list(range(len(heard) + 1))]
    for i, a in enumerate(reference, 1):
        row = [i]
        for j, b in enumerate(heard, 1):
            row.append(min(costs[-1][j] + 1, row[-1] + 1, costs[-1][j - 1] + swap(a, b)))
        costs.append(row)
    i, j = len(reference), len(heard)
    while i or j:
        if i and j and costs[i][j] == costs[i - 1][j - 1] + swap(reference[i - 1], heard[j - 1]):
            i, j = i - 1, j - 1
            yield reference[i], heard[j]
        elif i and costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
            yield reference[i], None
        else:
            j -= 1
            yield None, heard[j]


def count(reference: Heard, heard: Heard) -> Counter[str]:
    counts: Counter[str] = Counter()
    for a, b in aligned(reference, heard):
        counts["pauses"] += a == PAUSE
        counts["reported"] += b == PAUSE
        counts["found"] += a == b == PAUSE
    words = [token for token in reference if token != PAUSE]
    for a, b in aligned(words, [token for token in heard if token != PAUSE]):
        counts["words"] += a is not None
        counts["errors"] += a != b
    return counts


def mockview_hears(recogniser: WhisperRecogniser) -> Callable[[Sound], Heard]:
    def hear(sound: Sound) -> Heard:
        transcript = recogniser.transcribe(sound)
        timed = [
            (word.start_s or 0.0, token) for word in transcript.words for token in tokens(word.text)
        ]
        timed += [(pause.start_s or 0.0, PAUSE) for pause in transcript.filled_pauses]
        return [token for _, token in sorted(timed, key=lambda pair: pair[0])]

    return hear


def plain_hears(folder: Path) -> Callable[[Sound], Heard]:
    from faster_whisper import WhisperModel

    model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)

    def hear(sound: Sound) -> Heard:
        segments, _ = model.transcribe(
            sound.samples, language="en", beam_size=5, condition_on_previous_text=False,
            word_timestamps=True,
        )  # fmt: skip
        return tokens("".join(segment.text for segment in segments))

    return hear


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    recordings = [
        file
        for file in sorted(Path(sys.argv[1]).glob("*.flac"))
        if file.with_suffix(".txt").exists()
    ]
    if not recordings:
        sys.exit(f"There is no NAME.flac beside a NAME.txt in {sys.argv[1]}.")
    places = find().places
    model = models.find(models.DEFAULT, pulled=places.models, cache=places.cache)
    print(f"Machine: {machine()}; faster-whisper {version('faster-whisper')}, model {model.name}")
    hearers = {
        "mockview": mockview_hears(WhisperRecogniser(model)),
        "plain faster-whisper": plain_hears(model.folder),
    }
    print(f"{len(recordings)} recordings\n")
    print("| | word error rate | filled pauses: recall | precision | F1 | CPU s a second |")
    print("|---|---|---|---|---|---|")
    for name, hear in hearers.items():
        total: Counter[str] = Counter()
        audio_s = cpu_s = 0.0
        for file in recordings:
            sound = files.read(file)
            start = time.process_time()
            heard = hear(sound)
            cpu_s += time.process_time() - start
            audio_s += sound.duration_s
            total += count(tokens(file.with_suffix(".txt").read_text()), heard)
        recall = total["found"] / max(1, total["pauses"])
        precision = total["found"] / max(1, total["reported"])
        f1 = 2 * total["found"] / max(1, total["pauses"] + total["reported"])
        print(
            f"| {name} | {total['errors'] / max(1, total['words']):.3f} | {recall:.2f} | "
            f"{precision:.2f} | {f1:.2f} | {cpu_s / audio_s:.3f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
