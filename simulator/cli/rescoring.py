"""Measures the answers of a kept interview again, from their sound; the candidate's marks stay."""

import sys
from collections.abc import Sequence
from dataclasses import replace

import click

from simulator import __version__
from simulator.archive import (
    Answer,
    ArchiveError,
    Session,
    StoredSession,
    counted_anew,
    in_place,
    sound_file,
    typed_in,
    with_marks,
)
from simulator.assessment import Assessment, Assessor, Job, Pending, Standards, as_reply
from simulator.cli.answering import kept_advice
from simulator.cli.surroundings import Surroundings
from simulator.errors import MockviewError


def rescored(around: Surroundings, stored: StoredSession) -> tuple[StoredSession, bool]:
    """The session measured again and kept, and whether an answer could not be.

    Kept after every answer, so that what is done stays when somebody stops it. An answer that
    cannot be measured stays as it was, and why is told on stderr.
    """
    from simulator.assessment.process import ProcessAssessor
    from simulator.cli.standards import own_at

    answers = [answer for answer in stored.session.answers if answer.state != "skipped"]
    if not answers:
        raise ArchiveError(f"The interview {stored.session.id} has no answers to measure.")
    standards = own_at(around, stored.session.started_at)
    model = None
    if any(not answer.typed for answer in answers):
        model = around.speech_model()
    session = replace(stored.session, version=__version__)
    failed = False
    alone: dict[int, Assessment] = {}  # what the answers come to without replies to them
    assessor = ProcessAssessor(
        model, standards=standards, advice=kept_advice(around, stored.session.id)
    )
    try:
        begun = _begun(assessor, stored, answers, _language(around, session))
        for done, (answer, pending) in enumerate(begun, start=1):
            if sys.stderr.isatty():
                click.echo(f"Measuring answer {done} of {len(begun)} ...", err=True)
            try:
                if isinstance(pending, MockviewError):
                    raise pending
                made = pending.result()
                if not standards.own_points and answer.assessment is not None:
                    made = replace(made, brought_in=answer.assessment.brought_in)
                session = _with(session, answer, made, alone, standards)
            except MockviewError as error:
                failed = True
                click.echo(f"mockview: answer {answer.number}: {error}", err=True)
            else:
                stored = around.archive.save(session)
    finally:
        assessor.close()
    return stored, failed


def _begun(
    assessor: Assessor, stored: StoredSession, answers: Sequence[Answer], language: str
) -> list[tuple[Answer, Pending | MockviewError]]:
    begun: list[tuple[Answer, Pending | MockviewError]] = []
    for answer in answers:
        try:
            begun.append((answer, assessor.begin(_job(stored, answer, language))))
        except ArchiveError as error:
            begun.append((answer, error))
    return begun


def _job(stored: StoredSession, answer: Answer, language: str) -> Job:
    if not answer.typed:
        return Job(answer.question, file=sound_file(stored, answer), language=language)
    return Job(answer.question, text=typed_in(answer), language=language)


def _with(
    session: Session,
    answer: Answer,
    made: Assessment,
    alone: dict[int, Assessment],
    standards: Standards,
) -> Session:
    """The session with an answer measured anew; `alone` remembers what main answers came to."""
    from simulator.judge import reader

    fresh = replace(answer, state="assessed", note="", assessment=made, own_assessment=None)
    if answer.follows is None:
        alone[answer.number] = made
        session = in_place(session, fresh)
    else:
        reply = replace(fresh, assessment=as_reply(made, answer.follows))
        marked = with_marks(reply, answer.marks, judge=reader.load, standards=standards)
        session = in_place(session, marked)
    main = answer.number if answer.follows is None else answer.follows
    return counted_anew(
        session, main, judge=reader.load, standards=standards, alone=alone.get(main)
    )


def _language(around: Surroundings, session: Session) -> str:
    """As it was heard before, else as the question set says, where it is still there."""
    for answer in session.answers:
        if answer.assessment is not None:
            return answer.assessment.transcript.language
    try:
        shelf = around.question_sets()
        return shelf.load(session.set_id).language
    except MockviewError:
        return "en"
