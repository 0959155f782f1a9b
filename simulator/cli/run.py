"""`mockview run`: the interview."""

import os
import random
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator import __version__
from simulator.archive import Session, StoredSession
from simulator.cli.answering import (
    answering_options,
    keyboard,
    remember_devices,
    role_option,
    surroundings_for,
)
from simulator.cli.clock import SystemClock
from simulator.cli.sitting import Sitting
from simulator.cli.surroundings import Surroundings, find
from simulator.errors import MockviewError, closest
from simulator.questions import Interviewer, Question, QuestionSet, library
from simulator.questions.choosing import PANEL, USUAL_COUNT

if TYPE_CHECKING:
    from simulator.interview import Programme, Shelf

SEEDS = 2**31


@click.command()
@role_option
@click.option(
    "--set", "set_name", default=library.DEFAULT, metavar="NAME|FILE", show_default=True,
    help="The question set.",
)  # fmt: skip
@click.option(
    "--interviewer", default="panel", show_default=True, metavar="panel|NAME",
    help="Who asks: all of them (panel), or one (second-interview: supervisor, peer).",
)  # fmt: skip
@click.option(
    "--question", "question_ids", multiple=True, metavar="ID",
    help="Ask this question only; may be given again. --count is then ignored.",
)  # fmt: skip
@click.option(
    "--count", type=click.IntRange(1, 100),
    help=f"How many questions. [default: {USUAL_COUNT}, or one for each recording]",
)  # fmt: skip
@answering_options(
    answers="Recordings that stand in for the microphone, one for each question (NAME+1 for what "
    "is said to a follow-up); a folder of them; 'sample', or a file of sample answers (.yaml). "
    "Further PATHs may follow.",
    typed="Type the answers: content and length are scored.",
    of="an answer",
)
@click.argument("more_answers", nargs=-1, metavar="")
@click.option(
    "--feedback", type=click.Choice(["each", "end"]), default="end", show_default=True,
    help="Feedback after each answer, or at the end.",
)  # fmt: skip
@click.option("--no-follow-ups", is_flag=True, help="Ask no follow-up questions.")
@click.option(
    "--seed", type=int,
    help="Ask the same again: with the same set, role, count and answers, the same seed gives the "
    "same interview. [default: random]",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the interview as one JSON document.")
@click.pass_context
def run(ctx: click.Context, /, **flags: Any) -> None:
    """Sit an interview: asked aloud, answered aloud, scored.

    While you answer: Enter ends it, r hears the question again, p pauses, s skips, q quits and
    keeps everything. With --typed: an empty line ends it, /r hears the question again, /s skips,
    /q quits.
    """
    given = (*flags["answers"], *flags["more_answers"])
    if flags["more_answers"] and not flags["answers"]:
        raise click.UsageError(_unexpected(flags["more_answers"], flags["set_name"]), ctx)
    surroundings = surroundings_for(flags, given)
    remember_devices(surroundings, flags)
    with ExitStack() as stack:
        sitting = NewInterview(surroundings, flags, given, keyboard(flags, stack), stack)
        stored = sitting.conduct()
    report(stored, surroundings, as_json=flags["as_json"])


def _unexpected(words: Sequence[str], set_name: str) -> str:
    """What is told of words that are no options; one that is a role was most likely meant so."""
    told = f"Unexpected words: {' '.join(words)}."
    shelf = find().question_sets()
    with suppress(MockviewError):
        loaded = shelf.load(set_name)
        role = closest(words[0], [role.id for role in loaded.roles])
        if role is not None:
            return f"{told} Did you mean --role {role}?"
    return told


class NewInterview(Sitting):
    """Questions of a set, chosen by the flags."""

    def _question_set(self, shelf: library.Library) -> QuestionSet:
        return shelf.load(self._flags["set_name"])

    def _programme(self, question_set: QuestionSet, answers: int | None) -> "Programme":
        from simulator.interview import Programme

        questions, seed = self._choose(question_set, answers)
        panel = self._flags.get("interviewer", PANEL) == PANEL
        people = _interviewers(question_set, questions, panel=panel)
        return Programme(
            self._session(question_set, questions, people, seed),
            questions,
            people,
            question_set.language,
            feedback_each=self._flags["feedback"] == "each",
            follow_ups=not self._flags["no_follow_ups"],
        )

    def _keeping(self, programme: "Programme") -> "Shelf":
        from simulator.archive import Plan
        from simulator.cli.shelf import InterviewShelf

        plan = Plan(
            programme.questions,
            programme.language,
            typed=self._flags["typed"],
            feedback_each=programme.feedback_each,
            follow_ups=programme.follow_ups,
        )
        return InterviewShelf(self._around.archive, plan)

    def _choose(
        self, question_set: QuestionSet, answers: int | None
    ) -> tuple[tuple[Question, ...], int]:
        from simulator.questions.choosing import choose

        flags = self._flags
        # The seed alone decides when it is given; otherwise what was asked lately comes later.
        seed = flags["seed"] if flags["seed"] is not None else random.randrange(SEEDS)  # noqa: S311
        lately = () if flags["seed"] is not None else self._around.archive.asked_lately()
        questions = choose(
            question_set,
            role=self._around.settings.role,
            interviewer=flags["interviewer"],
            count=flags["count"] or answers,
            question_ids=flags["question_ids"],
            asked_lately=lately,
            seed=seed,
        )
        return questions, seed

    def _session(
        self,
        question_set: QuestionSet,
        questions: Sequence[Question],
        people: tuple[Interviewer, ...],
        seed: int,
    ) -> Session:
        started_at = SystemClock().now()
        return Session(
            id=self._around.archive.fresh_id(started_at),
            started_at=started_at,
            state="running",
            set_id=question_set.id,
            set_title=question_set.title,
            role=self._around.settings.role,
            seed=seed,
            plan=tuple(question.id for question in questions),
            interviewers=people,
            version=__version__,
        )


def _interviewers(
    question_set: QuestionSet, questions: Sequence[Question], *, panel: bool
) -> tuple[Interviewer, ...]:
    """Those who ask at least one of the questions, or reply in a panel, in the set's order."""
    there = {question.asked_by for question in questions}
    if panel:
        exchanges = [question.exchange for question in questions if question.exchange is not None]
        there |= {topic.replied_by or "" for one in exchanges for topic in one.topics}
    return tuple(person for person in question_set.interviewers if person.id in there)


def report(stored: StoredSession, around: Surroundings, *, as_json: bool) -> None:
    from simulator.cli.report import written
    from simulator.cli.session_screen import show_session
    from simulator.review.exporting import session_json

    page = written(around, stored)
    if as_json:
        click.echo(session_json(stored.session), nl=False)
    else:
        show_session(around, stored)
        look_back = around.command("review", stored.session.id)  # a resumed one is not the latest
        click.echo(f"\nKept in {_short(stored.folder)}. Look back with: {look_back}")
    if page:
        click.echo(page, err=as_json)


def _short(folder: Path) -> str:
    try:
        return os.path.relpath(folder)
    except ValueError:  # another drive
        return str(folder)
