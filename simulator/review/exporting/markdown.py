"""An interview as Markdown (CommonMark, and what GitHub adds to it), for notes and wikis.

Whatever was said or typed is escaped: no word of it becomes a heading, a link, a picture or HTML.
"""

import re
from collections.abc import Iterator

from simulator.archive import Answer, Session
from simulator.assessment import Assessment, corrected_text, own_note
from simulator.coaching.verdicts import POINTS
from simulator.review.marking import PieceKind, marked
from simulator.review.moments import listen_at, said_at
from simulator.review.pages import delivery, worst_first
from simulator.review.plain import plain
from simulator.scoring import PARTS, Score

_AROUND: dict[PieceKind, tuple[str, str]] = {
    "words": ("", ""),
    "filled_pause": ("**", "**"),
    "discourse_marker": ("**", "**"),
    "disfluency": ("**", "**"),
    "pause": ("(", ")"),
}
_ALWAYS = re.compile(r"[\\`*_\[\]<>#|~&@!$]")
_LINK = re.compile(r"(https?|ftp)(:)(?=//)|(www|mailto|xmpp)([.:])", re.IGNORECASE)
_LIST = re.compile(r"^(?:([-+=])|(\d+)([.)])(?=\s|$))")


def session_markdown(session: Session) -> str:
    """The whole interview, with a newline at its end."""
    return "\n\n".join(_blocks(session)) + "\n"


def escaped(text: str) -> str:
    """Text that shows as itself, on one line, wherever inline text may stand."""
    text = _ALWAYS.sub(r"\\\g<0>", plain(text))
    text = _LINK.sub(_broken, text)
    return _LIST.sub(lambda f: f"\\{f[1]}" if f[1] else f"{f[2]}\\{f[3]}", text)


def _broken(found: "re.Match[str]") -> str:
    """What would become a link by itself, with its sign escaped."""
    return f"{found[1] or found[3]}\\{found[2] or found[4]}"


def _blocks(session: Session) -> Iterator[str]:
    yield f"# {escaped(session.set_title)}"
    facts = [f"{session.started_at:%Y-%m-%d %H:%M}", escaped(session.id)]
    if session.role:
        facts.append(escaped(session.role))
    if session.total is not None:
        facts.append(f"score {session.total} of 100")
    yield " · ".join(facts)
    people = {person.id: person.name for person in session.interviewers}
    for answer in session.answers:
        yield from _answer(answer, people.get(answer.question.asked_by, answer.question.asked_by))


def _answer(answer: Answer, asker: str) -> Iterator[str]:
    take = f" (take {answer.take})" if answer.take > 1 else ""
    if answer.follows is not None:
        take = f" (following up on {answer.follows})" + take
    yield f"## {answer.number}\\. {escaped(answer.question.ask)}{take}"
    yield f"Asked by {escaped(asker)} · {escaped(answer.question.section)}"
    made = answer.assessment
    if made is None:
        yield {"skipped": "Skipped.", "failed": f"Not transcribed. {escaped(answer.note)}"}.get(
            answer.state, "Recorded, not transcribed yet."
        )
    else:
        yield f"> {_said(made)}"
        yield escaped(" · ".join(delivery(made.measures, typed=answer.typed)))
        if made.coverage:
            yield "\n".join(_coverage(made))
        yield _score(made.score) if answer.follows is None else escaped(made.score.not_scored)
        if made.score.findings:
            yield "\n".join(_findings(made.score))
    if corrected_text(answer.marks) is not None:
        yield "The transcript is as I corrected it."
    note = own_note(answer.marks)
    if note:
        yield f"My note: {escaped(note)}"


def _said(made: Assessment) -> str:
    pieces = []
    for piece in marked(made):
        before, after = _AROUND[piece.kind]
        pieces.append(f"{before}{escaped(piece.text)}{after}")
    return " ".join(pieces) or "No words were heard."


def _coverage(made: Assessment) -> Iterator[str]:
    for point in made.coverage:
        own = " by my own word" if point.program_verdict is not None else ""
        asked = " when asked" if point.prompted else ""
        line = f"- {POINTS[point.verdict]}{own}{asked}: {escaped(point.label)}"
        if point.evidence is not None:
            line += f" “{escaped(point.evidence.text)}”"
            when = said_at(point.evidence.start_s, point.evidence.answer)
            if when:
                line += f" ({when})"
        yield line


def _score(score: Score) -> str:
    parts = [f"{part} {score.parts[part]}" for part in PARTS if score.parts.get(part) is not None]
    total = "none" if score.total is None else f"{score.total} of 100"
    return " · ".join([f"**Score {total}**", *parts])


def _findings(score: Score) -> Iterator[str]:
    for finding in worst_first(score):
        lost = f"{finding.points:+.1f} points: " if finding.points < 0 else ""
        moments = listen_at(finding)
        listen = f" ({moments})" if moments else ""
        yield f"- {lost}{escaped(finding.reason)}{listen}"
