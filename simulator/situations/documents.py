"""What is said of a session as a whole, as JSON: the key `afterwards` of `review --json`."""

from typing import Any

from simulator.rounding import thousandth
from simulator.situations.model import Afterwards

Document = dict[str, Any]


def afterwards_document(told: Afterwards) -> Document:
    """Times are seconds from the start of the answer's recording, rounded to milliseconds."""
    step, topics, pitch = told.next_step, told.topics, told.pitch
    return {
        "parts": [
            {
                "situation": part.situation,
                "title": part.title,
                "readiness": part.readiness,
                "score": part.score,
                "answers": list(part.answers),
            }
            for part in told.parts
        ],
        "practise_next": None
        if step is None
        else {
            "situation": step.situation,
            "title": step.title,
            "question": step.question,
            "answer": step.answer,
            "reason": None if step.finding is None else step.finding.reason,
        },
        "notices": [
            {
                "kind": notice.kind,
                "answer": notice.answer,
                "told": notice.told,
                "quote": notice.quote,
                "at_s": thousandth(notice.at_s),
                "better": notice.better,
            }
            for notice in told.notices
        ],
        "own_points": [
            {
                "point": point.point,
                "label": point.label,
                "answer": point.answer,
                "quote": point.quote,
                "at_s": thousandth(point.at_s),
                "sure": point.sure,
                "place": point.place,
                "situation": point.situation,
            }
            for point in told.own_points
        ],
        "topics": None
        if topics is None
        else {
            "covered": list(topics.covered),
            "left_out": list(topics.left_out),
            "questions": topics.questions,
        },
        "pitch": None
        if pitch is None
        else {"answer": pitch.answer, "kept": list(pitch.kept), "lost": list(pitch.lost)},
    }
