"""`mockview sets`: list, show, check and start question sets."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from simulator.cli.surroundings import find
from simulator.errors import MockviewError
from simulator.questions import QuestionSet, library
from simulator.questions.library import Library
from simulator.suggesting import command

LONGEST_NAME = 64
"""As long as an id in a set may be."""

MOST_PIPED = 1_000_000
"""Characters of an answer; two hours of speech are about 100,000."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@click.group(short_help="List, show, check and start question sets.")
def sets() -> None:
    """List, show, check and start question sets.

    A set is a YAML file: who asks, what they ask, and what a good answer mentions.
    """


@sets.command("list")
@json_option
def list_(as_json: bool) -> None:
    """List the sets that are here."""
    shelf = find().question_sets()
    rows: list[dict[str, Any]] = []
    for name in shelf.names():
        row: dict[str, Any] = {"name": name, "file": str(shelf.file(name))}
        try:
            loaded = shelf.load(name)
            row |= {"title": loaded.title, "questions": len(loaded.questions), "mistakes": 0}
        except MockviewError as error:
            mistakes = getattr(error, "mistakes", (None,))
            row |= {"title": None, "questions": None, "mistakes": len(mistakes)}
        rows.append(row)
    if as_json:
        click.echo(json.dumps({"schema": 1, "sets": rows}, indent=2))
        return
    for row in rows:
        told = (
            f"{row['title']} ({row['questions']} questions)"
            if row["title"]
            else f"has mistakes; see: {command('sets', 'check', row['name'])}"
        )
        click.echo(f"{row['name']:20} {told}")


@sets.command()
@click.argument("name", metavar="[SET]", default=library.DEFAULT)
@click.option("--role", help="Only what somebody applying for this role is asked.")
@json_option
def show(name: str, role: str | None, as_json: bool) -> None:
    """Show the questions of SET and what a good answer to each mentions.

    SET is a name or a file; the built-in second-interview, if none is given.
    """
    loaded = find().question_sets().load(name)
    if role is not None:
        from simulator.questions.choosing import choose

        choose(loaded, role=role)  # an unknown role is told
    if as_json:
        click.echo(json.dumps(_document(loaded, role), indent=2))
        return
    click.echo(f"{loaded.title}\n")
    for person in loaded.interviewers:
        click.echo(f"  {person.id}: {person.name}, {person.title}")
    for known in loaded.roles:
        click.echo(f"  --role {known.id}: {known.about}")
    for section in loaded.sections:
        click.echo(f"\n{section.title}")
        for question in loaded.questions:
            if question.section == section.id and question.is_for(role):
                low_s, high_s = question.target.answer_s
                click.echo(f"\n  {question.id} ({question.asked_by}, {low_s:.0f}-{high_s:.0f} s)")
                click.echo(f"  {question.ask}")
                for point in question.talking_points:
                    click.echo(f"    - {point.label}")


def _document(loaded: QuestionSet, role: str | None) -> dict[str, Any]:
    return {
        "schema": 1,
        "id": loaded.id,
        "title": loaded.title,
        "language": loaded.language,
        "interviewers": {p.id: {"name": p.name, "title": p.title} for p in loaded.interviewers},
        "roles": {role.id: role.about for role in loaded.roles},
        "sections": [{"id": s.id, "title": s.title, "share": s.share} for s in loaded.sections],
        "questions": [
            {
                "id": question.id,
                "section": question.section,
                "asked_by": question.asked_by,
                "roles": list(question.roles),
                "topic": question.topic,
                "ask": question.ask,
                "target": {"answer_s": list(question.target.answer_s)},
                "talking_points": [
                    {
                        "id": point.id,
                        "label": point.label,
                        "description": point.description,
                        "weight": point.weight,
                        "facts": list(point.facts),
                    }
                    for point in question.talking_points
                ],
            }
            for question in loaded.questions
            if question.is_for(role)
        ],
    }


@sets.command(short_help="Find every mistake in sets of questions.")
@click.argument("names", metavar="[SET]...", nargs=-1)
@json_option
@click.pass_context
def check(ctx: click.Context, names: tuple[str, ...], as_json: bool) -> None:
    """Find every mistake in each SET (a name or a file; all sets, if none is given)."""
    shelf = find().question_sets()
    reports = [_report(shelf, name) for name in names or shelf.names()]
    if as_json:
        click.echo(json.dumps({"schema": 1, "sets": reports}, indent=2))
    else:
        for report in reports:
            _tell(report)
    if any(report["mistakes"] for report in reports):
        ctx.exit(1)


def _report(shelf: Library, name: str) -> dict[str, Any]:
    """What is wrong with one set and with its sample answers; one bad set does not hide others."""
    from simulator.questions import checks
    from simulator.questions.mistakes import SetError

    report: dict[str, Any] = {"file": name, "mistakes": [], "weaknesses": []}
    try:
        report["file"] = str(shelf.file(name))
        loaded = shelf.load(name)
        report["weaknesses"] = [*checks.weaknesses(loaded), *_judged(loaded)]
        known = [question.id for question in loaded.questions]
        samples = shelf.samples(name, known)
    except SetError as error:
        report["mistakes"] = [
            {"file": str(mistake.file), "line": mistake.line, "text": mistake.text}
            for mistake in error.mistakes
        ]
    except MockviewError as error:
        report["mistakes"] = [{"file": report["file"], "line": None, "text": str(error)}]
    else:
        bare = [question for question in known if question not in samples]
        if samples and bare:
            report["weaknesses"].append(f"no sample answer: {', '.join(bare)}")
    return report


def _judged(loaded: QuestionSet) -> list[str]:
    """What only a judge of meaning sees; nothing where there is none."""
    from simulator.judge import JudgeError, reader
    from simulator.measures.weak_points import weak_points

    try:
        judge = reader.load()
    except JudgeError as error:
        click.echo(f"Not looked at by the judge of meaning: {error}", err=True)
        return []
    return [told for question in loaded.questions for told in weak_points(question, judge)]


def _tell(report: dict[str, Any]) -> None:
    for mistake in report["mistakes"]:
        place = (mistake["file"], *([mistake["line"]] if mistake["line"] else []))
        click.echo(f"{':'.join(map(str, place))}: {mistake['text']}", err=True)
    if not report["mistakes"]:
        click.echo(f"{report['file']}: good")
    for weakness in report["weaknesses"]:
        click.echo(f"  could be better: {weakness}")


@sets.command("try", short_help="See which points an answer makes.")
@click.argument("name", metavar="SET")
@click.argument("question_id", metavar="QUESTION")
@click.argument("text", metavar="[ANSWER]", required=False)
@json_option
def try_(name: str, question_id: str, text: str | None, as_json: bool) -> None:
    """Type an ANSWER to QUESTION of SET, and see at once which talking points it makes.

    Without ANSWER it is read from the keyboard, or is all that is piped in.
    """
    from simulator.archive import documents
    from simulator.assessment import assess_text
    from simulator.cli.standards import own
    from simulator.judge import reader
    from simulator.questions.choosing import choose
    from simulator.review import pages, printing

    loaded = find().question_sets().load(name)
    (question,) = choose(loaded, question_ids=[question_id])
    if text is None:
        if sys.stdin.isatty():
            click.echo(f"{question.ask}\nType the answer; an empty line ends it.", err=True)
            text = " ".join(iter(lambda: sys.stdin.readline().strip(), ""))
        else:
            text = " ".join(sys.stdin.read(MOST_PIPED).split())
    if not text.strip():
        raise MockviewError("There is no answer to try.", "Type one, or give it after QUESTION.")
    made = assess_text(
        text, question,
        judge=reader.load(), standards=own(find().settings), language=loaded.language,
    )  # fmt: skip
    if as_json:
        found = documents.scored_document(made, question=question.id, source=None)
        click.echo(documents.as_text(documents.scored_documents([found])), nl=False)
    else:
        printing.show(pages.assessment_page(made))


@sets.command()
@click.argument("name")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
    help="The file to write. [default: NAME.yaml]",
)  # fmt: skip
def new(name: str, output: Path | None) -> None:
    """Begin a set of your own: a small one that works, with comments.

    NAME is up to 64 small letters, digits and hyphens.
    """
    from simulator.questions.starter import starter

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or len(name) > LONGEST_NAME:
        raise MockviewError(
            f"'{name}' cannot be the name of a set.",
            f"Use up to {LONGEST_NAME} small letters, digits and hyphens: customer-service",
        )
    file = output or Path(f"{name}.yaml")
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(starter(name, str(file)))
    except FileExistsError as error:
        raise MockviewError(f"{file} is there already.", "Choose another name, or -o.") from error
    except OSError as error:
        raise MockviewError(
            f"{file} cannot be written: {error.strerror}.", "Choose another place with -o."
        ) from error
    click.echo(f"Wrote {file}. Change it, then: {command('sets', 'check', str(file))}")


@sets.command()
def schema() -> None:
    """Print the JSON Schema of a question set, for editors."""
    from simulator.questions.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
