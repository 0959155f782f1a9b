"""An interview held against its targets and the earlier ones: what went well, what to practise.

The terminal and the page show the same of it; it is worked out here, once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.archive import Session
from simulator.coaching.advice import Advice, Practise, habit, practise_next, went_well
from simulator.coaching.numbers import Row, rows
from simulator.coaching.parts import PartShown, parts_shown
from simulator.coaching.takes import Comparison, comparison
from simulator.scoring import DEFAULTS, Targets
from simulator.situations import Afterwards, afterwards

__all__ = [
    "Advice",
    "Coaching",
    "Comparison",
    "PartShown",
    "Practise",
    "Row",
    "coached",
]


@dataclass(frozen=True, slots=True)
class Coaching:
    """`told` is what is to be said of the interview as a whole. `earlier` is how many interviews
    the numbers are held against. `takes` has the answers, by their numbers, that stand beside
    earlier ones to the same question."""

    told: Afterwards
    parts: tuple[PartShown, ...]
    numbers: tuple[Row, ...]
    earlier: int
    takes: Mapping[int, Comparison]
    next_step: Advice | None
    habit: Advice | None
    praise: tuple[Advice, ...]
    targets: Targets


def coached(
    session: Session,
    before: Sequence[Session] = (),
    targets: Targets = DEFAULTS,
    practise: Practise | None = None,
) -> Coaching:
    """`before` are the earlier interviews, newest first (`archive.earlier`)."""
    told = afterwards(session)
    beside = {
        answer.number: comparison(session, answer.number, before, targets)
        for answer in session.planned
    }
    return Coaching(
        told=told,
        parts=parts_shown(told.parts, before),
        numbers=rows(session, before, targets),
        earlier=len(before),
        takes={number: one for number, one in beside.items() if one is not None},
        next_step=practise_next(session, told.next_step, practise),
        habit=habit(session.standing),
        praise=went_well(session),
        targets=targets,
    )
