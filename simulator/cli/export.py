"""`mockview export`: an interview for other tools."""

from pathlib import Path

import click

from simulator.cli import output_file, surroundings
from simulator.cli.surroundings import recordings_option


@click.command()
@click.argument("session", default="latest")
@click.option(
    "--to", type=click.Choice(["json", "csv", "md", "vtt"]), required=True,
    help="json: as mockview review --json; csv: one row an answer; md: Markdown; vtt: captions "
    "(WebVTT).",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; left out, or '-': print it.",
)  # fmt: skip
@recordings_option
def export(session: str, to: str, output: Path | None, recordings: str | None) -> None:
    """Export an interview for other tools.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest' (the default).
    """
    from simulator.review.exporting import exported

    stored = surroundings.find({"recordings": recordings}).archive.load(session)
    text = exported(stored.session, to)
    if output is None or str(output) == output_file.STDOUT:
        click.echo(text, nl=False)
    else:
        output_file.write(output, text)
        click.echo(f"Wrote {click.format_filename(output)}.", err=True)
