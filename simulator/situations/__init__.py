"""The six situations of a second interview, looked back on: how ready each is, what was noticed."""

from simulator.archive import Session
from simulator.situations import wording
from simulator.situations.model import (
    Afterwards,
    NextStep,
    Notice,
    OwnPoint,
    PartReadiness,
    Pitch,
    Topics,
)
from simulator.situations.own_points import kept_of_pitch, own_points, where_brought_in
from simulator.situations.own_questions import about_own_questions, topics
from simulator.situations.parts import TITLES
from simulator.situations.pay import pay_raised_early
from simulator.situations.readiness import next_step, readiness
from simulator.situations.tone import harsh, hedged

__all__ = [
    "TITLES",
    "Afterwards",
    "NextStep",
    "Notice",
    "OwnPoint",
    "PartReadiness",
    "Pitch",
    "Topics",
    "afterwards",
    "next_step",
    "own_points",
    "readiness",
    "wording",
]


def afterwards(session: Session) -> Afterwards:
    """Everything that is to be said of a session as a whole; notices in the order of answers."""
    found = [
        *pay_raised_early(session),
        *harsh(session),
        *about_own_questions(session),
        *hedged(session),
    ]
    return Afterwards(
        parts=readiness(session),
        next_step=next_step(session),
        notices=tuple(sorted(found, key=lambda notice: notice.answer)),
        own_points=where_brought_in(session),
        topics=topics(session),
        pitch=kept_of_pitch(session),
    )
