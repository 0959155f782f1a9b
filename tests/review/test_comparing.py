"""Two takes: what got better, what did not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment import Assessment
from simulator.measures import Pause
from simulator.review.comparing import Change, compared
from simulator.review.comparison_page import comparison, comparison_document
from tests import factories
from tests.review.test_pages import shown


def take(total: int = 60, **measures: Any) -> Assessment:
    return factories.an_assessment(
        score=factories.a_score(total), measures=factories.some_measures(**measures)
    )


def change(before: Assessment, after: Assessment, what: str) -> Change:
    (found,) = (change for change in compared(before, after) if change.what == what)
    return found


def test_a_higher_score_is_better() -> None:
    assert change(take(60), take(78), "score").direction == "better"
    assert change(take(78), take(60), "score").direction == "worse"
    assert change(take(60), take(60), "score").direction == "same"


def test_fewer_fillers_are_better() -> None:
    many, few = take(fillers_per_minute=9.0), take(fillers_per_minute=3.0)
    assert change(many, few, "fillers a minute").direction == "better"
    assert change(few, many, "fillers a minute").direction == "worse"
    about = take(fillers_per_minute=3.2)
    assert change(few, about, "fillers a minute").direction == "same"


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (80.0, 130.0, "better"),
        (200.0, 150.0, "better"),
        (130.0, 160.0, "same"),
        (150.0, 220.0, "worse"),
        (90.0, 60.0, "worse"),
    ],
)
def test_a_pace_nearer_to_the_target_is_better(before: float, after: float, direction: str) -> None:
    was, now = take(speech_rate_wpm=before), take(speech_rate_wpm=after)
    assert change(was, now, "words a minute").direction == direction


def test_pauses_that_disturb() -> None:
    calm, long = take(pauses=(Pause(1.0, 2.2),)), take(pauses=(Pause(1.0, 5.5),))
    assert change(long, calm, "long pauses").direction == "better"
    between_sentences = take(pauses=(Pause(1.0, 4.0, False),))
    assert change(between_sentences, calm, "long pauses").direction == "same"


def test_talking_points_by_their_labels() -> None:
    missed = factories.an_assessment(coverage=(factories.some_coverage("not_found"),))
    made = factories.an_assessment(coverage=(factories.some_coverage("unsure"),))
    assert change(missed, made, "Gives a range, not a single figure").direction == "better"
    assert change(made, missed, "Gives a range, not a single figure").direction == "worse"


def test_what_a_typed_take_lacks_is_left_out() -> None:
    typed = factories.an_assessment(typed=True)
    told = {change.what for change in compared(take(), typed)}
    assert "words a minute" not in told
    assert "score" in told


@given(st.integers(0, 100), st.integers(0, 100))
def test_two_takes_the_other_way_round_say_the_opposite(one: int, two: int) -> None:
    opposite = {"better": "worse", "worse": "better", "same": "same"}
    forth, back = compared(take(one), take(two)), compared(take(two), take(one))
    assert [opposite[change.direction] for change in forth] == [change.direction for change in back]


def test_on_a_terminal() -> None:
    before = factories.an_answer(1, assessment=take(60, fillers_per_minute=9.0))
    after = factories.an_answer(2, take=2, assessment=take(78, fillers_per_minute=3.0))
    text = shown(comparison(before, after))
    assert "salary-expectation: take 2 against take 1" in text
    assert "score: 60, now 78" in text
    assert "fillers a minute: 9.0, now 3.0" in text
    assert text.index("Better") < text.index("The same")
    assert "Not better" not in text


def test_as_a_document() -> None:
    before = factories.an_answer(1, assessment=take(60))
    after = factories.an_answer(2, take=2, assessment=take(78))
    document = comparison_document("2026-11-23-1434-k3f9", before, after)
    assert document["changes"][0] == {
        "what": "score",
        "kind": "score",
        "before": 60.0,
        "after": 78.0,
        "direction": "better",
    }
    assert [taken["take"] for taken in document["takes"]] == [1, 2]
