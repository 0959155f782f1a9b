"""In the last impression hedges cost points, and fillers weigh more."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.questions import Target
from simulator.scoring import score
from simulator.scoring.last_impression import WEIGHTS, Hedge, with_hedges
from simulator.scoring.outcome import Outcome
from tests.factories import a_transcript, some_coverage, some_measures

HEDGE = Hedge("I suppose", 2.0)


def test_one_hedge_is_free_and_the_rest_are_named() -> None:
    whole = Outcome(100.0, ())
    assert with_hedges(whole, [HEDGE]) is whole
    told = with_hedges(whole, [HEDGE, HEDGE, HEDGE])
    assert told.value == 80
    assert "I suppose" in told.findings[-1].reason
    assert told.findings[-1].at_s == (2.0, 2.0, 2.0)


@given(st.floats(0, 100), st.integers(0, 12))
def test_fewer_hedges_never_score_less(value: float, count: int) -> None:
    outcome = Outcome(value, ())
    fewer, more = (with_hedges(outcome, [HEDGE] * n) for n in (count, count + 1))
    assert 0 <= more.value <= fewer.value <= value
    assert abs(sum(f.points for f in more.findings) - (more.value - value)) < 1e-6


def test_weights_are_whole() -> None:
    assert abs(sum(WEIGHTS.values()) - 1) < 1e-9


def test_fillers_weigh_more_in_the_last_impression() -> None:
    transcript = a_transcript()
    fillers = some_measures(transcript).fillers * 6
    measures = some_measures(transcript, fillers=fillers, fillers_per_minute=60.0)
    usual, last = (
        score(
            measures=measures,
            coverage=(some_coverage(),),
            target=Target((2.0, 20.0)),
            transcript=transcript,
            last_impression=last,
        )
        for last in (False, True)
    )
    assert usual.total is not None
    assert last.total is not None
    assert last.total < usual.total
