"""The few facts of a session that a list shows, read without reading the session.

A session file begins with one line that holds them, so that ten thousand sessions can be listed
without an index that could go stale. A file without such a line (edited by somebody, or from
another version) is read whole instead: to show more in lists, add a key, and older files still
work.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from simulator.archive.documents import SCHEMA, session_document
from simulator.archive.model import Session, SessionState
from simulator.archive.names import SESSION_FILE
from simulator.archive.reading import damaged, open_regular, read_session

HEAD_BYTES = 16 * 1024
_END = b"]}\n"
_STATES: tuple[SessionState, ...] = ("running", "finished", "stopped")


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
    """Skipped questions do not count."""
    total: int | None
    questions: tuple[str, ...]


def summarise(session: Session) -> SessionSummary:
    return SessionSummary(
        id=session.id,
        started_at=session.started_at,
        state=session.state,
        set_id=session.set_id,
        set_title=session.set_title,
        role=session.role,
        planned=len(session.plan),
        answered=sum(answer.state != "skipped" for answer in session.planned),
        total=session.total,
        questions=tuple(answer.question.id for answer in session.answers),
    )


def summary_document(summary: SessionSummary) -> dict[str, Any]:
    """A line of `sessions --json`."""
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
    }


def session_text(session: Session) -> str:
    """What `session.json` holds: the summary on the first line, then one line for each answer.

    Raises ValueError for a number that JSON does not have.
    """
    document = session_document(session)
    answers = ",\n".join(_line(answer) for answer in document.pop("answers"))
    del document["schema"]
    summary = _line(summary_document(summarise(session)))
    rest = "\n".join(f"{_line(key)}: {_line(value)}," for key, value in document.items())
    answers = f"\n{answers}\n" if answers else ""
    return f'{{"schema": {SCHEMA}, "summary": {summary},\n{rest}\n"answers": [{answers}]}}\n'


def read_summary(folder: Path) -> SessionSummary:
    """The summary of the session in a folder; its id is the folder's name.

    Raises `ArchiveError` for a session that cannot be opened.
    """
    file = folder / SESSION_FILE
    descriptor = open_regular(file)
    try:
        size = os.fstat(descriptor).st_size
        head = os.read(descriptor, HEAD_BYTES)
        os.lseek(descriptor, max(0, size - len(_END)), os.SEEK_SET)
        end = os.read(descriptor, len(_END))
    except OSError as error:
        raise damaged(file, (error.strerror or "it cannot be read").lower()) from error
    finally:
        os.close(descriptor)
    line, newline, _ = head.partition(b",\n")
    if newline and end == _END:
        try:
            return _summary(folder.name, json.loads(line + b"}"))
        except (ValueError, KeyError, TypeError, RecursionError):
            pass  # Not a line of ours: the whole file decides.
    return summarise(read_session(folder))


def _summary(name: str, head: Mapping[str, Any]) -> SessionSummary:
    if head["schema"] != SCHEMA:
        raise ValueError(head["schema"])
    found = head["summary"]
    return SessionSummary(
        id=name,
        started_at=_aware(found["started_at"]),
        state=_one_of_states(found["state"]),
        set_id=_text(found["set"]["id"]),
        set_title=_text(found["set"]["title"]),
        role=None if found["role"] is None else _text(found["role"]),
        planned=_count(found["planned"]),
        answered=_count(found["answered"]),
        total=None if found["total"] is None else _count(found["total"]),
        questions=tuple([_text(question) for question in found["questions"]]),
    )


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _one_of_states(value: object) -> SessionState:
    for state in _STATES:
        if value == state:
            return state
    raise ValueError(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable():
        # Also keeps out half a surrogate pair, which could not be printed.
        raise ValueError(value)
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value
