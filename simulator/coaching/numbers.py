"""This interview's numbers beside their targets and beside the candidate's own earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from simulator.archive import Session
from simulator.coaching.figures import figures
from simulator.coaching.yardsticks import YARDSTICKS, Change, Standing
from simulator.scoring import Targets

MOST_DOTS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One number. Texts are ready to be shown; "" where there is nothing to show."""

    name: str
    now: str
    target: str
    standing: Standing | None
    usual: str
    """The median over the earlier interviews."""
    change: Change | None
    course: tuple[float, ...]
    """From the oldest of the latest interviews to this one; empty for less than two."""
    course_told: str
    scored: bool


def rows(session: Session, earlier: Sequence[Session], targets: Targets) -> tuple[Row, ...]:
    """A row for each number that this interview has. `earlier` is newest first."""
    now = figures(session.standing, targets)
    before = [figures(one.standing, targets) for one in earlier]
    told = []
    for stick in YARDSTICKS:
        value = stick.value(now)
        if value is None:
            continue
        past = [old for old in map(stick.value, before) if old is not None]
        usual = median(past) if past else None
        course = (*reversed(past[: MOST_DOTS - 1]), value) if past else ()
        told.append(
            Row(
                name=stick.name,
                now=stick.show(value),
                target=stick.target(targets),
                standing=None if not stick.target(targets) else stick.standing(value, targets),
                usual="" if usual is None else stick.show(usual),
                change=stick.change(usual, value, targets),
                course=course,
                course_told=", ".join(stick.show(old) for old in course),
                scored=stick.scored,
            )
        )
    return tuple(told)
