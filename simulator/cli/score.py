"""`mockview score`: the same measures and scores for recordings and transcripts made elsewhere."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from simulator.assessment import Assessment, Job, Standards
from simulator.cli.surroundings import Surroundings, find, model_option
from simulator.errors import MockviewError
from simulator.questions import Question, library
from simulator.transcription.models import Model


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
@model_option
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
    from simulator.cli.progress import Bar
    from simulator.cli.stage import sound_files
    from simulator.review.plain import plain

    around = find({"model": flags["model"]})
    question, language = _question(around, flags["set_name"], flags["question_id"])
    inputs = sound_files(flags["inputs"])
    scored: list[Scored] = []
    stopped = False
    with Bar(len(inputs), sys.stderr) as bar:
        try:
            for one in _scored(
                inputs, question, language, around, at_once=flags["jobs"], partly=bar.partly
            ):
                scored.append(one)
                bar.done(len(scored))
                with bar.out_of_the_way():
                    if one.error is not None:
                        click.echo(f"mockview: {plain(str(one.error))}", err=True)
                    elif not flags["as_json"]:
                        _show(one, question)
        except KeyboardInterrupt:
            stopped = True
    if flags["as_json"]:
        click.echo(_document(scored, question), nl=False)
    if stopped:
        click.echo(f"\nStopped: {len(scored)} of {len(inputs)} done.", err=True)
        ctx.exit(130)
    if any(one.error is not None for one in scored):
        ctx.exit(1)


def _question(
    around: Surroundings, set_name: str, question_id: str | None
) -> tuple[Question | None, str]:
    if question_id is None and set_name == library.DEFAULT:
        return None, "en"
    from simulator.questions.choosing import choose

    loaded = around.question_sets().load(set_name)
    if question_id is None:
        return None, loaded.language
    (question,) = choose(loaded, question_ids=[question_id])
    return question, loaded.language


def _scored(
    inputs: Sequence[Path],
    question: Question | None,
    language: str,
    around: Surroundings,
    *,
    at_once: int,
    partly: Callable[[float], None],
) -> Iterator[Scored]:
    """What came of each input, in order."""
    from simulator.cli.standards import own

    jobs = (_job(source, question, language) for source in inputs)
    model = around.speech_model() if any(not _is_text(source) for source in inputs) else None
    standards = own(around.settings)
    at_once = min(at_once, len(inputs))
    done = _here(jobs, model, standards, partly)
    if at_once > 1:
        done = _in_processes(jobs, model, standards, at_once)
    for place, outcome in done:
        if isinstance(outcome, MockviewError):
            yield Scored(inputs[place], None, outcome)
        else:
            yield Scored(inputs[place], outcome)


def _job(source: Path, question: Question | None, language: str) -> Job | MockviewError:
    from simulator.transcription import texts

    if not _is_text(source):
        return Job(question, file=source, language=language)
    try:
        return Job(question, text=texts.read(source), language=language)
    except MockviewError as error:
        return error


def _here(
    jobs: Iterable[Job | MockviewError],
    model: Model | None,
    standards: Standards,
    partly: Callable[[float], None],
) -> Iterator[tuple[int, Assessment | MockviewError]]:
    """One after another in this process."""
    from simulator.assessment import engines

    loaded = engines.load(model)
    for place, job in enumerate(jobs):
        if isinstance(job, MockviewError):
            yield place, job
            continue
        try:
            made = engines.assess(job, loaded, standards=standards, progress=partly)
        except MockviewError as error:
            yield place, error
        else:
            yield place, made


def _in_processes(
    jobs: Iterable[Job | MockviewError], model: Model | None, standards: Standards, at_once: int
) -> Iterator[tuple[int, Assessment | MockviewError]]:
    """Shared between processes, each with its share of the cores."""
    from simulator.assessment.many import in_order
    from simulator.assessment.process import ProcessAssessor

    threads = max(1, (os.cpu_count() or 1) // at_once)
    assessor = ProcessAssessor(
        model, standards=standards, workers=at_once, threads=threads,
        advice="Try again with --jobs 1.",
    )  # fmt: skip
    try:
        yield from in_order(jobs, assessor, at_once=at_once)
    finally:
        assessor.close()


def _is_text(source: Path) -> bool:
    return source.suffix.lower() == ".txt"


def _document(scored: Sequence[Scored], question: Question | None) -> str:
    from simulator.archive import documents

    answers = [
        documents.scored_document(
            one.assessment,
            question=None if question is None else question.id,
            source=one.source.name,
        )
        for one in scored
        if one.assessment is not None
    ]
    document = documents.scored_documents(answers)
    errors = [
        {"source": one.source.name, "error": str(one.error)}
        for one in scored
        if one.error is not None
    ]
    if errors:
        document["errors"] = errors
    return documents.as_text(document)


def _show(one: Scored, question: Question | None) -> None:
    from rich.console import Group
    from rich.text import Text

    from simulator.review import pages, printing
    from simulator.review.plain import plain

    assert one.assessment is not None  # noqa: S101 (the caller looked)
    title = plain(one.source.name) + (f": {plain(question.ask)}" if question else "")
    page = pages.assessment_page(one.assessment, question)
    printing.show(Group(Text(title, "bold"), page, Text("")))
