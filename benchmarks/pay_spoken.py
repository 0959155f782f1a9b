"""How well a range of pay is told in answers that are spoken and recognised.

    python benchmarks/pay_spoken.py [--heard FILE]

Each labelled answer (tests/measures/pay_answers.txt, in two halves, and pay_answers_v.txt, by an
author whose lines were run last) is said by the neural voice, a woman's and a man's in turn, and
recognised by the default model. Prints a Markdown table of precision and recall, as text and as
speech, and what was told wrongly. With --heard, what was recognised is
kept in files beside FILE, and lines that are in them are not said again.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulator.audio.resampling import resampled
from simulator.cli.surroundings import find
from simulator.judge import Judge, reader
from simulator.measures.pay import pay_stated
from simulator.questions import Interviewer, VoiceWish
from simulator.transcription import models
from simulator.transcription.whisper import WhisperRecogniser
from simulator.voice import Utterance, neural
from tests.measures.labelled import HALVES, Hits, Line, hits, labelled

SPEAKERS = tuple(
    Interviewer("candidate", "You", "candidate", wish)
    for wish in (VoiceWish("female", 165), VoiceWish("male", 150))
)


def default_recogniser() -> WhisperRecogniser:
    places = find().places
    return WhisperRecogniser(
        models.find(models.DEFAULT, pulled=places.models, cache=places.cache), threads=1
    )


def heard(lines: list[Line], kept: Path | None) -> dict[int, str]:
    """What was recognised of each line, by its number."""
    known = json.loads(kept.read_text()) if kept and kept.exists() else {}
    voice, recogniser = None, None
    for line in lines:
        if str(line.number) in known:
            continue
        voice = voice or neural.load()
        recogniser = recogniser or default_recogniser()
        speaker = SPEAKERS[line.number // 4 % 2]
        sound = resampled(voice.synthesise(Utterance(line.text, speaker)))
        known[str(line.number)] = " ".join(w.text for w in recogniser.transcribe(sound).words)
        if kept:
            kept.write_text(json.dumps(known, ensure_ascii=False, indent=0))
    return {int(number): text for number, text in known.items()}


def told(lines: list[Line], texts: dict[int, str], judge: Judge) -> Hits:
    return hits(
        [
            (
                line.label.startswith("range"),
                pay_stated(texts[line.number].split(), judge).kind == "range",
                f"{line.number}: {line.text} -> {texts[line.number]}",
            )
            for line in lines
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--heard", type=Path)
    kept = parser.parse_args().heard
    judge = reader.load()
    print("| lines | | ranges | precision | recall |\n|---|---|---|---|---|")
    wrong: list[str] = []
    parts = [(str(half), labelled("pay_answers", half)) for half in HALVES]
    for part, lines in (*parts, ("another author", labelled("pay_answers_v"))):
        beside = None if kept is None else kept.with_name(f"{part}-{kept.name}")
        for how, texts in (
            ("text", {line.number: line.text for line in lines}),
            ("speech", heard(lines, beside)),
        ):
            got = told(lines, texts, judge)
            ranges = got.right + len(got.missed)
            print(f"| {part} | {how} | {ranges} | {got.precision:.2f} | {got.recall:.2f} |")
            wrong += [f"{how}, {part}: {text}" for text in (*got.wrong, *got.missed)]
    print("", *wrong, sep="\n")


if __name__ == "__main__":
    main()
