"""Many answers at once: in order, whatever fails, dies or is stopped on the way."""

from pathlib import Path

import pytest

from simulator.assessment import Assessment, Job, ProcessDiedError
from simulator.assessment.many import in_order
from simulator.errors import MockviewError
from tests.factories import an_assessment
from tests.fakes import FakeAssessor

BROKEN = MockviewError("This is no recording.", "Give another.")
DIED = ProcessDiedError("It died.", "Try again.")


def jobs(count: int) -> list[Job | MockviewError]:
    return [Job(None, file=Path(f"{number}.flac")) for number in range(count)]


def come_out(
    outcomes: list[Assessment | MockviewError | BaseException],
    given: list[Job | MockviewError] | None = None,
) -> tuple[list[tuple[int, bool]], FakeAssessor]:
    """The place of each and whether it was assessed."""
    assessor = FakeAssessor(outcomes)  # type: ignore[arg-type]
    found = list(in_order(given or jobs(len(outcomes)), assessor, at_once=2))
    return [(place, isinstance(one, Assessment)) for place, one in found], assessor


def test_each_comes_in_its_place() -> None:
    found, assessor = come_out([an_assessment()] * 7)
    assert found == [(place, True) for place in range(7)]
    assert [job.file for job in assessor.jobs] == [Path(f"{place}.flac") for place in range(7)]


def test_one_that_is_broken_fails_alone() -> None:
    found, _ = come_out([an_assessment(), BROKEN, an_assessment()])
    assert found == [(0, True), (1, False), (2, True)]


def test_one_that_could_not_even_be_read_keeps_its_place() -> None:
    given = jobs(3)
    given[1] = BROKEN
    found, assessor = come_out([an_assessment(), an_assessment()], given)
    assert found == [(0, True), (1, False), (2, True)]
    assert len(assessor.jobs) == 2


def test_what_was_in_work_when_a_process_died_is_tried_once_more() -> None:
    """The second kills it, twice; the others had the bad luck to be there."""
    outcomes: list[Assessment | MockviewError | BaseException] = [an_assessment(), DIED, DIED, DIED]
    outcomes += [DIED, an_assessment(), an_assessment()]  # once more
    found, assessor = come_out(outcomes, jobs(4))
    assert found == [(0, True), (1, False), (2, True), (3, True)]
    assert len(assessor.jobs) == 7


def test_no_more_than_a_few_are_handed_in_at_a_time() -> None:
    assessor = FakeAssessor()
    next(in_order(jobs(50), assessor, at_once=2))
    assert len(assessor.jobs) == 4


def test_after_ctrl_c_what_is_done_still_comes() -> None:
    class Stopped(FakeAssessor):
        def begin(self, job: Job):  # type: ignore[no-untyped-def]
            pending = super().begin(job)
            if job.file == Path("1.flac"):
                pending.looks_needed = 1

                def interrupted(wait_s: float | None = None) -> Assessment:
                    raise KeyboardInterrupt

                pending.result = interrupted  # type: ignore[method-assign]
            return pending

    coming = in_order(jobs(4), Stopped(), at_once=2)
    found: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        found.extend(place for place, _ in coming)
    assert found == [0, 2, 3]
