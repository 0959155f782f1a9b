"""`mockview resume`: goes on with an interview that was interrupted or stopped early."""

from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import click

from simulator.archive import ArchiveError, Plan, StoredSession, left_to_ask, typed_in
from simulator.archive.plan import read_plan
from simulator.assessment import Job
from simulator.cli import run as running
from simulator.cli.answering import answering_options, keyboard, remember_devices, surroundings_for
from simulator.cli.sitting import Sitting
from simulator.cli.surroundings import Surroundings
from simulator.errors import MockviewError
from simulator.questions import Interviewer, Question, QuestionSet, library

LATEST = "latest"
YOU_ASKED = Interviewer("supervisor", "Interviewer", "")


@click.command()
@click.argument("session", default=LATEST)
@answering_options(
    answers="Recordings that stand in for the microphone, one for each question that is left; a "
    "folder of them; 'sample', or a file of sample answers (.yaml). For further PATHs, give "
    "--answers again.",
    typed="Type the answers that are left.",
    of="an answer",
)
@click.option("--json", "as_json", is_flag=True, help="Print the interview as one JSON document.")
def resume(session: str, **flags: Any) -> None:
    """Go on with an interview that was interrupted or stopped early.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest' (the default): the newest interview with questions left. A question whose answer broke
    off is asked again. An interview that was typed is typed again.
    """
    around = surroundings_for(flags, flags["answers"])
    stored = _unfinished(around, session)
    plan = read_plan(stored.folder)
    flags |= {
        "set_name": stored.session.set_id,
        "typed": flags["typed"] or (plan is not None and plan.typed and not flags["answers"]),
        "feedback": "each" if plan is not None and plan.feedback_each else "end",
        "no_follow_ups": plan is not None and not plan.follow_ups,
    }
    remember_devices(around, flags)
    with ExitStack() as stack:
        sitting = _Resumed(
            around, flags, flags["answers"], keyboard(flags, stack), stack, stored=stored, plan=plan
        )
        done = sitting.conduct()
    running.report(done, around, as_json=flags["as_json"])


def _unfinished(around: Surroundings, reference: str) -> StoredSession:
    """The session that is meant, with questions left. Raises `ArchiveError`."""
    archive = around.archive
    if reference == LATEST:
        for summary in archive.summaries():
            if summary.state != "finished":
                stored = archive.load(summary.id)
                if left_to_ask(stored.session):
                    return stored
        archive.find(reference)  # none at all is told as such
        raise ArchiveError(
            "There is no interview with questions left.",
            f"Start a new one with: {around.command('run')}",
        )
    stored = archive.load(reference)
    if not left_to_ask(stored.session):
        raise ArchiveError(
            f"Every question of the interview {stored.session.id} has been asked.",
            f"Read it again with: {around.command('review', stored.session.id)}",
        )
    return stored


class _Resumed(Sitting):
    """An interview that goes on. Without a plan (from before there were any) its set is asked."""

    def __init__(
        self,
        surroundings: Surroundings,
        flags: dict[str, Any],
        given: tuple[str, ...],
        keyboard: Any,
        stack: ExitStack,
        *,
        stored: StoredSession,
        plan: Plan | None,
    ) -> None:
        super().__init__(surroundings, flags, given, keyboard, stack)
        self._stored = stored
        self._plan = plan

    def _question_set(self, shelf: library.Library) -> QuestionSet:
        session = self._stored.session
        if self._plan is None:
            return shelf.load(session.set_id)
        return QuestionSet(
            id=session.set_id,
            title=session.set_title,
            language=self._plan.language,
            interviewers=session.interviewers or (YOU_ASKED,),
            roles=(),
            sections=(),
            questions=self._plan.questions,
        )

    def _programme(self, question_set: QuestionSet, answers: int | None) -> Any:
        from simulator.interview import Programme

        session = replace(self._stored.session, state="running")
        left = left_to_ask(session)
        done = tuple(
            answer.question
            for number, answer in enumerate(session.planned)
            if answer.question.id in session.plan
            and answer.question.id not in left
            and all(answer.question.id != a.question.id for a in session.planned[:number])
        )
        anew = self._around.command("run")
        to_ask = tuple(_asked(question_set, question_id, anew) for question_id in left)
        if answers is not None and answers < len(to_ask):
            given = "1 recording was given" if answers == 1 else f"{answers} recordings were given"
            raise MockviewError(
                f"{len(to_ask)} questions are left, and {given}.",
                "Give a recording for each with --answers.",
            )
        return Programme(
            session,
            (*done, *to_ask),
            session.interviewers or question_set.interviewers,
            question_set.language,
            feedback_each=self._flags["feedback"] == "each",
            follow_ups=not self._flags["no_follow_ups"],
            asked_before=len(done),
            not_assessed=self._not_assessed(question_set.language),
        )

    def _not_assessed(self, language: str) -> dict[int, Job]:
        """The jobs of answers that are kept and not assessed, by number. With `--typed` no model is
        loaded, and what was spoken waits."""
        jobs = {}
        hears = not self._flags["typed"]
        for answer in self._stored.session.answers:
            if answer.state not in ("recorded", "failed"):
                continue
            if answer.typed:
                text = typed_in(answer)
                jobs[answer.number] = Job(answer.question, text=text, language=language)
            elif hears and answer.sound:
                file = self._stored.folder / answer.sound
                jobs[answer.number] = Job(answer.question, file=file, language=language)
        return jobs

    def _keeping(self, programme: Any) -> Any:
        from simulator.cli.shelf import InterviewShelf

        return InterviewShelf(
            self._around.archive, Plan(programme.questions, programme.language), going_on=True
        )


def _asked(question_set: QuestionSet, question_id: str, anew: str) -> Question:
    """Raises `ArchiveError` for one that is gone; `anew` is the command for another interview."""
    question = question_set.question(question_id)
    if question is None:
        raise ArchiveError(
            f"The question '{question_id}' is not in the set {question_set.id} any more.",
            f"Start a new interview with: {anew}",
        )
    return question
