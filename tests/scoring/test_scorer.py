"""Whole scores: they add up, every loss has a reason, and better is never scored less."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.measures import Condition, Measures, Verdict
from simulator.measures.model import ConditionKind
from simulator.scoring import PARTS, Score
from simulator.scoring.scorer import NO_QUESTION, NO_SOUND
from simulator.scoring.targets import FLOOR
from tests.scoring.answers import a_pause, points, scored, some_fillers, spoken, typed

ROUNDING = 0.5 + 0.05 * 14
"""Of the total, and of as many findings as there can be."""


def lost(score: Score) -> float:
    return sum(finding.points for finding in score.findings)


def test_a_good_answer_has_all_points_and_is_told_what_was_good() -> None:
    score = scored()
    assert score.total == 100
    assert score.parts == dict.fromkeys(PARTS, 100)
    assert score.not_scored == ""
    assert {finding.part for finding in score.findings} == set(PARTS)
    assert all(finding.points == 0 for finding in score.findings)


def test_the_heaviest_loss_comes_first() -> None:
    score = scored(
        spoken(fillers=some_fillers(*range(0, 40, 5)), words=240),
        points("not_found", "covered", "covered"),
    )
    assert score.findings[0].part == "coverage"
    assert score.findings[0].points == pytest.approx(-16.7)
    losses = [finding.points for finding in score.findings]
    assert losses == sorted(losses)


def test_coverage_weighs_as_much_as_all_of_delivery() -> None:
    assert scored(coverage=points("covered", "not_found")).total == 75


def test_typed_answers_are_scored_for_content_and_length_and_told_so() -> None:
    score = scored(typed(200), points("covered", "covered"))
    assert score.parts == {"length": 100, "fillers": None, "coverage": 100, "delivery": None}
    assert score.total == 100
    assert score.not_scored == NO_SOUND
    assert {finding.part for finding in score.findings} == {"length", "coverage"}


def test_without_a_question_content_is_not_scored_and_told_so() -> None:
    score = scored(coverage=(), target=None)
    assert score.parts["coverage"] is None
    assert score.total == 100
    assert score.not_scored == NO_QUESTION.format("60 to 120 seconds")


def test_a_question_without_points_is_scored_for_the_rest() -> None:
    score = scored(coverage=())
    assert score.parts["coverage"] is None
    assert score.not_scored == ""


def test_silence_is_at_the_floor_and_says_why() -> None:
    nothing = Measures(0, 0.0, 0.0, None, None, None, (), (), None)
    score = scored(nothing, points("not_found", "not_found"))
    assert score.total == 0
    assert [finding.reason for finding in score.findings] == ["Nothing was said"]
    assert score.findings[0].points == -100


@pytest.mark.parametrize(
    "text",
    [
        "I don't know.",
        "Um, I really don't know, sorry.",
        "I can\u2019t think of any example right now, to be honest.",
        "No idea. Next question please.",
        "I'd rather not say.",
        "Pass.",
    ],
)
@pytest.mark.parametrize("verdict", ["not_found", "unsure"])
def test_passing_a_question_on_is_at_the_floor(text: str, verdict: Verdict) -> None:
    words = len(text.split())
    for measures in (spoken(words=words, answer_s=4.0, speech_s=3.0, fillers=()), typed(words)):
        score = scored(measures, points(verdict, "not_found"), text=text)
        assert score.total is not None
        assert score.total <= FLOOR
        assert len(score.findings) == 1
        assert lost(score) == pytest.approx(score.total - 100, abs=ROUNDING)


def test_fluent_talk_about_something_else_is_at_the_floor_and_keeps_its_reasons() -> None:
    score = scored(spoken(fillers=some_fillers(*range(30))), points("not_found", "not_found"))
    assert score.total == FLOOR
    reasons = " ".join(finding.reason for finding in score.findings)
    assert "something else" in reasons
    assert "fillers a minute" in reasons


@pytest.mark.parametrize("coverage", [points("covered", "not_found"), points("unsure")])
def test_an_answer_near_to_a_point_is_not_off_topic(coverage: tuple[object, ...]) -> None:
    total = scored(coverage=coverage).total  # type: ignore[arg-type]
    assert total is not None
    assert total > FLOOR


def test_one_fluent_sentence_earns_little_for_fluency() -> None:
    short = spoken(words=14, answer_s=6.0, speech_s=5.5, fillers=())
    score = scored(short, points("covered", "not_found", "not_found"))
    assert score.parts["fillers"] == 20
    assert score.parts["delivery"] == 20
    assert score.parts["length"] == 10


def a_condition(kind: ConditionKind) -> Condition:
    return Condition(kind, f"It is {kind}", f"Mend {kind}")


@pytest.mark.parametrize("kind", ["clipped", "too_quiet", "other_voice"])
def test_a_recording_that_is_unfit_is_scored_for_content_and_length_and_told_so(
    kind: ConditionKind,
) -> None:
    """However many fillers were heard in it, and however fast it seems to be."""
    measures = spoken(
        fillers=some_fillers(*range(0, 40, 2)), words=400, conditions=(a_condition(kind),)
    )
    score = scored(measures, points("covered", "not_found"))
    assert score.parts == {"length": 100, "fillers": None, "coverage": 50, "delivery": None}
    assert score.total == round((0.5 * 50 + 0.2 * 100) / 0.7)
    assert {finding.part for finding in score.findings} == {"length", "coverage"}
    assert score.not_scored == (f"It is {kind}. Mend {kind}. Fillers and delivery are not scored.")


def test_all_that_is_amiss_is_told_once() -> None:
    both = spoken(conditions=(a_condition("other_voice"), a_condition("clipped")))
    assert scored(both).not_scored == (
        "It is other_voice. Mend other_voice. It is clipped. Mend clipped. "
        "Fillers and delivery are not scored."
    )


@pytest.mark.parametrize("kind", ["too_short", "no_speech"])
def test_where_nobody_is_heard_nothing_else_is_told_and_little_is_scored(
    kind: ConditionKind,
) -> None:
    """Whatever words a recogniser made of it."""
    score = scored(spoken(conditions=(a_condition(kind),)), points("covered", "covered"))
    assert score.total is not None
    assert score.total <= FLOOR
    assert [finding.reason for finding in score.findings] == [f"It is {kind}. Mend {kind}"]


@pytest.mark.parametrize("kind", get_args(ConditionKind))
def test_nothing_that_is_amiss_is_scored_as_if_it_were_fine(kind: ConditionKind) -> None:
    score = scored(spoken(conditions=(a_condition(kind),)))
    told = score.not_scored + " ".join(finding.reason for finding in score.findings)
    assert f"It is {kind}. Mend {kind}" in told
    assert score.parts != scored().parts or score.total != scored().total


# Properties

verdicts = st.lists(st.sampled_from(["covered", "unsure", "not_found"]), max_size=6)
times = st.lists(st.floats(0, 80), max_size=30)
pauses = st.lists(st.floats(1, 9), max_size=8)
answers = st.builds(
    lambda words, long_s, fills, marks, stops, latency_s: spoken(
        words=words,
        answer_s=long_s,
        speech_s=long_s * 0.8,
        fillers=some_fillers(*sorted(fills)) + some_fillers(*marks, kind="discourse_marker"),
        pauses=tuple(a_pause(10.0 * i, stop_s) for i, stop_s in enumerate(stops)),
        response_latency_s=latency_s,
    ),
    st.integers(5, 600),
    st.floats(2, 300),
    times,
    times,
    pauses,
    st.floats(0, 20),
)


@given(answers, verdicts)
def test_findings_and_total_add_up_to_a_hundred(measures: Measures, said: list[Verdict]) -> None:
    score = scored(measures, points(*said))
    assert score.total is not None
    assert 0 <= score.total <= 100
    assert all(value is None or 0 <= value <= 100 for value in score.parts.values())
    assert lost(score) == pytest.approx(score.total - 100, abs=ROUNDING)
    for finding in score.findings:
        assert finding.points <= 0
        assert finding.reason
        assert finding.source


@given(answers, verdicts)
def test_the_same_answer_scores_the_same(measures: Measures, said: list[Verdict]) -> None:
    assert scored(measures, points(*said)) == scored(measures, points(*said))


def no_less(better: Score, worse: Score) -> bool:
    assert better.total is not None
    assert worse.total is not None
    return better.total >= worse.total and all(
        (better.parts[part] or 0) >= (worse.parts[part] or 0) for part in PARTS
    )


@given(answers, verdicts.filter(bool), st.integers(0, 5))
def test_a_point_better_made_never_scores_less(
    measures: Measures, said: list[Verdict], at: int
) -> None:
    at %= len(said)
    order: list[Verdict] = ["not_found", "unsure", "covered"]
    assume(said[at] != "covered")
    better = [*said]
    better[at] = order[order.index(said[at]) + 1]
    assert no_less(scored(measures, points(*better)), scored(measures, points(*said)))


@given(answers, verdicts, st.integers(0, 59))
def test_a_filler_less_never_scores_less(measures: Measures, said: list[Verdict], at: int) -> None:
    assume(measures.fillers)
    kept = [*measures.fillers]
    del kept[at % len(kept)]
    fewer = spoken(**{**fields(measures), "fillers": tuple(kept)})
    assert no_less(scored(fewer, points(*said)), scored(measures, points(*said)))


@given(answers, verdicts, st.integers(0, 7))
def test_a_long_pause_less_never_scores_less(
    measures: Measures, said: list[Verdict], at: int
) -> None:
    assume(measures.pauses)
    kept = [*(measures.pauses or ())]
    del kept[at % len(kept)]
    calmer = replace(measures, pauses=tuple(kept))
    assert no_less(scored(calmer, points(*said)), scored(measures, points(*said)))


@given(answers, st.floats(0, 20))
def test_an_earlier_start_never_scores_less(measures: Measures, earlier_s: float) -> None:
    assume(earlier_s <= (measures.response_latency_s or 0))
    sooner = replace(measures, response_latency_s=earlier_s)
    assert no_less(scored(sooner), scored(measures))


@given(st.floats(1, 60), st.floats(0, 60), st.floats(60, 200))
def test_a_length_nearer_to_the_target_never_scores_less_at_the_same_pace(
    short_s: float, more_s: float, rate_wpm: float
) -> None:
    def of(long_s: float) -> Score:
        words = max(5, round(long_s * rate_wpm / 60))
        measures = spoken(words=words, answer_s=long_s, speech_s=long_s * 0.8, fillers=())
        return scored(replace(measures, speech_rate_wpm=rate_wpm))

    assert no_less(of(min(60.0, short_s + more_s)), of(short_s))
    assert no_less(of(120 + short_s), of(120 + short_s + more_s))


@given(st.floats(20, 300), st.floats(0, 100))
def test_a_pace_nearer_to_the_target_never_scores_less(rate_wpm: float, more_wpm: float) -> None:
    def of(rate: float) -> Score:
        return scored(replace(spoken(), speech_rate_wpm=rate))

    nearer = min(rate_wpm + more_wpm, 120) if rate_wpm < 120 else max(rate_wpm - more_wpm, 120)
    assert no_less(of(nearer), of(rate_wpm))


@given(answers, verdicts)
def test_a_filled_pause_never_costs_less_than_a_discourse_marker(
    measures: Measures, said: list[Verdict]
) -> None:
    more = {**fields(measures)}
    as_word = spoken(
        **{**more, "fillers": measures.fillers + some_fillers(40.0, kind="discourse_marker")}
    )
    as_sound = spoken(**{**more, "fillers": measures.fillers + some_fillers(40.0)})
    assert no_less(scored(as_word, points(*said)), scored(as_sound, points(*said)))


def fields(measures: Measures) -> dict[str, object]:
    return {name: getattr(measures, name) for name in Measures.__slots__}
