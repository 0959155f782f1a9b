"""How well words and filled pauses are heard, beside other programs in the same run.

    python benchmarks/speech.py FOLDER [--together NAME=SET,SET,...] ...

FOLDER, or each folder in it, holds recordings NAME.flac beside NAME.txt, what was really said,
fillers included. A filled pause counts as found when it stands in its place in the order of words.
Word errors are counted without filled pauses. `--together` adds rows for several sets as one, their
counts added up.

"Words a minute off" is, for mockview, the speech rate that it reports against the words that were
really said in the answer time that it reports; for the others, which report none, the share of
words too many or too few, which is the error of any rate made of them.

Prints a Markdown table. erm takes part where `make peers` has installed it.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import distributions, version
from pathlib import Path

from alignment import PAUSE, count, spaced, tokens
from cost import machine

from simulator import __version__
from simulator.audio import files
from simulator.cli.surroundings import find
from simulator.measures import measure
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
    """What one program heard in one recording, and at which cost.

    `rate_wpm` and `answer_s` are the speech rate and the length that it reports, None for nothing.
    """

    tokens: Sequence[str]
    cpu_s: float
    rate_wpm: float | None = None
    answer_s: float | None = None


Hearer = Callable[[Sequence[Path]], list[Heard]]


@dataclass
class Tally:
    """The counts of one program over the recordings of one set, or of several."""

    counts: Counter[str] = field(default_factory=Counter)
    rates_off: list[float] = field(default_factory=list)
    """Of each recording: how far the speech rate is off, as a share of the true one."""
    cpu_s: float = 0.0
    sound_s: float = 0.0
    recordings: int = 0

    def add(self, text: str, heard: Heard, sound_s: float) -> None:
        """Counts what was heard in a recording of which `text` is what was said."""
        one = count(tokens(text), heard.tokens)
        self.counts += one
        self.rates_off.append(rate_off(text, one, heard))
        self.cpu_s += heard.cpu_s
        self.sound_s += sound_s
        self.recordings += 1

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.counts + other.counts,
            self.rates_off + other.rates_off,
            self.cpu_s + other.cpu_s,
            self.sound_s + other.sound_s,
            self.recordings + other.recordings,
        )

    def row(self) -> str:
        c = self.counts
        said, told, found = c["pauses"], c["told"], c["found"]
        return (
            f"{c['errors'] / max(1, c['words']):.3f} | {statistics.median(self.rates_off):.1%} | "
            f"{said} | {told} | {_share(found, said)} | {_share(found, told)} | "
            f"{_share(2 * found, said + told)} | {self.cpu_s / self.sound_s:.3f}"
        )


def rate_off(text: str, one: Mapping[str, int], heard: Heard) -> float:
    """How far a speech rate is off, as a share of the true one.

    A reported rate is held against words that are counted as it counts them: what stands between
    spaces. `one` are the counts of the recording, for programs that report none.
    """
    said = len(spaced(text))
    if heard.rate_wpm is None or not heard.answer_s or not said:
        return abs(one["words_heard"] - one["words"]) / max(1, one["words"])
    true_wpm = said / heard.answer_s * 60
    return abs(heard.rate_wpm - true_wpm) / true_wpm


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
            cpu_s = time.process_time() - start_s
            told = measure(transcript)
            heard.append(Heard(_in_order(timed), cpu_s, told.speech_rate_wpm, told.answer_s))
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


def together(named: Sequence[str], known: Sequence[str]) -> dict[str, list[str]]:
    """The sets behind each `NAME=SET,SET,...`. Raises ValueError for one that is not there."""
    groups = {}
    for given in named:
        name, equals, listed = given.partition("=")
        members = [member.strip() for member in listed.split(",") if member.strip()]
        if not name.strip() or not equals or not members:
            raise ValueError(f"'{given}' is not NAME=SET,SET,...")
        for member in members:
            if member not in known:
                raise ValueError(f"there is no set '{member}', only {', '.join(known)}")
        groups[name.strip()] = list(dict.fromkeys(members))
    return groups


def versions(peers: Path) -> str:
    """What is measured, by its version; erm where it is installed."""
    named = [f"mockview {__version__}", f"faster-whisper {version('faster-whisper')}"]
    found = distributions(name="erm", path=[str(peers)])
    named += [f"erm {installed.version}" for installed in found]
    return ", ".join(named)


def tallies(
    recordings: Mapping[str, Sequence[Path]], hearers: Mapping[str, Hearer]
) -> dict[str, dict[str, Tally]]:
    """For each set what each program makes of it; prints a row as soon as it is known."""
    found: dict[str, dict[str, Tally]] = {}
    for set_name, files_of_set in recordings.items():
        found[set_name] = {}
        for name, hear in hearers.items():
            tally = found[set_name][name] = Tally()
            for file, heard in zip(files_of_set, hear(files_of_set), strict=True):
                said = file.with_suffix(".txt").read_text(encoding="utf-8")
                tally.add(said, heard, files.read(file).duration_s)
            print_row(set_name, name, tally)
    return found


def print_row(set_name: str, program: str, tally: Tally) -> None:
    print(f"| {set_name} ({tally.recordings}) | {program} | {tally.row()} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--together", action="append", default=[], metavar="NAME=SET,SET,...")
    wanted = parser.parse_args()
    if not wanted.folder.is_dir():
        parser.error(f"there is no folder {wanted.folder}")
    recordings = sets(wanted.folder)
    if not recordings:
        parser.error(f"there is no NAME.flac beside a NAME.txt in {wanted.folder}")
    try:
        groups = together(wanted.together, list(recordings))
    except ValueError as error:
        parser.error(str(error))
    places = find().places
    model = models.find(models.DEFAULT, pulled=places.models, cache=places.cache)
    print(f"Machine: {machine()}; {versions(PEERS)}; model {model.name}\n")
    hearers = {
        "mockview": mockview_hears(WhisperRecogniser(model)),
        "plain faster-whisper": plain_hears(model.folder),
    }
    if (PEERS / "erm").is_dir():
        hearers["erm"] = erm_hears(model.folder)
    else:
        print("erm is not installed (make peers), so it is left out.\n")
    print(HEADER)
    found = tallies(recordings, hearers)
    if len(recordings) > 1:
        groups["all"] = list(recordings)
    for group, members in groups.items():
        for name in hearers:
            print_row(group, name, sum((found[member][name] for member in members), Tally()))


if __name__ == "__main__":
    main()
