"""How ready the candidate is for each part of the guide, as far as answers tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Literal

from simulator.archive import Answer, Session
from simulator.questions import Section

Readiness = Literal["ready", "nearly there", "needs practice", "not practised yet"]
READY, NEARLY = 75, 55
"""Points of 100 (convention)."""
LATEST = 3
"""An answer to each of so many questions counts, the latest ones (convention)."""


@dataclass(frozen=True, slots=True)
class PartOfGuide:
    """One section of the question set.

    `points` is the mean score of the latest answers to its latest questions, None for none.
    `here` are the numbers of this interview's answers to it; `questions` how many count.
    """

    section: str
    title: str
    readiness: Readiness
    points: int | None
    here: tuple[int, ...]
    questions: int


def parts_of_guide(
    session: Session, earlier: Sequence[Session], sections: Sequence[Section]
) -> tuple[PartOfGuide, ...]:
    """Every section in the set's order; those that the set does not have (any more) at the end.

    `earlier` is newest first. Only sessions with the same set count.
    """
    sessions = [session, *(one for one in earlier if one.set_id == session.set_id)]
    titles = {section.id: section.title for section in sections}
    for answer in session.planned:
        titles.setdefault(answer.question.section, _as_title(answer.question.section))
    return tuple(_part(section, title, sessions) for section, title in titles.items())


def score_of(answer: Answer) -> int | None:
    return None if answer.assessment is None else answer.assessment.score.total


def _part(section: str, title: str, sessions: Sequence[Session]) -> PartOfGuide:
    latest: dict[str, int] = {}
    for session in sessions:
        for answer in reversed(session.planned):
            total = score_of(answer)
            if answer.question.section == section and total is not None:
                latest.setdefault(answer.question.id, total)
    counted = list(latest.values())[:LATEST]
    here = [answer.number for answer in sessions[0].planned if answer.question.section == section]
    points = round(mean(counted)) if counted else None
    return PartOfGuide(section, title, _told(points), points, tuple(here), len(counted))


def _told(points: int | None) -> Readiness:
    if points is None:
        return "not practised yet"
    if points >= READY:
        return "ready"
    return "nearly there" if points >= NEARLY else "needs practice"


def _as_title(section: str) -> str:
    return section.replace("-", " ").replace("_", " ").capitalize()
