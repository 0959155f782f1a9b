"""`mockview trend`: progress over time."""

from pathlib import Path

import click

from simulator.cli import surroundings
from simulator.cli.surroundings import recordings_option


@click.command()
@click.option("--all", "everything", is_flag=True, help="All best takes, not only the weakest few.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write a page with charts instead of printing.",
)
@recordings_option
def trend(everything: bool, as_json: bool, html: Path | None, recordings: str | None) -> None:
    """See how practice goes over time: scores, fillers, pace, what was covered, best takes."""
    from simulator.review.session_list import trouble_lines
    from simulator.review.trend import trend_of

    found = surroundings.find({"recordings": recordings})
    listing = found.archive.listing()
    for line in trouble_lines(listing):
        click.echo(line, err=True)
    made = trend_of(listing.sessions)
    if html is not None:
        from simulator.cli import output_file
        from simulator.cli.standards import own
        from simulator.review.trend_html import trend_html

        targets = own(found.settings).targets
        page = trend_html(
            made,
            pace_wpm=targets.pace_wpm,
            fillers_per_minute=targets.fillers_unnoticed,
            suggest=found.lasting_command,
        )
        output_file.write(html, page)
        click.echo(f"Wrote {click.format_filename(html)}.", err=True)
    if as_json:
        from simulator.review.trend_document import trend_json

        click.echo(trend_json(made), nl=False)
    elif html is None:
        from simulator.review.printing import show
        from simulator.review.trend_screen import trend_page

        show(trend_page(made, everything=everything, suggest=found.command))
