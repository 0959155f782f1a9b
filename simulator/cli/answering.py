"""What `run`, `resume`, `retake` and `drill` have in common: how one answers, and through what."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from simulator.cli import stage
from simulator.cli.surroundings import (
    Command,
    Surroundings,
    auto_stop_option,
    find,
    hide_scores_option,
    model_option,
    recordings_option,
    voice_option,
)

if TYPE_CHECKING:
    from simulator.terminal import Keyboard

SETTINGS = (
    "voice", "model", "role", "input_device", "output_device", "recordings", "hide_scores",
)  # fmt: skip
"""Flags that stand in for settings, where a command has them."""


role_option = click.option(
    "--role",
    help="What you apply for, one of the set's roles (second-interview: manager, contributor). "
    "[default: the setting role, else questions for every role]",
)


def answering_options(*, answers: str, typed: str, of: str) -> Callable[[Command], Command]:
    """The flags. `answers` and `typed` are their help; `of` says which answer a silence ends."""
    options = (
        voice_option,
        model_option,
        click.option("--answers", multiple=True, metavar="PATH", help=answers),
        click.option("--typed", is_flag=True, help=typed),
        auto_stop_option(of),
        click.option(
            "--input", "input_device", metavar="DEVICE",
            help="The microphone, by name or number (see mockview doctor); remembered.",
        ),
        click.option(
            "--output", "output_device", metavar="DEVICE",
            help="The loudspeaker, by name or number (see mockview doctor); remembered.",
        ),
        hide_scores_option,
        recordings_option,
        click.option(
            "--no-input", is_flag=True,
            help="Never wait for a key: --auto-stop ends an answer, or "
            f"{stage.NOBODY_PRESSES_AUTO_STOP_S:.0f} seconds of silence; a question that nobody "
            f"answers is over after {stage.NOBODY_PRESSES_GIVE_UP_S:.0f}. With --answers the "
            "interviewers are not heard.",
        ),
    )  # fmt: skip

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def surroundings_for(flags: dict[str, Any], given: Sequence[str]) -> Surroundings:
    """The surroundings as the flags want them; `given` are the answers on the command line.

    Raises `click.UsageError` where answers are to be typed and are recordings.
    """
    if flags["typed"] and given and not stage.is_script(given):
        raise click.UsageError(
            "--typed does not go with recordings. Leave out --typed or --answers."
        )
    return find({name: flags[name] for name in SETTINGS if name in flags})


def remember_devices(surroundings: Surroundings, flags: dict[str, Any]) -> None:
    """A device that was named is the usual one from now on. An unknown one is told."""
    from simulator import settings
    from simulator.audio import devices

    for name, kind in (("input_device", "input"), ("output_device", "output")):
        if flags[name] is not None:
            devices.find(kind, flags[name])  # type: ignore[arg-type]
            settings.remember(surroundings.places.settings_file, name, flags[name])


def kept_advice(surroundings: Surroundings, session_id: str) -> str:
    """What to do about an answer of an interview that could not be assessed."""
    return (
        "The answer is kept; measure it later with: "
        f"{surroundings.lasting_command('review', session_id, '--rescore')}"
    )


def keyboard(flags: dict[str, Any], stack: ExitStack) -> "Keyboard":
    """The keys of the terminal, given back when `stack` closes; none where none are to be used."""
    from simulator.terminal import NoKeyboard, open_keyboard

    if flags["no_input"] or flags["typed"]:
        return NoKeyboard()
    return stack.enter_context(open_keyboard())
