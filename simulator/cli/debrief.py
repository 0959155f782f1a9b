"""`mockview debrief`: what to bring up this time."""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from simulator.archive.debrief import Debrief, debrief_document, read_debrief, write_debrief
from simulator.cli.surroundings import Surroundings, find
from simulator.errors import MockviewError

NOTHING = MockviewError("Nothing is kept yet.", "Tell what to bring up with: mockview debrief")
HEADINGS = {
    "unsaid": "Left unsaid",
    "short": "Came too short",
    "idea": "Your idea",
    "pitch": "Your last words",
    "pay": "Your range for pay",
}
NO_RANGE = "That names no range yet: a lower and an upper figure."


@click.command()
@click.option("--typed", is_flag=True, help="Type the answers.")
@click.option("--show", is_flag=True, help="Show what is kept, and ask nothing.")
@click.option("--forget", is_flag=True, help="Remove what is kept, for good.")
@click.option("--voice", metavar="ENGINE", help="auto, neural, pyttsx3 or silent.")
@click.option("--model", metavar="NAME|DIR", help="The speech model; see: mockview models list.")
@click.option(
    "--auto-stop", type=click.FloatRange(0.5, 60), metavar="SECONDS",
    help="End an answer after so much silence.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print what is kept as one JSON document.")
@click.pass_context
def debrief(ctx: click.Context, /, **flags: Any) -> None:
    """Tell what the first interview left unsaid; it is listened for next time.

    Five questions, aloud or typed: what was left unsaid, what came too short, your idea, your last
    words, and your range for pay. What you say is kept as text on this computer, for you alone.
    """
    if flags["show"] and flags["forget"]:
        raise click.UsageError("--show and --forget do not go together.", ctx)
    around = find({"voice": flags["voice"], "model": flags["model"]})
    file = around.places.debrief
    if flags["forget"]:
        file.unlink(missing_ok=True)
        click.echo("Forgotten.", err=flags["as_json"])
        return
    if flags["show"]:
        kept = read_debrief(file)
        if kept is None:
            raise NOTHING
    else:
        with ExitStack() as stack:
            kept = _ask(around, flags, stack)
        if kept.entries:
            write_debrief(file, kept)
    _report(kept, file, as_json=flags["as_json"])


def _ask(around: Surroundings, flags: dict[str, Any], stack: ExitStack) -> Debrief:
    """Wires voice, ears and screen as an interview does; the sound is thrown away at the end."""
    from simulator.assessment.process import ProcessAssessor
    from simulator.cli import stage
    from simulator.cli.run import SystemClock
    from simulator.cli.screen import KEYS, TerminalScreen
    from simulator.interview.debriefing import Debriefing
    from simulator.interview.typing import COMMANDS
    from simulator.review.printing import console
    from simulator.terminal import NoKeyboard, open_keyboard
    from simulator.transcription import models

    typed = flags["typed"]
    model = None
    if not typed:
        model = models.find(
            around.settings.model, pulled=around.places.models, cache=around.places.cache
        )
    engine, _ = stage.voice(around)
    screen = TerminalScreen(
        console(sys.stderr if flags["as_json"] else sys.stdout), keys=COMMANDS if typed else KEYS
    )
    stack.callback(screen.close)
    keyboard = NoKeyboard() if typed else stack.enter_context(open_keyboard())
    microphone = None
    if not typed:
        live = stage.answers((), around, lambda _: {}, engine)
        microphone = live.spoken(())
    speaker = stage.loudspeaker(around, screen, silent=False)
    speaking = stage.mouth(engine, speaker, keyboard, screen, stack)
    assessor = ProcessAssessor(model)
    stack.callback(assessor.close)
    if microphone is None:
        screen.notice(COMMANDS)
        candidate = stage.typing_candidate(speaking)
    else:
        candidate = stage.candidate(
            microphone, keyboard, screen, speaking, auto_stop_s=flags["auto_stop"], keys=True
        )
    return Debriefing(
        mouth=speaking,
        candidate=candidate,
        assessor=assessor,
        screen=screen,
        clock=SystemClock(),
        folder=Path(stack.enter_context(tempfile.TemporaryDirectory())),
    ).conduct()


def _report(kept: Debrief, file: Path, *, as_json: bool) -> None:
    import json

    from simulator.review.plain import plain

    if as_json:
        click.echo(json.dumps(debrief_document(kept), indent=2, ensure_ascii=False))
        return
    for entry in kept.entries:
        click.echo(f"\n{HEADINGS[entry.kind]}:\n  {plain(entry.text)}")
        if entry.kind == "pay" and not entry.has_range:
            click.echo(f"  {NO_RANGE}")
    if kept.entries:
        click.echo(f"\nKept in {file}. It is listened for in your next interview.")
    else:
        click.echo("\nNothing was said, so nothing is kept.")
