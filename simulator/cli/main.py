"""The front door: finds the command, runs it, and turns errors into sentences and exit statuses."""

import importlib
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from simulator.errors import MockviewError, did_you_mean

DONE, EXPECTED, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130

RECORDING = {"run", "resume", "retake", "drill"}
"""Commands in which somebody answers."""

COMMANDS: dict[str, tuple[str, str]] = {
    # name: (module of simulator.cli, one line for --help). Modules are imported when called, so
    # that `mockview --help` answers at once; a test holds these lines to the commands' own.
    "run": ("run", "Sit an interview: asked aloud, answered aloud, scored."),
    "resume": ("resume", "Go on with an interview that was interrupted or stopped early."),
    "debrief": (
        "debrief",
        "Say what your first interview left unsaid; every interview from now on listens for it.",
    ),
    "sessions": ("look_back", "List past interviews."),
    "review": ("look_back", "Show transcripts, measures and scores of an interview."),
    "report": ("report", "Make one HTML page of an interview, with its sound inside."),
    "replay": ("look_back", "Listen to an interview again."),
    "retake": ("retake", "Answer one question of an interview again, and compare the takes."),
    "drill": (
        "drill",
        "Practise what is due: weakest and longest-not-practised questions first.",
    ),
    "trend": (
        "trend",
        "See how practice goes over time: scores, fillers, pace, what was covered, best takes.",
    ),
    "export": ("export", "Export an interview for other tools."),
    "mark": ("mark", "Correct the program's verdict on an answer."),
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
    except click.ClickException as error:
        _show(error)
        return USAGE if isinstance(error, click.UsageError) else EXPECTED
    except MockviewError as error:
        return _expected(str(error))
    except (KeyboardInterrupt, click.Abort):
        words = sys.argv[1:] if arguments is None else arguments
        kept = " What was recorded is kept." if {*words[:1]} & RECORDING else ""
        click.echo(f"\nStopped.{kept}", err=True)
        return INTERRUPTED
    except Exception as error:
        from simulator.cli import standard_streams, system_errors

        sentence = system_errors.sentence(error)
        if sentence is None:
            return _bug(error)
        standard_streams.give_up_on_full_ones()
        return _expected(sentence)
    return status if isinstance(status, int) else DONE  # click gives back what ctx.exit was told


def _show(error: click.ClickException) -> None:
    """As click does it, without anything in it that a terminal would obey."""
    from io import StringIO

    from simulator.questions.signs import harmless

    said = StringIO()
    error.show(said)
    click.echo(harmless(said.getvalue()), err=True, nl=False)


def _expected(sentence: str) -> int:
    """Says it without anything in it that a terminal would obey."""
    from simulator.questions.signs import harmless

    click.echo(f"mockview: {harmless(sentence)}", err=True)
    return EXPECTED


def _bug(error: Exception) -> int:
    """Writes the traceback to a log and says where it is."""
    from simulator.cli import crash_log

    try:
        where = f"What happened is in {crash_log.write(error)}; please report it with that file."
    except (OSError, MockviewError):
        where = "There is no place to keep what happened; please report what you did."
    click.echo(f"mockview: this is a bug in mockview ({type(error).__name__}). {where}", err=True)
    return BUG


def main() -> NoReturn:
    from simulator.cli import standard_streams

    standard_streams.open_closed_ones()
    sys.exit(run())
