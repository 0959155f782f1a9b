"""`mockview report`, and the page that other commands write when they have changed something."""

import os
from dataclasses import replace
from pathlib import Path

import click

from simulator.archive import StoredSession
from simulator.cli import output_file, surroundings
from simulator.cli.practising import practising, set_of
from simulator.cli.standards import own
from simulator.cli.surroundings import Surroundings, hide_scores_option, recordings_option
from simulator.errors import MockviewError
from simulator.report import REPORT_FILE, PageWish, hides_scores, write_report
from simulator.report.writing import report as page_of


@click.command()
@click.argument("session", default="latest")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; left out: report.html beside the recordings.",
)  # fmt: skip
@hide_scores_option
@recordings_option
def report(
    session: str, output: Path | None, hide_scores: bool | None, recordings: str | None
) -> None:
    """Make one HTML page of an interview, with its sound inside.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest' (the default). The page needs nothing but a browser and asks the network for nothing.
    It holds your voice: think before you share it.
    """
    around = surroundings.find({"recordings": recordings, "hide_scores": hide_scores})
    stored = around.archive.load(session)
    wish = _wish(around, stored)
    if output is None:
        file = write_report(around.archive, stored, wish)
    else:
        file = output
        output_file.write(file, page_of(around.archive, stored, wish))
    click.echo(_where(file, stored))


def written(around: Surroundings, stored: StoredSession) -> str:
    """Writes the page and says where it is, or why there is none; "" where nothing was asked."""
    if not stored.session.answers:
        return ""
    try:
        file = write_report(around.archive, stored, _wish(around, stored))
    except MockviewError as error:
        return f"No page was made of it: {error}"
    return _where(file, stored)


def written_anew(around: Surroundings, stored: StoredSession) -> str:
    """Writes the page again after the session has changed, and says so, or why it stays as it was.

    "" for a session that has no page. One without scores stays without.
    """
    page = stored.folder / REPORT_FILE
    if not page.is_file():
        return ""
    wish = _wish(around, stored)
    try:
        hidden = wish.hide_scores or hides_scores(page)
        file = write_report(around.archive, stored, replace(wish, hide_scores=hidden))
    except MockviewError as error:
        return f"The page of the interview is as it was before: {error}"
    return f"The page of the interview is written anew. {_where(file, stored)}"


def _wish(around: Surroundings, stored: StoredSession) -> PageWish:
    """The page as the user's settings and the session's question set want it."""
    asked = set_of(around, stored.session)
    return PageWish(
        () if asked is None else asked.sections,
        own(around.settings).targets,
        around.settings.hide_scores,
        practising(stored.session, lambda: asked, around.lasting_command),
    )


def _where(file: Path, stored: StoredSession) -> str:
    """The line that says where a page is and what is in it."""
    try:
        shown = os.path.relpath(file)
    except ValueError:  # another drive
        shown = str(file)
    name = click.format_filename(shown)
    if any(answer.sound for answer in stored.session.answers):
        return f"To see and hear: {name} (it holds your voice: share it with care)"
    return f"To see: {name} (it holds your answers: share it with care)"
