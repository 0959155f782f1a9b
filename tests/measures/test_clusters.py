"""Where fillers come close together."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.measures import Filler
from simulator.measures.clusters import FEWEST, WITHIN_S, clusters
from tests.scoring.answers import some_fillers


def starts(*at_s: float) -> list[tuple[float | None, ...]]:
    return [tuple(f.start_s for f in c.fillers) for c in clusters(some_fillers(*at_s))]


def test_three_within_ten_seconds_are_one() -> None:
    assert starts(1, 20, 24, 30, 60) == [(20, 24, 30)]


def test_a_fourth_that_is_near_enough_to_two_others_belongs_to_it() -> None:
    assert starts(20, 24, 30, 33) == [(20, 24, 30, 33)]


def test_two_are_none_nor_are_three_in_eleven_seconds() -> None:
    assert starts(1, 2) == []
    assert starts(1, 6, 12) == []


def test_two_clusters_apart_are_two() -> None:
    assert starts(1, 2, 3, 40, 41, 42) == [(1, 2, 3), (40, 41, 42)]


def test_it_lasts_from_the_first_sound_to_the_last() -> None:
    (cluster,) = clusters(some_fillers(1, 2, 3))
    assert (cluster.start_s, cluster.end_s) == (1, 3.3)


def test_typed_fillers_have_none() -> None:
    assert clusters([Filler("um", "filled_pause", None, None, "transcript", 0.9)] * 5) == ()


@given(st.lists(st.integers(0, 120)).map(sorted))
def test_they_never_overlap_and_hold_every_close_three(at_s: list[int]) -> None:
    found = clusters(some_fillers(*at_s))
    members = [f.start_s for cluster in found for f in cluster.fillers]
    assert members == sorted(m for m in members if m is not None)
    assert len(members) <= len(at_s)
    close = {
        at_s[i + offset]
        for i in range(len(at_s) - FEWEST + 1)
        if at_s[i + FEWEST - 1] - at_s[i] <= WITHIN_S
        for offset in range(FEWEST)
    }
    assert {m for m in members if m is not None} == close
