"""`mockview debrief`: what to bring up this time."""

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.archive import ArchiveError
from simulator.archive.debrief import (
    DamagedDebriefError,
    Debrief,
    debrief_document,
    forget,
    read_debrief,
    set_aside,
    write_debrief,
)
from simulator.archive.debrief_sound import sound_folder
from simulator.cli.surroundings import (
    Surroundings,
    auto_stop_option,
    find,
    model_option,
    voice_option,
)
from simulator.errors import MockviewError

if TYPE_CHECKING:
    from simulator.interview import Candidate

NOTHING = MockviewError("Nothing is kept yet.", "Say what to bring up with: mockview debrief")
HEADINGS = {
    "unsaid": "Left unsaid",
    "short": "Came too short",
    "idea": "Your idea",
    "pitch": "Your last words",
    "pay": "Your range for pay",
}
NO_RANGE = "That names no range yet: a lower and an upper figure."
FORGOTTEN = (
    "Removed. Interviews that listened for it still show the first 80 characters of each point; "
    "remove such an interview with: mockview delete SESSION"
)
GO_ON = "go on with: mockview debrief"
KEPT = f"What you told so far is kept; {GO_ON}"


@click.command()
@click.option("--typed", is_flag=True, help="Type the answers.")
@click.option("--show", is_flag=True, help="Show what is kept, and ask nothing.")
@click.option(
    "--forget", is_flag=True,
    help="Remove what is kept. Interviews that listened for it keep the beginning of each point, "
    "80 characters at most.",
)  # fmt: skip
@voice_option
@model_option
@auto_stop_option("an answer")
@click.option("--json", "as_json", is_flag=True, help="Print what is kept as one JSON document.")
@click.pass_context
def debrief(ctx: click.Context, /, **flags: Any) -> None:
    """Say what your first interview left unsaid; every interview from now on listens for it.

    Five questions, aloud or typed: what was left unsaid, what came too short, your idea, your last
    words, and your range for pay. What you say is kept as text on this computer, for you alone,
    after each answer. One that was stopped goes on with the questions that are left; one that was
    complete asks them all again, and what you skip stays as it was.
    """
    if flags["show"] and flags["forget"]:
        raise click.UsageError("--show and --forget do not go together.", ctx)
    # Recordings are named so that what a killed program left is put in order first.
    around = find({"voice": flags["voice"], "model": flags["model"], "recordings": None})
    file = around.places.debrief
    if flags["forget"]:
        with sound_folder(file):  # the sound of one that was killed goes with it
            kept_any = forget(file)
        click.echo(FORGOTTEN if kept_any else "Nothing was kept.", err=flags["as_json"])
        return
    if flags["show"]:
        kept = read_debrief(file)
        if kept is None or not (kept.entries or kept.left):
            raise NOTHING
    else:
        kept = _conducted(ctx, around, flags)
    _report(kept, file, as_json=flags["as_json"])


def _conducted(ctx: click.Context, around: Surroundings, flags: dict[str, Any]) -> Debrief:
    """Asks, and says what is kept where that ends early."""
    from simulator.cli.main import INTERRUPTED

    file = around.places.debrief
    with sound_folder(file) as folder:
        before = _before(file)
        try:
            with ExitStack() as stack:
                kept = _ask(around, flags, folder, stack, before)
        except KeyboardInterrupt:
            told = KEPT if _told(file, before) else "Nothing new was told."
            click.echo(f"\nStopped. {told}", err=True)
            ctx.exit(INTERRUPTED)
        except MockviewError:
            if _told(file, before):
                click.echo(KEPT, err=True)
            raise
        if not (kept.entries or kept.left):
            file.unlink(missing_ok=True)
    return kept


def _before(file: Path) -> Debrief | None:
    """What was kept before. One that is damaged is moved out of the way, and told of.

    Raises `ArchiveError` for one that would be lost if this debrief wrote in its place.
    """
    try:
        return read_debrief(file)
    except DamagedDebriefError:
        aside = set_aside(file)
    told = f"What you kept in {file} is damaged: it is now {aside}, and this debrief starts anew."
    click.echo(told, err=True)
    return None


def _told(file: Path, before: Debrief | None) -> bool:
    """Whether something was told by the time a debrief ended early."""
    try:
        return read_debrief(file) not in (None, before)
    except ArchiveError:  # the disk fails: what ended the debrief tells of it
        return False


def _ask(
    around: Surroundings,
    flags: dict[str, Any],
    folder: Path,
    stack: ExitStack,
    before: Debrief | None,
) -> Debrief:
    """Wires voice, ears and screen as an interview does; sound goes to `folder`."""
    from simulator.assessment.process import ProcessAssessor
    from simulator.cli import stage
    from simulator.cli.clock import SystemClock
    from simulator.cli.screen import KEYS, TerminalScreen
    from simulator.interview.debriefing import Debriefing
    from simulator.interview.steady import SteadyCandidate
    from simulator.interview.typing import COMMANDS
    from simulator.review.printing import console
    from simulator.terminal import NoKeyboard, open_keyboard

    typed, auto_stop_s = flags["typed"], flags["auto_stop"]
    model = None if typed else around.speech_model()
    engine, _ = stage.voice(around)
    screen = TerminalScreen(
        console(sys.stderr if flags["as_json"] else sys.stdout), keys=COMMANDS if typed else KEYS
    )
    stack.callback(screen.close)
    keyboard = NoKeyboard() if typed else stack.enter_context(open_keyboard())
    microphone = None
    if not typed:
        microphone = stage.answers((), around, lambda _: {}, engine).spoken(())
    speaker = stage.loudspeaker(around, screen, silent=False)
    speaking = stage.mouth(engine, speaker, keyboard, screen, stack)
    assessor = ProcessAssessor(model)
    stack.callback(assessor.close)
    typing: Callable[[], Candidate] | None = None
    if microphone is None:
        screen.notice(COMMANDS)
        candidate = stage.typing_candidate(speaking)
    else:
        keys = not isinstance(keyboard, NoKeyboard)
        candidate = stage.candidate(
            microphone, keyboard, screen, speaking, auto_stop_s=auto_stop_s, keys=keys
        )
        if keys:
            ways = stage.OtherWays(keyboard, screen, speaking, auto_stop_s)
            candidate, typing = SteadyCandidate(candidate, ways, keyboard, screen), ways.typing
    return Debriefing(
        mouth=speaking,
        candidate=candidate,
        assessor=assessor,
        screen=screen,
        clock=SystemClock(),
        folder=folder,
        keep=lambda kept: write_debrief(around.places.debrief, kept),
        typing=typing,
    ).conduct(before)


def _report(kept: Debrief, file: Path, *, as_json: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from simulator.review.plain import plain
    from simulator.review.printing import show

    if as_json:
        click.echo(json.dumps(debrief_document(kept), indent=2, ensure_ascii=False))
        return
    for entry in kept.entries:
        click.echo(f"\n{HEADINGS[entry.kind]}:")
        told = [entry.text]
        if entry.kind == "pay" and not entry.has_range:
            told.append(NO_RANGE)
        for text in told:
            show(Padding.indent(Text(plain(text)), 2))
    if kept.entries:
        click.echo(f"\nKept in {file}. It is listened for from your next interview on.")
    else:
        click.echo("\nNothing was said, so nothing is kept.")
    if kept.left:
        questions = "1 question is" if len(kept.left) == 1 else f"{len(kept.left)} questions are"
        click.echo(f"{questions} left; {GO_ON}")
