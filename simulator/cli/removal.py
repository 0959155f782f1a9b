"""`delete` and `purge`: recordings removed for good, after saying what goes."""

import sys
from collections.abc import Sequence

import click

from simulator.archive import Archive, ArchiveError, Removal
from simulator.archive.debrief import kept_files
from simulator.cli import surroundings
from simulator.cli.surroundings import recordings_option
from simulator.places import Places
from simulator.review.plain import plain

yes_option = click.option("--yes", is_flag=True, help="Do not ask.")


@click.command()
@click.argument("session")
@yes_option
@recordings_option
def delete(session: str, yes: bool, recordings: str | None) -> None:
    """Remove one interview for good.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest'.
    """
    archive = surroundings.find({"recordings": recordings}).archive
    removal = archive.removal(session)
    click.echo(f"This goes for good, from {_shown(removal)}:")
    for name in removal.files:
        click.echo(f"  {name}")
    _say_what_stays([removal])
    click.echo(_sum([removal]))
    _confirm("Remove this interview?", yes=yes)
    archive.delete(removal)
    click.echo("Removed.")


@click.command()
@yes_option
@recordings_option
def purge(yes: bool, recordings: str | None) -> None:
    """Remove all interviews for good.

    What else mockview keeps (settings, what you told beforehand, caches) stays; where it lies is
    said at the end.
    """
    around = surroundings.find({"recordings": recordings})
    archive = around.archive
    removals = archive.removals()
    if not removals:
        click.echo(f"There are no interviews in {click.format_filename(archive.folder)}.")
        _say_what_else_is_kept(around.places)
        return
    click.echo(f"All of this goes for good, from {click.format_filename(archive.folder)}:")
    for removal in removals:
        click.echo(f"  {plain(removal.folder.name)}  {_counted(removal)}")
    _say_what_stays(removals)
    click.echo(_sum(removals))
    _confirm(f"Remove all {len(removals)} interviews?", yes=yes)
    _delete_all(archive, removals)
    click.echo("Removed.")
    _say_what_else_is_kept(around.places)


def _delete_all(archive: Archive, removals: Sequence[Removal]) -> None:
    """Removes what can be removed, then says what could not."""
    failures = []
    for removal in removals:
        try:
            archive.delete(removal)
        except ArchiveError as error:
            failures.append(error)
    if failures:
        raise ArchiveError(
            f"{len(failures)} of {len(removals)} interviews could not be removed. "
            f"{failures[0].what}",
            failures[0].fix,
        )


def _confirm(question: str, *, yes: bool) -> None:
    """Returns when it may be done. Raises `ArchiveError` where nobody can be asked or says no."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise ArchiveError(
            "Nothing was removed: there is no terminal to ask you on.",
            "Add --yes if you mean it.",
        )
    if not click.confirm(question, default=False):
        raise ArchiveError("Nothing was removed.")


def _say_what_stays(removals: Sequence[Removal]) -> None:
    for removal in removals:
        for name in removal.foreign:
            click.echo(f"  stays, not made by mockview: {plain(f'{removal.folder.name}/{name}')}")


def _say_what_else_is_kept(places: Places) -> None:
    """What is no interview and is there, each with its place: nobody removes it unasked."""
    told = "what you told beforehand (remove it with: mockview debrief --forget)"
    kept = (
        ("settings", places.settings_file),
        ("question sets of your own", places.user_sets),
        ("models that were fetched", places.models),
        ("sentences of the interviewers' voices, models made ready, logs", places.cache),
    )
    there = [(told, file) for file in kept_files(places.debrief)]
    there += [(what, place) for what, place in kept if place.exists()]
    if there:
        click.echo("Still there:")
    for what, place in there:
        click.echo(f"  {what}: {click.format_filename(place)}")


def _counted(removal: Removal) -> str:
    return f"{_many(removal.recordings, 'recording')}, {_many(len(removal.files), 'file')}"


def _sum(removals: Sequence[Removal]) -> str:
    recordings = sum(removal.recordings for removal in removals)
    files = sum(len(removal.files) for removal in removals)
    size_mb = sum(removal.size_bytes for removal in removals) / 1e6
    return f"Together {_many(recordings, 'recording')}, {_many(files, 'file')}, {size_mb:.1f} MB."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _shown(removal: Removal) -> str:
    return plain(str(removal.folder))
