"""What every command stands in: the settings, the places, the archive of past interviews."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from simulator import places, settings
from simulator.archive import Archive
from simulator.cli import interrupted
from simulator.places import Places
from simulator.settings import Settings
from simulator.suggesting import command

if TYPE_CHECKING:
    from simulator.questions.library import Library
    from simulator.transcription.models import Model

Command = TypeVar("Command", bound=Callable[..., Any])

voice_option = click.option(
    "--voice", metavar="ENGINE",
    help="Who speaks: neural, pyttsx3 (the system's voices), silent (captions only), or auto, the "
    "best of these that works here. [default: auto, or the setting voice]",
)  # fmt: skip
model_option = click.option(
    "--model", metavar="NAME|DIR",
    help="The speech model; see: mockview models list. [default: base, or the setting model]",
)  # fmt: skip
recordings_option = click.option(
    "--recordings", metavar="DIR",
    help="Where interviews are kept. [default: where mockview doctor says]",
)  # fmt: skip
hide_scores_option = click.option(
    "--hide-scores/--show-scores", default=None,
    help="Leave out scores and measures, or show them. For good: hide_scores = true in the "
    "settings file (mockview doctor says where). [default: show]",
)  # fmt: skip


def auto_stop_option(of: str) -> Callable[[Command], Command]:
    """`of` says which answer a silence ends."""
    return click.option(
        "--auto-stop", type=click.FloatRange(0.5, 60), metavar="SECONDS",
        help=f"End {of} after so much silence. [default: off]",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Found once by a command (`find`) and handed on."""

    settings: Settings
    places: Places
    archive: Archive
    recordings_flag: str | None = None

    def question_sets(self) -> "Library":
        """The user's own sets before the built-in ones: theirs may take a built-in one's name."""
        from simulator.questions import library

        return library.of((self.places.user_sets, self.places.built_in_sets))

    def speech_model(self, name: str | None = None) -> "Model":
        """The speech model of that name, else the one that is set.

        Raises `MockviewError` where it is not on this computer.
        """
        from simulator.transcription import models

        wanted = self.settings.model if name is None else name
        return models.find(wanted, pulled=self.places.models, cache=self.places.cache)

    def command(self, *words: str) -> str:
        """A command line to go on with, about the same recordings."""
        return command(*words, recordings=self.recordings_flag)

    def lasting_command(self, *words: str) -> str:
        """The same for what is read later: right from whichever folder it is typed in."""
        named = None if self.recordings_flag is None else places.told_from_home(self.archive.folder)
        return command(*words, recordings=named)


def find(
    flags: Mapping[str, Any] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    working_folder: Path | None = None,
) -> Surroundings:
    """Settles where and how this run of the program works.

    `flags` are named like the fields of `Settings`; None counts as not given. The recordings are
    where the flag, the environment or the settings file says, else where `places` finds them.
    A command that works with past interviews names `recordings`, if only as None: what a killed
    program left there is then put in order first. Raises `MockviewError`.
    """
    environment = os.environ if environment is None else environment
    working_folder = working_folder or places.here()
    found = places.find(environment, working_folder)
    chosen = settings.load(found.settings_file, environment, flags or {})
    recordings = found.recordings
    if chosen.recordings is not None:
        recordings = working_folder / places.at_home(Path(chosen.recordings))
    named = (flags or {}).get("recordings")
    archive = Archive(recordings, partial(command, recordings=named))
    if flags is not None and "recordings" in flags:
        interrupted.put_in_order(archive, found, named)
    return Surroundings(chosen, found, archive, named)
