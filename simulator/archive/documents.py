"""Live values to plain documents: the JSON of `score --json`, `review --json` and `session.json`.

One function makes an answer's document for all three. Numbers are as coarse as `rounding` makes
them, so that the same values give the same bytes. A value that is already that coarse comes back
from `reading` as it went in.
"""

import json
from collections.abc import Mapping
from typing import Any

from simulator.archive.assessment_document import (
    asked_document,
    coverage_document,
    measures_document,
    score_document,
    telling_document,
    transcript_document,
)
from simulator.archive.model import Answer, Session
from simulator.archive.question_document import interviewer_document, question_document
from simulator.assessment import Assessment, Mark
from simulator.rounding import thousandth
from simulator.sound import SPEECH_RATE_HZ

SCHEMA = 1
"""Goes up when a key is renamed or dropped; `upgrades` then gets a function."""

Document = dict[str, Any]


def scored_document(
    assessment: Assessment | None,
    *,
    question: str | None,
    source: str | None,
    sample_rate_hz: int = SPEECH_RATE_HZ,
) -> Document:
    """An answer as the public interface has it.

    `source` is the name of the file that it came from, without folders; None for one that was
    typed. `audio` is None where there is no sound, and so is every time. An answer that has not
    been assessed has None for `transcript`, `measures` and `score`.
    """
    if assessment is None:
        return {
            "question": question,
            "source": source,
            "audio": None,
            "transcript": None,
            "measures": None,
            "coverage": [],
            "score": None,
            "asked": [],
            "brought_in": [],
            "telling": None,
        }
    duration_s = assessment.transcript.duration_s
    return {
        "question": question,
        "source": source,
        "audio": None
        if duration_s is None
        else {"duration_s": thousandth(duration_s), "sample_rate_hz": sample_rate_hz},
        "transcript": transcript_document(assessment.transcript),
        "measures": measures_document(assessment.measures),
        "coverage": [coverage_document(point) for point in assessment.coverage],
        "score": score_document(assessment.score),
        "asked": [asked_document(asked) for asked in assessment.asked],
        "brought_in": [coverage_document(point) for point in assessment.brought_in],
        "telling": telling_document(assessment.telling),
    }


def answer_document(answer: Answer) -> Document:
    """An answer of a session: the public form, then how and to what it was given."""
    document = scored_document(answer.assessment, question=answer.question.id, source=answer.sound)
    return {
        **document,
        "number": answer.number,
        "take": answer.take,
        "state": answer.state,
        "typed": answer.typed,
        "lost": answer.lost,
        "note": answer.note,
        "asked_at": answer.asked_at.isoformat(),
        **question_document(answer.question),
        "typed_text": answer.typed_text,
        "marks": [_mark(mark) for mark in answer.marks],
        "own": _own(answer),
        "follows": answer.follows,
        "said_after": [{"by": said.by, "text": said.text} for said in answer.said_after],
    }


def session_document(session: Session) -> Document:
    """A whole session: what `review --json` prints."""
    return {
        "schema": SCHEMA,
        "id": session.id,
        "started_at": session.started_at.isoformat(),
        "state": session.state,
        "set": {"id": session.set_id, "title": session.set_title},
        "role": session.role,
        "seed": session.seed,
        "plan": list(session.plan),
        "version": session.version,
        "total": session.total,
        "interviewers": [interviewer_document(person) for person in session.interviewers],
        "answers": [answer_document(answer) for answer in session.answers],
    }


def scored_documents(answers: list[Document]) -> Document:
    """The document of `score --json` and `sets try --json`."""
    return {"schema": SCHEMA, "answers": answers}


def as_text(document: Mapping[str, Any]) -> str:
    """A document as people read it, the same for the same document, with a newline at its end.

    Raises ValueError for a number that JSON does not have (not a number, infinite).
    """
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _mark(mark: Mark) -> Document:
    return {
        "kind": mark.kind,
        "point": mark.point or None,
        "text": mark.text,
        "made_at": mark.made_at.isoformat(),
    }


def _own(answer: Answer) -> Document | None:
    """What the program made of an answer before the candidate's word; the transcript, and what
    follows from its words alone, are None where they are the same."""
    own, counts = answer.own_assessment, answer.assessment
    if own is None:
        return None
    heard_the_same = counts is not None and own.transcript == counts.transcript
    return {
        "transcript": None if heard_the_same else transcript_document(own.transcript),
        "measures": None if heard_the_same else measures_document(own.measures),
        "coverage": [coverage_document(point) for point in own.coverage],
        "score": score_document(own.score),
        "asked": None if heard_the_same else [asked_document(asked) for asked in own.asked],
        "brought_in": None
        if heard_the_same
        else [coverage_document(point) for point in own.brought_in],
        "telling": None if heard_the_same else telling_document(own.telling),
    }
