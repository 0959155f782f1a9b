"""The six parts of the interview as the page shows them: now, and beside the time before."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.archive import Session
from simulator.situations import PartReadiness, readiness
from simulator.situations.wording import READINESS


@dataclass(frozen=True, slots=True)
class PartShown:
    """One part. `last` is how it was when it was last practised, in an earlier interview."""

    part: PartReadiness
    last: PartReadiness | None

    @property
    def told(self) -> str:
        return READINESS[self.part.readiness]

    @property
    def last_told(self) -> str:
        """In words; empty where it was never practised before."""
        return "" if self.last is None else READINESS[self.last.readiness]


def parts_shown(now: Sequence[PartReadiness], earlier: Sequence[Session]) -> tuple[PartShown, ...]:
    """In their order; none where none was practised now. `earlier` is newest first."""
    if not any(part.answers for part in now):
        return ()
    # Newest last, so that it is what stays. The parts are the same in every question set.
    last = {
        part.situation: part
        for session in reversed(earlier)
        for part in readiness(session)
        if part.readiness != "not-practised"
    }
    return tuple(PartShown(part, last.get(part.situation)) for part in now)
