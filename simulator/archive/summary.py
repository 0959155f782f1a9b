"""The few facts of a session that lists and trends show.

What is known of each answer stands in columns, one list a measure: that is what reads fastest. To
show more in lists, add a key: where a file has none yet, the summary is made of the whole session.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, get_args

from simulator.archive.model import Answer, AnswerState, Session, SessionState
from simulator.rounding import tenth

HIGHEST_RATE = 1e6
"""A minute, as in `schema`; it is not imported here, since it is slow to."""
_STATES = frozenset(get_args(SessionState))
_ANSWER_STATES = frozenset(get_args(AnswerState))


class AnswerSummary(NamedTuple):
    """What lists and trends know of one answer. A tuple: there may be a hundred thousand."""

    question: str
    section: str
    take: int
    state: AnswerState
    score: int | None
    coverage: int | None
    """The part of the score, 0 to 100."""
    fillers_per_minute: float | None
    rate_wpm: float | None
    """Speech rate."""
    asked_at: datetime | None = None
    """When it was given; a retake long after the session began. None where nobody says."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of a list. `questions` are the ids of those that were asked, in order."""

    id: str
    started_at: datetime
    state: SessionState
    set_id: str
    set_title: str
    role: str | None
    planned: int
    answered: int
    """Questions, not takes; those that were skipped do not count."""
    total: int | None
    answers: tuple[AnswerSummary, ...]
    """Every take; those to follow-ups, which count with the answers they follow, left out."""

    @property
    def questions(self) -> tuple[str, ...]:
        return tuple(answer.question for answer in self.answers)


def summarise(session: Session) -> SessionSummary:
    return SessionSummary(
        id=session.id,
        started_at=session.started_at,
        state=session.state,
        set_id=session.set_id,
        set_title=session.set_title,
        role=session.role,
        planned=len(session.plan),
        answered=sum(answer.state != "skipped" for answer in session.standing),
        total=session.total,
        answers=tuple(_of(answer) for answer in session.planned),
    )


def _of(answer: Answer) -> AnswerSummary:
    made = answer.assessment
    fillers = None if made is None else made.measures.fillers_per_minute
    rate = None if made is None else made.measures.speech_rate_wpm
    return AnswerSummary(
        answer.question.id,
        answer.question.section,
        answer.take,
        answer.state,
        None if made is None else made.score.total,
        None if made is None else made.score.parts.get("coverage"),
        # As coarse as in the session's own document, so that head and whole say the same.
        tenth(fillers),
        tenth(rate),
        answer.asked_at,
    )


def summary_document(summary: SessionSummary) -> dict[str, Any]:
    """A line of `sessions --json`, and the first line of a session's file."""
    return {
        "id": summary.id,
        "started_at": summary.started_at.isoformat(),
        "state": summary.state,
        "set": {"id": summary.set_id, "title": summary.set_title},
        "role": summary.role,
        "planned": summary.planned,
        "answered": summary.answered,
        "total": summary.total,
        "questions": list(summary.questions),
        **{
            key: [answer[place] for answer in summary.answers]
            for key, place in _COLUMNS.items()
            if place
        },
        "asked_at": [
            None if one.asked_at is None else one.asked_at.isoformat() for one in summary.answers
        ],
    }


_COLUMNS = {
    # key: which field of an AnswerSummary its column holds
    "questions": 0,
    "sections": 1,
    "takes": 2,
    "states": 3,
    "scores": 4,
    "coverage": 5,
    "fillers_per_minute": 6,
    "speech_rate_wpm": 7,
}
"""Read as they are; `asked_at` stands beside them as text."""


def summary_of(name: str, found: Mapping[str, Any]) -> SessionSummary:
    """The summary of the session in the folder of that name, from its `summary_document`.

    Raises ValueError, KeyError or TypeError for a document of nonsense.
    """
    return SessionSummary(
        id=name,
        started_at=_aware(found["started_at"]),
        state=_state(found["state"]),
        set_id=_text(found["set"]["id"]),
        set_title=_text(found["set"]["title"]),
        role=None if found["role"] is None else _text(found["role"]),
        planned=_count(found["planned"]),
        answered=_count(found["answered"]),
        total=None if found["total"] is None else _count(found["total"]),
        answers=_answers([found[key] for key in _COLUMNS], found["asked_at"]),
    )


def _answers(columns: list[Any], moments: list[Any]) -> tuple[AnswerSummary, ...]:
    """Checked a column at a time, which is quicker than one value at a time."""
    texts, takes, states, percents, rates = (
        columns[:2], columns[2], columns[3], columns[4:6], columns[6:],
    )  # fmt: skip
    if not all(_are(column, _TEXT) and "".join(column).isprintable() for column in texts):
        raise ValueError("texts")
    if not (_are(takes, _WHOLE) and _ANSWER_STATES.issuperset(states)):
        raise ValueError("takes or states")
    if not all(_are(column, _WHOLE_OR_NONE) and _within(column, 100) for column in percents):
        raise ValueError("percents")
    if not all(_are(column, _NUMBER_OR_NONE) and _within(column, HIGHEST_RATE) for column in rates):
        raise ValueError("rates")
    asked_at = [None if text is None else _aware(text) for text in moments]
    return tuple(map(AnswerSummary._make, zip(*columns, asked_at, strict=True)))


_TEXT = frozenset({str})
_WHOLE = frozenset({int})
_WHOLE_OR_NONE = frozenset({int, type(None)})
_NUMBER_OR_NONE = frozenset[type]({int, float, type(None)})


def _are(column: object, types: frozenset[type]) -> bool:
    return isinstance(column, list) and types.issuperset(map(type, column))


def _within(column: Sequence[float | None], most: float) -> bool:
    told = [number for number in column if number is not None]
    return not told or (min(told) >= 0 and max(told) <= most)


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _state(value: Any) -> SessionState:
    if value not in _STATES:
        raise ValueError(value)
    state: SessionState = value
    return state


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable():
        # Also keeps out half a surrogate pair, which could not be printed.
        raise ValueError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value
