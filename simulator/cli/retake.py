"""`mockview retake`: one question again, and what changed."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.archive import (
    Answer,
    Archive,
    ArchiveError,
    Session,
    SessionState,
    StoredSession,
    find_answer,
)
from simulator.archive.plan import read_plan
from simulator.cli.answering import answering_options, keyboard, remember_devices, surroundings_for
from simulator.cli.sitting import Sitting
from simulator.cli.surroundings import Surroundings
from simulator.errors import MockviewError
from simulator.questions import Interviewer, QuestionSet, library

if TYPE_CHECKING:
    from simulator.interview import Programme, Shelf

SOMEBODY = Interviewer("supervisor", "Interviewer", "")


@click.command()
@click.argument("session")
@click.argument("question")
@answering_options(
    answers="A recording that stands in for the microphone, a folder with it, 'sample', or a file "
    "of sample answers (.yaml).",
    typed="Type the answer.",
    of="the answer",
)
@click.option("--json", "as_json", is_flag=True, help="Print both takes as one JSON document.")
def retake(session: str, question: str, **flags: Any) -> None:
    """Answer one question of an interview again, and compare the takes.

    SESSION is the id of an interview, as mockview sessions lists them, or its first characters, or
    'latest'. QUESTION is the id of a question or the number of its answer; it is asked without
    follow-ups. The new take is kept in the same interview.
    """
    around = surroundings_for(flags, flags["answers"])
    stored = around.archive.load(session)
    before = find_answer(stored.session, question)
    if before.follows is not None:  # a follow-up makes sense after its question alone
        before = stored.session.answer(before.follows)
    flags |= {"set_name": stored.session.set_id, "feedback": "end", "no_follow_ups": True}
    remember_devices(around, flags)
    with ExitStack() as stack:
        sitting = _Retake(around, flags, flags["answers"], keyboard(flags, stack), stack)
        sitting.retakes(stored, before)
        done = sitting.conduct()
    _tell(around, done, stored.session, before.question.id, as_json=flags["as_json"])


class _Retake(Sitting):
    """One question of an interview that is over; what it was before, it stays."""

    def retakes(self, stored: StoredSession, before: Answer) -> None:
        self._stored = stored
        self._before = before

    def _question_set(self, shelf: library.Library) -> QuestionSet:  # noqa: ARG002 (not needed)
        """The set may be gone by now: all that is needed stands in the session."""
        session = self._stored.session
        plan = read_plan(self._stored.folder)
        return QuestionSet(
            id=session.set_id,
            title=session.set_title,
            language=_language(session) if plan is None else plan.language,
            interviewers=session.interviewers or (SOMEBODY,),
            roles=(),
            sections=(),
            questions=(self._before.question,),
        )

    def _known(self, shelf: library.Library, question_set: QuestionSet) -> list[str]:
        return _ids_of_set(shelf, self._flags["set_name"]) or super()._known(shelf, question_set)

    def _programme(self, question_set: QuestionSet, answers: int | None) -> "Programme":
        from simulator.interview import Programme

        if answers is not None and answers != 1:
            raise ArchiveError(
                f"One answer is wanted, and {answers} recordings were given.",
                "Give one with --answers.",
            )
        people = question_set.interviewers
        asking = tuple(one for one in people if one.id == self._before.question.asked_by)
        return Programme(
            self._stored.session,
            (self._before.question,),
            asking or people[:1],
            question_set.language,
        )

    def _keeping(self, programme: "Programme") -> "Shelf":  # noqa: ARG002 (nothing new is planned)
        return _FurtherTakes(self._around.archive, self._stored.session.state)


def _ids_of_set(shelf: library.Library, name: str) -> list[str]:
    """Every question of the set, where it is still there."""
    try:
        return [question.id for question in shelf.load(name).questions]
    except MockviewError:
        return []


class _FurtherTakes:
    """A `Shelf` for a session that is there, and stays finished or stopped as it was."""

    def __init__(self, archive: Archive, state: SessionState) -> None:
        self._archive = archive
        self._state = state

    def create(self, session: Session) -> StoredSession:
        return self.save(session)

    def save(self, session: Session) -> StoredSession:
        return self._archive.save(replace(session, state=self._state))

    def new_sound_file(self, session: Session, number: int, question_id: str) -> Path:
        return self._archive.new_sound_file(session, number, question_id)


def _language(session: Session) -> str:
    heard = (a.assessment.transcript.language for a in session.answers if a.assessment is not None)
    return next(heard, "en")


def _tell(
    around: Surroundings, done: StoredSession, before: Session, question: str, *, as_json: bool
) -> None:
    """The new take, and the last one before it that was scored beside it."""
    from simulator.archive.documents import SCHEMA, answer_document, as_text
    from simulator.cli.report import written_anew
    from simulator.cli.standards import own
    from simulator.review.comparison_page import comparison, comparison_document
    from simulator.review.pages import answer_page
    from simulator.review.printing import show

    new = done.session.answers[len(before.answers) :]
    if not new:
        raise ArchiveError("Nothing was said: there is no new take.")
    (after,) = new
    earlier = [
        answer
        for answer in before.answers
        if answer.question.id == question and answer.assessment is not None
    ]
    targets = own(around.settings).targets
    scores = not around.settings.hide_scores
    comparable = bool(earlier) and after.assessment is not None
    if as_json and comparable:
        document = comparison_document(done.session.id, earlier[-1], after, targets)
        click.echo(as_text(document), nl=False)
    elif as_json:  # as a comparison, with nothing to compare
        alone = {"session": done.session.id, "question": question, "changes": []}
        document = {"schema": SCHEMA, **alone, "takes": [answer_document(after)]}
        click.echo(as_text(document), nl=False)
    else:
        asking = (p for p in done.session.interviewers if p.id == after.question.asked_by)
        person, of = next(asking, None), len(done.session.answers)
        show(answer_page(after, of=of, asked_by=person, targets=targets, scores=scores))
        if comparable:
            show(comparison(earlier[-1], after, targets, scores=scores))
    page = written_anew(around, done)
    if page:
        click.echo(page, err=as_json)
