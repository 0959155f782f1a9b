"""`mockview drill`: the questions that are due."""

import json
import random
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from simulator.cli import run as running
from simulator.cli.answering import (
    answering_options,
    keyboard,
    remember_devices,
    role_option,
    surroundings_for,
)
from simulator.cli.surroundings import Surroundings
from simulator.questions import Question, QuestionSet, library

if TYPE_CHECKING:
    from simulator.review.due import Standing

USUAL_COUNT = 3


@click.command()
@role_option
@click.option(
    "--set", "set_name", default=library.DEFAULT, metavar="NAME|FILE", show_default=True,
    help="The question set.",
)  # fmt: skip
@click.option(
    "--count", type=click.IntRange(1, 100), default=USUAL_COUNT, show_default=True,
    help="How many questions at most.",
)  # fmt: skip
@click.option("--list", "only_list", is_flag=True, help="Show what is due, and ask nothing.")
@click.option("--anyway", is_flag=True, help="Ask even what is not due yet.")
@answering_options(
    answers="Recordings that stand in for the microphone, one for each question; a folder of "
    "them; 'sample', or a file of sample answers (.yaml). For further PATHs, give --answers again.",
    typed="Type the answers.",
    of="an answer",
)
@click.option("--no-follow-ups", is_flag=True, help="Ask no follow-up questions.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def drill(**flags: Any) -> None:
    """Practise what is due: weakest and longest-not-practised questions first.

    Every answer so far counts, whatever interview it was given in. Questions that were never asked
    come after those that are due.
    """
    around = surroundings_for(flags, flags["answers"])
    question_set = around.question_sets().load(flags["set_name"])
    standings = _standings(around, question_set)
    scores = not around.settings.hide_scores
    if flags["only_list"]:
        _list(standings, as_json=flags["as_json"], scores=scores)
        return
    chosen = _chosen(standings, flags["count"], anyway=flags["anyway"])
    if not chosen:
        _nothing_due(standings, _anyway(around, flags), as_json=flags["as_json"])
        return
    remember_devices(around, flags)
    with ExitStack() as stack:
        each = flags | {"feedback": "each"}
        sitting = _Drill(around, each, flags["answers"], keyboard(flags, stack), stack)
        sitting.questions = chosen
        stored = sitting.conduct()
    running.report(stored, around, as_json=flags["as_json"])


class _Drill(running.NewInterview):
    """An interview of the questions that are due, with feedback after each."""

    questions: tuple[Question, ...] = ()

    def _choose(
        self,
        question_set: QuestionSet,  # noqa: ARG002 (chosen already)
        answers: int | None,
    ) -> tuple[tuple[Question, ...], int]:
        questions = self.questions if answers is None else self.questions[:answers]
        return questions, random.randrange(running.SEEDS)  # noqa: S311 (not a secret)


def _standings(around: Surroundings, question_set: QuestionSet) -> "tuple[Standing, ...]":
    from simulator.questions.choosing import choose
    from simulator.review.due import standings

    role = around.settings.role
    choose(question_set, role=role)  # an unknown role is told
    return standings(
        [question for question in question_set.questions if question.is_for(role)],
        around.archive.summaries(),
        set_id=question_set.id,
        now=_now(),
    )


def _chosen(standings: "tuple[Standing, ...]", count: int, *, anyway: bool) -> tuple[Question, ...]:
    from simulator.review.due import is_due

    now = _now()
    wanted = [one for one in standings if anyway or one.new or is_due(one, now)]
    return tuple(one.question for one in wanted[:count])


def _list(standings: "tuple[Standing, ...]", *, as_json: bool, scores: bool = True) -> None:
    from simulator.review import drill_list
    from simulator.review.printing import show

    if as_json:
        click.echo(json.dumps(drill_list.document(standings, _now()), indent=2))
    else:
        show(drill_list.page(standings, _now(), scores=scores))


def _anyway(around: Surroundings, flags: dict[str, Any]) -> str:
    """The same command, to be asked all the same."""
    words = ["drill", "--anyway"]
    if flags["set_name"] != library.DEFAULT:
        words += ["--set", flags["set_name"]]
    if flags["role"] is not None:
        words += ["--role", flags["role"]]
    return around.command(*words)


def _nothing_due(standings: "tuple[Standing, ...]", anyway: str, *, as_json: bool) -> None:
    if as_json:
        _list(standings, as_json=True)
        return
    first = standings[0]
    when = "" if first.due_at is None else f" before {first.due_at.astimezone():%Y-%m-%d %H:%M}"
    click.echo(f"Nothing is due{when}. To practise all the same: {anyway}")


def _now() -> datetime:
    return datetime.now().astimezone()
