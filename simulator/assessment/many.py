"""Many answers, assessed several at once and handed on in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.assessment.assessing import Assessment
from simulator.assessment.base import Assessor, Job, Pending, ProcessDiedError
from simulator.errors import MockviewError

Outcome = Assessment | MockviewError
LOOK_EVERY_S = 0.2
"""So that Ctrl-C is heeded on systems where waiting cannot be interrupted."""


def in_order(
    jobs: Iterable[Job | MockviewError], assessor: Assessor, *, at_once: int
) -> Iterator[tuple[int, Outcome]]:
    """The place of each and what came of it, in the order given; after an error the rest goes on.

    A few more than `at_once` are handed to the assessor at a time. Where its process dies, what was
    in work is tried once more, one after another: only the recording that kills it fails. After
    Ctrl-C what is done by then is still handed on, then KeyboardInterrupt is raised.
    """
    waiting: deque[_InWork] = deque()
    coming = enumerate(jobs)
    while True:
        while len(waiting) < 2 * at_once and (following := next(coming, None)) is not None:
            place, job = following
            pending = job if isinstance(job, MockviewError) else assessor.begin(job)
            waiting.append(_InWork(place, job, pending))
        if not waiting:
            return
        try:
            outcome = _outcome(waiting[0], assessor)
        except KeyboardInterrupt:
            yield from _done(waiting)
            raise
        yield waiting.popleft().place, outcome


@dataclass(frozen=True, slots=True)
class _InWork:
    place: int
    job: Job | MockviewError
    pending: Pending | MockviewError


def _outcome(one: _InWork, assessor: Assessor) -> Outcome:
    try:
        return _wait(one.pending)
    except ProcessDiedError:
        assert isinstance(one.job, Job)  # noqa: S101 (only what is assessed dies)
    except MockviewError as error:
        return error
    try:
        return _wait(assessor.begin(one.job))
    except MockviewError as error:
        return error


def _wait(pending: Pending | MockviewError) -> Assessment:
    if isinstance(pending, MockviewError):
        raise pending
    while True:
        try:
            return pending.result(LOOK_EVERY_S)
        except TimeoutError:
            continue


def _done(waiting: Iterable[_InWork]) -> Iterator[tuple[int, Outcome]]:
    for one in waiting:
        if isinstance(one.pending, MockviewError):
            yield one.place, one.pending
        elif one.pending.done():
            try:
                yield one.place, one.pending.result(0)
            except MockviewError as error:
                yield one.place, error
