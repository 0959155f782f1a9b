"""At the start of a command: puts in order what a killed program left, and says what it found."""

import tempfile
from pathlib import Path

import click

from simulator import folders
from simulator.archive import Archive, Mended
from simulator.archive.debrief_sound import sweep_sound
from simulator.places import Places
from simulator.review.plain import clock, plain
from simulator.suggesting import command

LEFT_S = 600.0
"""A temporary file that nobody has touched for so long is nobody's: none is needed for longer."""
TEMPORARY_FOLDERS = ".mockview-*-????????"
"""What `voice.pyttsx3` and `doctor` make; hidden, so that nobody's own folder is called so."""


def put_in_order(archive: Archive, places: Places, recordings: str | None = None) -> None:
    """Mends interrupted interviews, removes temporary files, and tells of it on stderr."""
    for mended in archive.mend():
        click.echo(sentence(mended, recordings), err=True)
    folders.sweep(Path(tempfile.gettempdir()), TEMPORARY_FOLDERS, older_than_s=LEFT_S)
    folders.sweep(places.cache / "voice", "*.new", older_than_s=LEFT_S)
    folders.sweep(places.cache / "models", ".joining-*", older_than_s=LEFT_S)
    folders.sweep(places.models, ".pulling-*", older_than_s=24 * 3600)
    sweep_sound(places.debrief)


def sentence(mended: Mended, recordings: str | None = None) -> str:
    """What was found of one interview, and what to do with it; `recordings` as it was named."""
    name = plain(mended.session_id)
    if mended.trouble is not None:
        return f"The interview {name} was interrupted and stays as it is. {mended.trouble}"
    answers = "1 answer is" if mended.answers == 1 else f"{mended.answers} answers are"
    kept = f"{answers} kept." if mended.answers else "Nothing had been answered yet."
    if mended.broke_off_s is not None:
        kept += f" The last one broke off after {clock(mended.broke_off_s)}."
    told = f"The interview {name} was interrupted. {kept}"
    if mended.left:
        told += f" Go on with: {command('resume', name, recordings=recordings)}"
    return told
