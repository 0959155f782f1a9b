"""Interviews with candidates who type what a script says, assessed by the real judge of meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from simulator.archive import Session
from simulator.assessment import USUAL, Assessment, Job, Standards, assess_text
from simulator.interview import Conductor, Programme
from simulator.interview.standing_in import Script, TypedScript
from simulator.judge import Judge
from simulator.judge.reader import load
from simulator.questions import QuestionSet, library
from simulator.questions.samples import SampleAnswer
from tests.factories import a_session
from tests.fakes import FakeClock, FakeMouth, FakeScreen, FakeShelf

SETS = library.of((Path(__file__).parent.parent / "question_sets",))


@lru_cache(maxsize=1)
def judge() -> Judge:
    return load()


@lru_cache(maxsize=4)
def the_set(name: str = library.DEFAULT) -> QuestionSet:
    return SETS.load(name)


class Done:
    def __init__(self, made: Assessment) -> None:
        self._made = made

    def done(self) -> bool:
        return True

    def result(self, wait_s: float | None = None) -> Assessment:
        return self._made


class AssessesHere:
    """An `Assessor` of typed answers, in this process."""

    def __init__(self, standards: Standards = USUAL) -> None:
        self._standards = standards

    def follow(self, job: Job) -> None: ...

    def begin(self, job: Job) -> Done:
        text = job.text or ""
        return Done(assess_text(text, job.question, judge=judge(), standards=self._standards))

    def close(self) -> None: ...


def interview(
    answers: Mapping[str, Sequence[SampleAnswer]],
    *,
    set_name: str = library.DEFAULT,
    standards: Standards = USUAL,
    follow_ups: bool = True,
    seed: int = 7,
) -> Session:
    """The session of a candidate who is asked the questions of `answers`, in their order."""
    asked = the_set(set_name)
    questions = tuple(q for key in answers if (q := asked.question(key)) is not None)
    session = replace(
        a_session(),
        answers=(),
        state="running",
        seed=seed,
        plan=tuple(question.id for question in questions),
        interviewers=asked.interviewers,
    )
    return Conductor(
        Programme(
            session, questions, asked.interviewers, follow_ups=follow_ups, standards=standards
        ),
        mouth=FakeMouth(),
        candidate=TypedScript(Script(answers)),
        assessor=AssessesHere(standards),
        shelf=FakeShelf(),
        screen=FakeScreen(),
        clock=FakeClock(),
    ).conduct()


def said(answer: str, *replies: str) -> tuple[SampleAnswer, ...]:
    return (SampleAnswer(answer, replies),)


def asks(session: Session) -> list[str]:
    """What was asked after the questions of the plan."""
    return [answer.question.ask for answer in session.answers if answer.follows is not None]
