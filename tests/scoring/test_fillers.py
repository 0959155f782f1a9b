"""Fillers: how many cost what, and in which words a coach tells where they are."""

import pytest

from simulator.measures import Measures
from simulator.measures.clusters import clusters
from simulator.scoring import Finding, Targets
from simulator.scoring.fillers import fillers
from simulator.scoring.targets import DEFAULTS, own
from tests.scoring.answers import some_fillers, spoken

LONG_S = (60.0, 120.0)


def with_fillers(*starts_s: float, answer_s: float = 60.0, kind: str = "filled_pause") -> Measures:
    found = some_fillers(*starts_s, kind=kind)
    return spoken(answer_s=answer_s, fillers=found, clusters=clusters(found))


def told(measures: Measures, targets: Targets = DEFAULTS) -> tuple[Finding, ...]:
    return fillers(measures, LONG_S, targets).findings


@pytest.mark.parametrize(
    ("a_minute", "value"), [(0, 100), (2, 100), (3.5, 90), (5, 80), (12, 35), (24, 0), (60, 0)]
)
def test_fillers(a_minute: float, value: float) -> None:
    count = round(a_minute * 2)
    measures = spoken(answer_s=120, fillers=some_fillers(*(i * 120 / 121 for i in range(count))))
    assert fillers(measures, LONG_S, DEFAULTS).value == pytest.approx(value)


def test_discourse_markers_weigh_half() -> None:
    starts = [i * 5.0 for i in range(20)]
    words = spoken(answer_s=120, fillers=some_fillers(*starts, kind="discourse_marker"))
    sounds = spoken(answer_s=120, fillers=some_fillers(*starts[:10]))
    assert fillers(words, LONG_S, DEFAULTS).value == fillers(sounds, LONG_S, DEFAULTS).value


def test_many_fillers_are_told_by_what_is_said_most() -> None:
    measures = with_fillers(15.0, 35.0, 55.0)
    (finding,) = told(measures)
    assert finding.reason == (
        "um three times: let a short silence stand instead; "
        "3.0 fillers a minute in all, above your target of 2"
    )
    assert finding.points < 0
    assert finding.at_s == (15.0, 35.0, 55.0)


def test_a_cluster_is_told_with_its_moments() -> None:
    (finding,) = told(with_fillers(9.0, 41.0, 44.0, 49.0, 58.5))
    assert finding.reason == (
        "um three times within nine seconds: stop there, breathe, and say the next point; "
        "5.0 fillers a minute in all, above your target of 2"
    )
    assert finding.at_s == (41.0, 44.0, 49.0)
    assert finding.points < 0


def test_an_answer_that_begins_with_fillers_is_told_to_begin_with_the_headline() -> None:
    (finding, *_) = told(with_fillers(1.2, 4.0, 30.0, 40.0))
    assert finding.reason.startswith("um twice in the first five seconds: start with the headline;")
    assert finding.at_s == (1.2, 4.0)


def test_few_fillers_are_praised_and_still_told_where_they_come_together() -> None:
    findings = told(with_fillers(1.2, 4.0, answer_s=90))
    assert [(f.points, f.neutral) for f in findings] == [(0, False), (0, True)]
    assert findings[0].reason == "1.3 fillers a minute: few"
    assert findings[1].reason == "um twice in the first five seconds: start with the headline"


def test_the_beginning_counts_from_the_first_sound_not_from_the_question() -> None:
    measures = with_fillers(9.2, 12.0, answer_s=90)
    assert len(told(measures)) == 1
    late = spoken(answer_s=90, fillers=measures.fillers, response_latency_s=9.2)
    assert len(told(late)) == 2


def test_no_more_than_two_clusters_are_told_the_largest_first() -> None:
    starts = [20, 21, 22, 50, 51, 52, 53, 90, 91, 92]
    findings = told(with_fillers(*starts, answer_s=120))
    assert [len(f.at_s) for f in findings] == [4, 3]


def test_a_user_s_own_target_is_the_measure() -> None:
    measures = with_fillers(15.0, 35.0, 55.0)
    assert told(measures, own(fillers_per_minute=4.0))[0].points == 0


def test_none_at_all_is_told_in_words() -> None:
    (finding,) = told(with_fillers())
    assert (finding.points, finding.reason) == (0, "Not a single filler")
