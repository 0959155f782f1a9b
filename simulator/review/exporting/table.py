"""An interview as CSV (RFC 4180): one row an answer, for spreadsheets and statistics.

A spreadsheet takes a field that begins with =, +, - or @ for a formula, and runs it: text that
begins so gets an apostrophe in front, as OWASP advises. Numbers are never negative here.
"""

import csv
import io
from collections.abc import Iterable

from simulator.archive import Answer, Session
from simulator.assessment import own_note
from simulator.review.plain import plain
from simulator.rounding import tenth, thousandth
from simulator.scoring import PARTS

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What begins a formula in one spreadsheet or another, wide signs of East Asian keyboards too."""
BETWEEN = "; "

Field = str | int | float | None

COLUMNS = (
    "session", "started_at", "set", "role", "number", "take", "question", "section", "asked_by",
    "ask", "asked_at", "state", "typed", "duration_s", "answer_s", "speech_s", "words",
    "speech_rate_wpm", "articulation_rate_wpm", "response_latency_s", "pauses", "fillers",
    "fillers_per_minute", "score", *(f"{part}_score" for part in PARTS),
    "covered", "unsure", "not_found", "transcript", "note", "follows", "failure",
)  # fmt: skip


def session_csv(session: Session) -> str:
    """A row of names, then a row for each answer; what was not measured is empty."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for answer in session.answers:
        row = [_harmless(field) for field in _row(session, answer)]
        assert len(row) == len(COLUMNS)  # noqa: S101 (each field has its name)
        writer.writerow(row)
    return out.getvalue()


def _row(session: Session, answer: Answer) -> Iterable[Field]:
    question, made = answer.question, answer.assessment
    yield from (session.id, session.started_at.isoformat(), session.set_id, session.role)
    yield from (answer.number, answer.take, question.id, question.section, question.asked_by)
    yield from (question.ask, answer.asked_at.isoformat(), answer.state)
    yield "yes" if answer.typed else "no"
    if made is None:
        yield from [None] * (10 + 1 + len(PARTS) + 3 + 1)
    else:
        measures, score = made.measures, made.score
        yield from (
            thousandth(made.transcript.duration_s),
            thousandth(measures.answer_s),
            thousandth(measures.speech_s),
            measures.words,
            tenth(measures.speech_rate_wpm),
            tenth(measures.articulation_rate_wpm),
            thousandth(measures.response_latency_s),
            None if measures.pauses is None else len(measures.pauses),
            len(measures.fillers),
            tenth(measures.fillers_per_minute),
            score.total,
        )
        yield from (score.parts.get(part) for part in PARTS)
        yield from (_points(answer, verdict) for verdict in ("covered", "unsure", "not_found"))
        yield made.transcript.text
    yield own_note(answer.marks)
    yield answer.follows
    yield answer.note if answer.state == "failed" else ""


def _points(answer: Answer, verdict: str) -> str:
    assert answer.assessment is not None  # noqa: S101 (the caller looked)
    return BETWEEN.join(
        point.point for point in answer.assessment.coverage if point.verdict == verdict
    )


def _harmless(field: Field) -> Field:
    if not isinstance(field, str):
        return field
    text = plain(field)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
