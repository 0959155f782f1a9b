"""Putting the candidate's word into a session, and taking it out again. Pure, given a judge."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from simulator.archive.model import Answer, ArchiveError, Session
from simulator.archive.replying import replies_to
from simulator.assessment import (
    Assessment,
    Mark,
    Reply,
    Standards,
    as_reply,
    by_own_word,
    judged_alone,
    with_replies,
)
from simulator.errors import did_you_mean
from simulator.judge import Judge


def find_answer(session: Session, wanted: str) -> Answer:
    """The answer of that number, or the last take of the question of that id.

    Raises `ArchiveError` that lists what there is.
    """
    found = [a for a in session.answers if wanted in (str(a.number), a.question.id)]
    if not found:
        raise no_such_answer(session, wanted)
    return found[-1]


def no_such_answer(session: Session, wanted: str) -> ArchiveError:
    if not session.answers:
        return ArchiveError(f"The interview {session.id} has no answers.")
    known = ", ".join(f"{one.number} ({_shown(one.question.id)})" for one in session.answers)
    return ArchiveError(
        f"The interview {session.id} has no answer '{wanted}'.", f"It has: {known}."
    )


def _shown(name: str) -> str:
    return name if name.isprintable() else ascii(name)


def point_named(answer: Answer, wanted: str) -> str:
    """The id of a talking point, told by its id or by its number in the list.

    Raises `ArchiveError` for one that the question does not have.
    """
    points = [point.id for point in answer.question.talking_points]
    if wanted in points:
        return wanted
    if wanted.isascii() and wanted.isdigit() and 0 < int(wanted) <= len(points):
        return points[int(wanted) - 1]
    if not points:
        raise ArchiveError(f"The question '{answer.question.id}' has no talking points.")
    raise ArchiveError(
        f"The question '{answer.question.id}' has no talking point '{wanted}'.",
        did_you_mean(wanted, points),
    )


def with_marks(
    answer: Answer,
    marks: Sequence[Mark],
    *,
    judge: Callable[[], Judge],
    standards: Standards,
    replies: Sequence[Reply] = (),
) -> Answer:
    """The answer with these marks and no others; without any, as the program made it.

    `replies` are what was said to follow-ups of it.

    `judge` is called where a mark changes the words. Raises what that does (`JudgeError`).
    """
    own = answer.own_assessment or answer.assessment
    if own is None:
        return replace(answer, marks=tuple(marks))
    counts = by_own_word(
        own, answer.question, marks, judge=judge, standards=standards, replies=replies
    )
    changed = counts is not own
    if changed and answer.follows is not None:
        counts = as_reply(counts, answer.follows)
    return replace(
        answer,
        marks=tuple(marks),
        assessment=counts,
        own_assessment=own if changed else None,
    )


def counted_anew(
    session: Session,
    number: int,
    *,
    judge: Callable[[], Judge],
    standards: Standards,
    alone: Assessment | None = None,
) -> Session:
    """The session after replies to answer `number` have changed: what they bring counts anew.

    `alone` is what the program makes of that answer by itself, where it has just been measured;
    otherwise it is judged again by its words. The candidate's marks on it stay.

    Raises what `judge` raises (`JudgeError`).
    """
    main = session.answer(number)
    replies = replies_to(session, main)
    own = main.own_assessment or main.assessment
    if own is None:
        return session
    if alone is None:
        alone = judged_alone(own, main.question, judge(), standards)
    own = with_replies(alone, replies, question=main.question, standards=standards)
    fresh = replace(main, assessment=own, own_assessment=None)
    marked = with_marks(fresh, main.marks, judge=judge, standards=standards, replies=replies)
    return in_place(session, marked)


def in_place(session: Session, answer: Answer) -> Session:
    """The session with the answer in the place of the one of its number."""
    answers = tuple(answer if one.number == answer.number else one for one in session.answers)
    return replace(session, answers=answers)
