"""Questions and who asks them as plain documents, in the words of a question set; `stored_question`
reads them."""

import math
from typing import Any

from simulator.questions import Exchange, Interviewer, Question
from simulator.rounding import thousandth


def question_document(question: Question) -> dict[str, Any]:
    """What was asked, in the words of a question set; its id stands under `question`."""
    return {
        "section": question.section,
        "asked_by": question.asked_by,
        "ask": question.ask,
        "topic": question.topic,
        "roles": list(question.roles),
        "target": {"answer_s": [short(end_s) for end_s in question.target.answer_s]},
        "talking_points": [
            {
                "id": point.id,
                "label": point.label,
                "description": point.description,
                "weight": short(point.weight),
                "examples": list(point.examples),
                "counter_examples": list(point.counter_examples),
                "facts": list(point.facts),
            }
            for point in question.talking_points
        ],
        "follow_ups": [
            {
                "when": {
                    key: value
                    for key, value in (("missed", item.missed), ("answer", item.answer))
                    if value is not None
                },
                "ask": item.ask,
            }
            for item in question.follow_ups
        ],
        "situation": question.situation,
        "behavioural": question.behavioural,
        "recalls": [
            {"when": {"question": recall.question, "point": recall.point}, "say": recall.say}
            for recall in question.recalls
        ],
        "exchange": None if question.exchange is None else _exchange(question.exchange),
        "follows_question": question.follows,
    }


def _exchange(exchange: Exchange) -> dict[str, Any]:
    return {
        "topics": [
            {
                "id": topic.id,
                "label": topic.label,
                "examples": list(topic.examples),
                "replies": list(topic.replies),
                "replied_by": topic.replied_by,
                "expected": topic.expected,
                "researchable": topic.researchable,
                "remark": topic.remark,
            }
            for topic in exchange.topics
        ],
        "otherwise": exchange.otherwise,
        "more": list(exchange.more),
        "time_s": thousandth(exchange.time_s),
    }


def interviewer_document(person: Interviewer) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "title": person.title,
        "voice": {"gender": person.voice.gender, "rate_wpm": person.voice.rate_wpm},
        "manner": person.manner,
    }


def short(number: float) -> float | int:
    """2 rather than 2.0, as a person would write it."""
    number = float(number)
    return int(number) if math.isfinite(number) and number.is_integer() else number
