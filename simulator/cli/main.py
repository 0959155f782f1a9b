"""The front door: finds the command, runs it, and turns errors into sentences and exit statuses."""

import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from simulator.errors import MockviewError, did_you_mean

DONE, EXPECTED, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130

COMMANDS: dict[str, tuple[str, str]] = {
    # name: (module of simulator.cli, one line for --help). Modules are imported when called, so
    # that `mockview --help` answers at once; a test holds these lines to the commands' own.
    "run": ("run", "Sit an interview: asked aloud, answered aloud, scored."),
    "debrief": (
        "debrief",
        "Tell what the first interview left unsaid; it is listened for next time.",
    ),
    "sessions": ("look_back", "List past interviews."),
    "review": ("look_back", "Show transcripts, measures and scores of an interview."),
    "replay": ("look_back", "Listen to an interview again."),
    "score": ("score", "Measure and score recordings or transcripts made elsewhere."),
    "sets": ("sets", "List, show, check and start question sets."),
    "models": ("models", "List speech models, say where one is, or fetch one."),
    "doctor": ("doctor", "Check that this computer can speak, listen and transcribe."),
    "delete": ("removal", "Remove one interview for good."),
    "purge": ("removal", "Remove all interviews for good."),
}


class Commands(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"simulator.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 (tells the type checker)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            raise click.UsageError(
                f"There is no command '{args[0]}'. {did_you_mean(args[0], list(COMMANDS))}", ctx
            )
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mockview", prog_name="mockview")
def mockview() -> None:
    """A mock second interview on your own computer.

    Asked aloud, answered aloud, transcribed and scored. Nothing leaves this machine.
    Start with: mockview run --role manager
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit status."""
    try:
        status = mockview.main(
            args=None if arguments is None else list(arguments),
            prog_name="mockview",
            standalone_mode=False,
        )
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.UsageError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        error.show()
        return EXPECTED
    except MockviewError as error:
        click.echo(f"mockview: {error}", err=True)
        return EXPECTED
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nStopped. What was recorded is kept.", err=True)
        return INTERRUPTED
    except Exception as error:
        return _bug(error)
    return status if isinstance(status, int) else DONE  # click gives back what ctx.exit was told


def _bug(error: Exception) -> int:
    """Writes the traceback to a log and says where it is."""
    from simulator.cli import crash_log

    file = crash_log.write(error)
    click.echo(
        f"mockview: this is a bug in mockview ({type(error).__name__}). "
        f"What happened is in {file}; please report it with that file.",
        err=True,
    )
    return BUG


def main() -> NoReturn:
    sys.exit(run())
