"""`sessions`, `review`, `replay`: looking back at past interviews."""

import sys
from functools import cache
from typing import TYPE_CHECKING

import click

from simulator.archive import StoredSession
from simulator.cli import surroundings
from simulator.cli.surroundings import Surroundings, hide_scores_option, recordings_option

if TYPE_CHECKING:
    from simulator.questions import Interviewer
    from simulator.review.replay_parts import Speak
    from simulator.sound import Sound
    from simulator.voice import VoiceEngine

NEWEST = 20


@click.command()
@click.option("--all", "everything", is_flag=True, help=f"All, not only the newest {NEWEST}.")
@click.option("--json", "as_json", is_flag=True, help="Print all of them as one JSON document.")
@hide_scores_option
@recordings_option
def sessions(
    everything: bool, as_json: bool, hide_scores: bool | None, recordings: str | None
) -> None:
    """List past interviews."""
    from simulator.review import printing, session_list

    found = surroundings.find({"recordings": recordings, "hide_scores": hide_scores})
    listing = found.archive.listing(None if everything or as_json else NEWEST)
    if as_json:
        click.echo(session_list.listing_json(listing), nl=False)
    else:
        width = printing.console().width if sys.stdout.isatty() else None
        scores = not found.settings.hide_scores
        lines = session_list.session_lines(listing, width, scores=scores, suggest=found.command)
        click.echo("\n".join(lines))
    for line in session_list.trouble_lines(listing):
        click.echo(line, err=True)


@click.command()
@click.argument("session", default="latest")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the interview with its answers as one JSON document.",
)
@click.option(
    "--rescore", is_flag=True, help="Measure again from the kept sound; your own marks stay."
)
@click.option(
    "--model", metavar="NAME|DIR", help="The speech model for --rescore; see: mockview models list."
)
@hide_scores_option
@recordings_option
@click.pass_context
def review(
    ctx: click.Context,
    *,
    session: str,
    as_json: bool,
    rescore: bool,
    model: str | None,
    hide_scores: bool | None,
    recordings: str | None,
) -> None:
    """Show transcripts, measures and scores of an interview.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest' (the default).
    """
    if model is not None and not rescore:
        raise click.UsageError(
            "--model goes with --rescore: add --rescore, or leave out --model.", ctx
        )
    found = surroundings.find(
        {"recordings": recordings, "model": model, "hide_scores": hide_scores}
    )
    stored = found.archive.load(session)
    failed = False
    if rescore:
        from simulator.cli.rescoring import rescored

        with found.archive.hold(stored.session.id):
            stored, failed = rescored(found, found.archive.load(stored.session.id))
    _show(found, stored, as_json=as_json)
    if rescore:
        from simulator.cli.report import written_anew

        page = written_anew(found, stored)
        if page:
            click.echo(page, err=as_json)
    if failed:
        ctx.exit(1)


def _show(found: Surroundings, stored: StoredSession, *, as_json: bool) -> None:
    if as_json:
        from simulator.review.exporting import session_json

        click.echo(session_json(stored.session), nl=False)
        return
    from simulator.cli.session_screen import show_session
    from simulator.review.plain import plain

    show_session(found, stored)
    click.echo(f"\nIn {plain(str(stored.folder))}")


@click.command()
@click.argument("session", default="latest")
@click.argument("answer", required=False)
@click.option("--voice", metavar="ENGINE", help="Who speaks the questions; 'silent': captions.")
@click.option("--no-input", is_flag=True, help="Play to the end and wait for no key.")
@recordings_option
def replay(
    session: str,
    answer: str | None,
    voice: str | None,
    no_input: bool,
    recordings: str | None,
) -> None:
    """Listen to an interview again.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest' (the default). ANSWER is the number of an answer or the id of a question; left out, the
    whole interview is heard. Keys: space pauses, left and right go 5 seconds, up and down make it
    faster and slower, f goes to the next filler, n to the next part, b back, r plays it again, q
    quits.
    """
    found = surroundings.find({"recordings": recordings, "voice": voice})
    stored = found.archive.load(session)

    from simulator.audio.files import read
    from simulator.audio.loudspeaker import DeviceLoudspeaker
    from simulator.audio.tempo import at_tempo
    from simulator.review.printing import console
    from simulator.review.replay import Player, play_through
    from simulator.review.replay_parts import parts_of
    from simulator.review.replay_screen import ReplayScreen
    from simulator.terminal import NoKeyboard, open_keyboard

    parts = parts_of(stored, read=read, speak=_interviewers_voice(found), answer=answer)
    player = Player(parts, DeviceLoudspeaker(found.settings.output_device), at_tempo)
    terminal = console()
    with open_keyboard() as keyboard:
        keys = NoKeyboard() if no_input else keyboard
        moving = not isinstance(keys, NoKeyboard) and sys.stdout.isatty()
        styled = moving and not (terminal.no_color or terminal.is_dumb_terminal)
        screen = ReplayScreen(sys.stdout, moving=moving, styled=styled)
        try:
            play_through(player, keys, screen.show)
        finally:
            screen.close()


def _interviewers_voice(found: Surroundings) -> "Speak | None":
    """Who speaks the questions; loaded when the first one is heard. None for captions alone.

    Raises `VoiceError` for a voice that does not work here.
    """
    from simulator.voice import Utterance, choosing
    from simulator.voice.cache import CachedVoice

    name = choosing.choose(found.settings.voice, choosing.probe_all())
    if name == "silent":
        return None

    @cache
    def engine() -> "VoiceEngine":
        return CachedVoice(choosing.load(name), found.places.cache / "voice")

    def speak(text: str, person: "Interviewer") -> "Sound":
        return engine().synthesise(Utterance(text, person))

    return speak
