"""Sessions for looking back: answers to questions of the six parts, with what was said in them."""

from dataclasses import replace
from typing import Any

from simulator.archive import Answer, Session
from simulator.assessment import Assessment
from simulator.measures import Asked, Coverage, Telling
from simulator.questions import Exchange, Question, Situation, Topic
from tests.factories import a_question, a_score, a_session, a_transcript, an_answer, an_assessment

TOPICS = (
    Topic("team", "Team", ("Who?",), ("Nine.",)),
    Topic("goals", "Goals", ("Where to?",), ("Up.",)),
    Topic("firm", "The firm", ("How old?",), ("Old.",), expected=False, researchable=True),
    Topic("money", "Pay", ("How much?",), ("Later.",), expected=False, remark="Not yet."),
)
EXCHANGE = Exchange(TOPICS, "I will find out.", ("What else?",))


def question(situation: Situation | None = "depth", **other: Any) -> Question:
    return a_question(
        other.pop("question_id", f"q-{situation}"),
        **{"section": "x", "situation": situation, "talking_points": (), **other},
    )


def said(
    text: str,
    situation: Situation | None = "depth",
    *,
    total: int | None = 80,
    asked: tuple[Asked, ...] = (),
    brought_in: tuple[Coverage, ...] = (),
    telling: Telling | None = None,
    typed: bool = False,
    **other: Any,
) -> Answer:
    made: Assessment = replace(
        an_assessment(transcript=a_transcript(text, typed=typed)),
        score=a_score(total),
        asked=asked,
        brought_in=brought_in,
        telling=telling,
    )
    follows = other.pop("follows", None)
    return an_answer(
        1, question=question(situation, **other), assessment=made, follows=follows, typed=typed
    )


def skipped(situation: Situation = "depth") -> Answer:
    return an_answer(1, question=question(situation), state="skipped", sound=None, assessment=None)


def a_session_of(*answers: Answer) -> Session:
    numbered = tuple(replace(answer, number=n) for n, answer in enumerate(answers, 1))
    return replace(a_session(), answers=numbered, plan=tuple(a.question.id for a in numbered))
