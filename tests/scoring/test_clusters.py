"""Fillers close together: found, the densest first, and told as a coach would."""

from simulator.scoring.clusters import densest, told_cluster
from simulator.scoring.targets import DEFAULTS
from tests.scoring.answers import some_fillers


def test_three_within_ten_seconds_are_a_cluster() -> None:
    got = densest(some_fillers(1.0, 30.0, 35.0, 40.0, 80.0), DEFAULTS)
    assert [filler.start_s for filler in got] == [30.0, 35.0, 40.0]


def test_two_are_none_nor_are_three_further_apart() -> None:
    assert densest(some_fillers(1.0, 2.0), DEFAULTS) == ()
    assert densest(some_fillers(1.0, 6.0, 11.5), DEFAULTS) == ()


def test_the_densest_of_several_is_named_the_earliest_of_equals() -> None:
    got = densest(some_fillers(0.0, 1.0, 2.0, 50.0, 51.0, 52.0, 53.0), DEFAULTS)
    assert [filler.start_s for filler in got] == [50.0, 51.0, 52.0, 53.0]
    got = densest(some_fillers(0.0, 1.0, 2.0, 50.0, 51.0, 52.0), DEFAULTS)
    assert got[0].start_s == 0.0


def test_one_word_is_named_and_several_are_listed() -> None:
    assert told_cluster(some_fillers(41.0, 44.0, 49.0)) == "um three times in eight seconds"
    mixed = some_fillers(1.0, 1.2) + some_fillers(1.9, kind="discourse_marker")
    assert told_cluster(mixed) == "three of them in one second (um, you know)"
    assert told_cluster(some_fillers(*range(12))) == "um 12 times in 11 seconds"


def test_without_times_there_are_none() -> None:
    assert densest((), DEFAULTS) == ()
