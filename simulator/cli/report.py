"""`mockview report`, and the page that `mockview run` writes at its end."""

import os
from dataclasses import replace
from pathlib import Path

import click

from simulator.archive import StoredSession
from simulator.cli import output_file, surroundings
from simulator.cli.standards import own
from simulator.cli.surroundings import Surroundings, recordings_option
from simulator.errors import MockviewError
from simulator.questions import Section, library
from simulator.report import PageWish, write_report
from simulator.report.writing import report as page_of


@click.command()
@click.argument("session", default="latest")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; left out: report.html beside the recordings.",
)  # fmt: skip
@click.option("--hide-scores", is_flag=True, help="Leave out points and numbers.")
@recordings_option
def report(session: str, output: Path | None, hide_scores: bool, recordings: str | None) -> None:
    """Make one HTML page of an interview, with its sound inside.

    SESSION is an id, a unique beginning of one, or 'latest' (the default). The page needs nothing
    but a browser and asks the network for nothing. It holds your voice: think before you share it.
    """
    around = surroundings.find({"recordings": recordings})
    stored = around.archive.load(session)
    wish = replace(page_wish(around, stored), hide_scores=hide_scores)
    if output is None:
        file = write_report(around.archive, stored, wish)
    else:
        file = output
        output_file.write(file, page_of(around.archive, stored, wish))
    click.echo(where(file))


def page_wish(around: Surroundings, stored: StoredSession) -> PageWish:
    """The page as the user's settings and the session's question set want it."""
    return PageWish(_sections(around, stored), own(around.settings).targets)


def where(file: Path) -> str:
    """The line that says where a page is and what is in it."""
    try:
        shown = os.path.relpath(file)
    except ValueError:  # another drive
        shown = str(file)
    return (
        f"To see and hear: {click.format_filename(shown)} (it holds your voice: share it with care)"
    )


def _sections(around: Surroundings, stored: StoredSession) -> tuple[Section, ...]:
    """The sections of the set that was asked; none where the set is gone or is another now."""
    shelf = library.of((around.places.user_sets, around.places.built_in_sets))
    try:
        found = shelf.load(stored.session.set_id)
    except MockviewError:
        return ()
    return found.sections if found.id == stored.session.set_id else ()
