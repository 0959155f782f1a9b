"""How well words and filled pauses are heard, beside other programs in the same run.

    python benchmarks/speech.py FOLDER

FOLDER, or each folder in it, holds recordings NAME.flac beside NAME.txt, what was really said,
fillers included. A filled pause counts as found when it stands in its place in the order of words.
Word errors are counted without filled pauses. Prints a Markdown table. erm takes part where
`make peers` has installed it.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from alignment import PAUSE, count, tokens
from cost import machine

from simulator.audio import files
from simulator.cli.surroundings import find
from simulator.transcription import models
from simulator.transcription.whisper import WhisperRecogniser

PEERS = Path(__file__).resolve().parent.parent / ".peers"
ERM_HEARS = Path(__file__).with_name("erm_hears.py")
HEADER = (
    "| set | | word error rate | words a minute off (median) | filled pauses: said | told "
    "| recall | precision | F1 | CPU s a second |\n|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass
class Heard:
    """What one program heard in one recording, and at which cost."""

    tokens: Sequence[str]
    cpu_s: float


Hearer = Callable[[Sequence[Path]], list[Heard]]


@dataclass
class Tally:
    """The counts of one program over the recordings of one set."""

    counts: Counter[str] = field(default_factory=Counter)
    words_off: list[float] = field(default_factory=list)
    """Of each recording: the share of words too many or too few, which is the error of any rate."""
    cpu_s: float = 0.0
    sound_s: float = 0.0

    def add(self, said: Sequence[str], heard: Heard, sound_s: float) -> None:
        one = count(said, heard.tokens)
        self.counts += one
        self.words_off.append(abs(one["words_heard"] - one["words"]) / max(1, one["words"]))
        self.cpu_s += heard.cpu_s
        self.sound_s += sound_s

    def row(self) -> str:
        c = self.counts
        said, told, found = c["pauses"], c["told"], c["found"]
        return (
            f"{c['errors'] / max(1, c['words']):.3f} | {statistics.median(self.words_off):.1%} | "
            f"{said} | {told} | {_share(found, said)} | {_share(found, told)} | "
            f"{_share(2 * found, said + told)} | {self.cpu_s / self.sound_s:.3f}"
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def mockview_hears(recogniser: WhisperRecogniser) -> Hearer:
    def hear(recordings: Sequence[Path]) -> list[Heard]:
        heard = []
        for recording in recordings:
            start_s = time.process_time()
            transcript = recogniser.transcribe(files.read(recording))
            timed = [
                (word.start_s or 0.0, token)
                for word in transcript.words
                for token in tokens(word.text)
                if token != PAUSE
            ]
            timed += [(pause.start_s or 0.0, PAUSE) for pause in transcript.filled_pauses]
            heard.append(Heard(_in_order(timed), time.process_time() - start_s))
        return heard

    return hear


def plain_hears(folder: Path) -> Hearer:
    from faster_whisper import WhisperModel

    model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)

    def hear(recordings: Sequence[Path]) -> list[Heard]:
        heard = []
        for recording in recordings:
            start_s = time.process_time()
            segments, _ = model.transcribe(
                files.read(recording).samples, language="en", beam_size=5,
                condition_on_previous_text=False, word_timestamps=True,
            )  # fmt: skip
            said = tokens("".join(segment.text for segment in segments))
            heard.append(Heard(said, time.process_time() - start_s))
        return heard

    return hear


def erm_hears(folder: Path) -> Hearer:
    def hear(recordings: Sequence[Path]) -> list[Heard]:
        done = subprocess.run(
            [sys.executable, str(ERM_HEARS), str(folder), *map(str, recordings)],
            env={**os.environ, "PYTHONPATH": str(PEERS)},
            check=True,
            capture_output=True,
            text=True,
        )
        heard = []
        for one in map(json.loads, done.stdout.splitlines()):
            timed = [
                (start_s, token)
                for start_s, text in one["words"]
                for token in tokens(text)
                if token != PAUSE
            ]
            timed += [(start_s, PAUSE) for start_s in one["pauses"]]
            heard.append(Heard(_in_order(timed), one["cpu_s"]))
        return heard

    return hear


def _in_order(timed: Sequence[tuple[float, str]]) -> list[str]:
    return [token for _, token in sorted(timed, key=lambda pair: pair[0])]


def sets(folder: Path) -> dict[str, list[Path]]:
    """Recordings that have a text beside them, by the name of their folder."""
    found = {}
    for place in (folder, *sorted(path for path in folder.iterdir() if path.is_dir())):
        recordings = [
            file for file in sorted(place.glob("*.flac")) if file.with_suffix(".txt").exists()
        ]
        if recordings:
            found[place.name] = recordings
    return found


def main() -> None:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    recordings = sets(Path(sys.argv[1]))
    if not recordings:
        sys.exit(f"There is no NAME.flac beside a NAME.txt in {sys.argv[1]}.")
    places = find().places
    model = models.find(models.DEFAULT, pulled=places.models, cache=places.cache)
    print(f"Machine: {machine()}; faster-whisper {version('faster-whisper')}, model {model.name}\n")
    hearers = {
        "mockview": mockview_hears(WhisperRecogniser(model)),
        "plain faster-whisper": plain_hears(model.folder),
    }
    if (PEERS / "erm").is_dir():
        hearers["erm"] = erm_hears(model.folder)
    else:
        print("erm is not installed (make peers), so it is left out.\n")
    print(HEADER)
    total = {name: Tally() for name in hearers}
    for set_name, files_of_set in recordings.items():
        for name, hear in hearers.items():
            tally = Tally()
            for file, heard in zip(files_of_set, hear(files_of_set), strict=True):
                said = tokens(file.with_suffix(".txt").read_text(encoding="utf-8"))
                sound_s = files.read(file).duration_s
                tally.add(said, heard, sound_s)
                total[name].add(said, heard, sound_s)
            print(f"| {set_name} ({len(files_of_set)}) | {name} | {tally.row()} |", flush=True)
    if len(recordings) > 1:
        for name, tally in total.items():
            print(f"| all | {name} | {tally.row()} |")


if __name__ == "__main__":
    main()
