"""`mockview score`: the same measures and scores for recordings and transcripts made elsewhere."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from simulator.assessment import Assessment, Job, Pending
from simulator.cli.surroundings import Surroundings, find
from simulator.errors import MockviewError
from simulator.questions import Question, library


@dataclass(frozen=True, slots=True)
class Scored:
    """One input and what came of it: an assessment or an error."""

    source: Path
    assessment: Assessment | None
    error: MockviewError | None = None


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--set", "set_name", default=library.DEFAULT, metavar="NAME|FILE", show_default=True,
    help="The question set.",
)  # fmt: skip
@click.option("--question", "question_id", metavar="ID", help="The question that was answered.")
@click.option("--model", metavar="NAME|DIR", help="The speech model; see: mockview models list.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, show_default=True,
    help="How many recordings at once.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def score(ctx: click.Context, /, **flags: Any) -> None:
    """Measure and score recordings or transcripts made elsewhere.

    INPUT is a recording (wav, flac, ogg, opus, mp3, m4a, webm), a folder of them, or a transcript
    (.txt). Content is scored where --question says what was asked.
    """
    from simulator.cli.stage import sound_files
    from simulator.review.plain import plain

    around = find({"model": flags["model"]})
    question, language = _question(around, flags["set_name"], flags["question_id"])
    inputs = sound_files(flags["inputs"])
    scored: list[Scored] = []
    for one in _scored(inputs, question, language, around, flags["jobs"]):
        scored.append(one)
        if one.error is not None:
            click.echo(f"mockview: {plain(str(one.error))}", err=True)
        elif not flags["as_json"]:
            _show(one, question)
        elif sys.stderr.isatty():
            click.echo(f"{len(scored)} of {len(inputs)}: {one.source.name}", err=True)
    if flags["as_json"]:
        click.echo(_document(scored, question), nl=False)
    if any(one.error is not None for one in scored):
        ctx.exit(1)


def _question(
    around: Surroundings, set_name: str, question_id: str | None
) -> tuple[Question | None, str]:
    if question_id is None and set_name == library.DEFAULT:
        return None, "en"
    from simulator.questions.choosing import choose

    loaded = library.of((around.places.user_sets, around.places.built_in_sets)).load(set_name)
    if question_id is None:
        return None, loaded.language
    (question,) = choose(loaded, question_ids=[question_id])
    return question, loaded.language


def _scored(
    inputs: Sequence[Path],
    question: Question | None,
    language: str,
    around: Surroundings,
    jobs: int,
) -> Iterator[Scored]:
    if jobs > 1 and len(inputs) > 1:
        yield from _in_processes(inputs, question, language, around, jobs)
    else:
        yield from _here(inputs, question, language, around)


def _here(
    inputs: Sequence[Path], question: Question | None, language: str, around: Surroundings
) -> Iterator[Scored]:
    """One after another in this process; models are loaded when the first input needs them."""
    from simulator.assessment import assess_sound, assess_text
    from simulator.audio import files
    from simulator.cli.standards import own
    from simulator.judge import minilm
    from simulator.prosody import OverlapDetector, PitchTracker, overlap, swift_f0
    from simulator.transcription import texts
    from simulator.transcription.whisper import WhisperRecogniser

    judge = minilm.load()
    standards = own(around.settings)
    recogniser: WhisperRecogniser | None = None
    tracker: PitchTracker | None = None
    other_voices: OverlapDetector | None = None
    if any(not _is_text(source) for source in inputs):
        recogniser = WhisperRecogniser(_model(around))
        tracker = swift_f0.load()
        other_voices = overlap.load()
    for source in inputs:
        try:
            if _is_text(source):
                made = assess_text(
                    texts.read(source),
                    question,
                    judge=judge,
                    standards=standards,
                    language=language,
                )
            else:
                assert recogniser is not None  # noqa: S101 (loaded above)
                sound = files.read(source)
                made = assess_sound(
                    sound,
                    question,
                    recogniser=recogniser,
                    judge=judge,
                    tracker=tracker,
                    overlap=other_voices,
                    standards=standards,
                    language=language,
                )
        except MockviewError as error:
            yield Scored(source, None, error)
        else:
            yield Scored(source, made)


def _in_processes(
    inputs: Sequence[Path],
    question: Question | None,
    language: str,
    around: Surroundings,
    jobs: int,
) -> Iterator[Scored]:
    """Shared between processes, each with its share of the cores; in order."""
    from simulator.assessment.process import ProcessAssessor
    from simulator.cli.standards import own
    from simulator.transcription import texts

    sounds = any(not _is_text(source) for source in inputs)
    threads = max(1, (os.cpu_count() or 1) // jobs)
    assessor = ProcessAssessor(
        _model(around) if sounds else None,
        standards=own(around.settings),
        workers=min(jobs, len(inputs)),
        threads=threads,
    )
    try:
        begun: list[tuple[Path, Pending | MockviewError]] = []
        for source in inputs:
            try:
                text = texts.read(source) if _is_text(source) else None
            except MockviewError as error:
                begun.append((source, error))
                continue
            file = None if text is not None else source
            begun.append((source, assessor.begin(Job(question, file, text, language))))
        for source, pending in begun:
            if isinstance(pending, MockviewError):
                yield Scored(source, None, pending)
                continue
            try:
                yield Scored(source, pending.result())
            except MockviewError as error:
                yield Scored(source, None, error)
    finally:
        assessor.close()


def _is_text(source: Path) -> bool:
    return source.suffix.lower() == ".txt"


def _model(around: Surroundings) -> Any:
    from simulator.transcription import models

    return models.find(
        around.settings.model, pulled=around.places.models, cache=around.places.cache
    )


def _document(scored: Sequence[Scored], question: Question | None) -> str:
    from simulator.archive import documents

    document: dict[str, Any] = {
        "schema": documents.SCHEMA,
        "answers": [
            documents.scored_document(
                one.assessment,
                question=None if question is None else question.id,
                source=one.source.name,
            )
            for one in scored
            if one.assessment is not None
        ],
    }
    errors = [
        {"source": one.source.name, "error": str(one.error)}
        for one in scored
        if one.error is not None
    ]
    if errors:
        document["errors"] = errors
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _show(one: Scored, question: Question | None) -> None:
    from rich.console import Group
    from rich.text import Text

    from simulator.review import pages, printing
    from simulator.review.plain import plain

    assert one.assessment is not None  # noqa: S101 (the caller looked)
    title = plain(one.source.name) + (f": {plain(question.ask)}" if question else "")
    printing.show(Group(Text(title, "bold"), pages.assessment_page(one.assessment), Text("")))
