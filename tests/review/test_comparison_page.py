"""What `retake` tells of two takes, on a terminal and as JSON."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.archive import Answer
from simulator.coaching.verdicts import HEADS
from simulator.measures import Pause
from simulator.review.comparison_page import comparison, comparison_document
from tests import factories
from tests.review.test_pages import shown


def take(number: int, total: int | None = 60, **measures: Any) -> Answer:
    assessment = factories.an_assessment(
        score=factories.a_score(total), measures=factories.some_measures(**measures)
    )
    return factories.an_answer(number, take=number, assessment=assessment)


def changes(before: Answer, after: Answer) -> list[dict[str, Any]]:
    made: Any = comparison_document("2026-11-23-1434-k3f9", before, after)["changes"]
    return list(made)


def direction(before: Answer, after: Answer, what: str) -> str:
    (found,) = (change for change in changes(before, after) if change["what"] == what)
    return str(found["direction"])


def test_on_a_terminal() -> None:
    before, after = take(1, 60, fillers_per_minute=9.0), take(2, 78, fillers_per_minute=3.0)
    lines = shown(comparison(before, after)).splitlines()
    assert lines[:4] == [
        "salary-expectation: take 2 against take 1",
        "Better",
        "  Score, of 100: 60 → 78",
        "  Fillers a minute: 9.0 → 3.0",
    ]
    assert "Not better" not in lines
    same = lines[lines.index("About the same") :]
    assert "  Delivery, of 100: 80 → 80" in same
    assert "  Says where the figure comes from: not heard → not heard" in same


def test_what_is_never_judged_is_not_told_as_the_same() -> None:
    before, after = (
        take(number, melody=factories.a_melody(spread)) for number, spread in ((1, 2.0), (2, 9.0))
    )
    lines = shown(comparison(before, after)).splitlines()
    assert "  Melody, in semitones: 2.0 → 9.0" in lines[lines.index(HEADS[None]) :]
    assert not any("melody" in change["what"] for change in changes(before, after))


def test_as_a_document() -> None:
    before, after = take(1, 60), take(2, 78, pauses=(Pause(1.0, 2.2), Pause(4.0, 9.0)))
    document = comparison_document("2026-11-23-1434-k3f9", before, after)
    assert [taken["take"] for taken in document["takes"]] == [1, 2]
    made = changes(before, after)
    assert made[0] == {
        "what": "score", "kind": "score", "before": 60.0, "after": 78.0, "direction": "better",
    }  # fmt: skip
    assert [(change["what"], change["kind"]) for change in made] == [
        ("score", "score"),
        ("length", "part"),
        ("fillers", "part"),
        ("coverage", "part"),
        ("delivery", "part"),
        ("seconds beyond the length asked for", "measure"),
        ("words a minute", "measure"),
        ("fillers a minute", "measure"),
        ("long pauses", "measure"),
        ("seconds before the first word", "measure"),
        ("Gives a range, not a single figure", "point"),
        ("Says where the figure comes from", "point"),
    ]
    assert [change["before"] for change in made[-2:]] == [100.0, 0.0]


def test_talking_points_by_their_labels() -> None:
    missed, made = (
        factories.an_answer(
            assessment=factories.an_assessment(coverage=(factories.some_coverage(verdict),))
        )
        for verdict in ("not_found", "unsure")
    )
    assert direction(missed, made, "Gives a range, not a single figure") == "better"
    assert direction(made, missed, "Gives a range, not a single figure") == "worse"


def test_what_a_typed_take_lacks_is_left_out_of_the_document() -> None:
    typed = factories.an_answer(2, take=2, typed=True)
    told = {change["what"] for change in changes(take(1), typed)}
    assert "words a minute" not in told
    assert "score" in told
    assert "  Words a minute: 121 → \u2013" in shown(comparison(take(1), typed)).splitlines()


def test_a_take_without_a_score_has_the_rest_compared() -> None:
    told = {change["what"] for change in changes(take(1), take(2, None))}
    assert "score" not in told
    assert "words a minute" in told


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [((1.0, 2.2), (1.0, 5.5), "worse"), ((1.0, 5.5), (1.0, 2.2), "better")],
)
def test_pauses_that_disturb(
    before: tuple[float, float], after: tuple[float, float], wanted: str
) -> None:
    was, now = take(1, pauses=(Pause(*before),)), take(2, pauses=(Pause(*after),))
    assert direction(was, now, "long pauses") == wanted


@given(st.integers(0, 100), st.integers(0, 100))
def test_two_takes_the_other_way_round_say_the_opposite(one: int, two: int) -> None:
    opposite = {"better": "worse", "worse": "better", "same": "same"}
    forth, back = changes(take(1, one), take(2, two)), changes(take(1, two), take(2, one))
    assert [opposite[each["direction"]] for each in forth] == [each["direction"] for each in back]
