"""The candidate's word: what counts is made of the program's own and the marks, purely."""

from dataclasses import replace
from datetime import timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment import (
    Assessment,
    Mark,
    MarkKind,
    by_own_word,
    corrected_text,
    marked_points,
    own_note,
)
from simulator.assessment.assessing import scored
from simulator.assessment.standards import USUAL
from simulator.judge import Judge, reader
from simulator.measures import Condition, measure
from tests import factories
from tests.fakes import FakeJudge

QUESTION = factories.a_question()


def mark(kind: MarkKind, point: str = "", text: str = "") -> Mark:
    return Mark(kind, factories.STARTED_AT + timedelta(days=1), point, text)


def no_judge() -> Judge:
    raise AssertionError("nothing was to be judged")


def own(*verdicts: Literal["covered", "unsure", "not_found"]) -> Assessment:
    """As the program made it: measured and scored by its own rules."""
    coverage = tuple(
        factories.some_coverage(verdict, point=point.id, label=point.label, weight=point.weight)
        for point, verdict in zip(QUESTION.talking_points, verdicts, strict=True)
    )
    transcript = factories.a_transcript()
    return scored(transcript, measure(transcript), coverage, QUESTION, USUAL)


def marked(made: Assessment, *marks: Mark) -> Assessment:
    return by_own_word(made, QUESTION, marks, judge=no_judge)


def test_what_is_amiss_with_the_recording_stays_amiss() -> None:
    """A corrected transcript, or a word on a point, makes no overdriven recording a good one."""
    made = own("covered", "not_found")
    amiss = (Condition("clipped", "It is overdriven", "Turn it down"),)
    measures = replace(made.measures, conditions=amiss)
    unfit = scored(made.transcript, measures, made.coverage, QUESTION, USUAL)
    for word in (
        mark("covered", "reasons"),
        mark("transcript", text="Seventy to eighty thousand."),
    ):
        counts = by_own_word(unfit, QUESTION, [word], judge=FakeJudge)
        assert counts.measures.conditions == amiss
        assert counts.score.parts["delivery"] is None
        assert "It is overdriven. Turn it down." in counts.score.not_scored


def test_covered_after_all() -> None:
    made = own("covered", "not_found")
    counts = marked(made, mark("covered", "reasons"))
    assert [point.verdict for point in counts.coverage] == ["covered", "covered"]
    assert [point.program_verdict for point in counts.coverage] == [None, "not_found"]
    assert counts.score.parts["coverage"] == 100
    assert counts.score.total is not None
    assert made.score.total is not None
    assert counts.score.total > made.score.total


def test_not_covered_is_told_as_the_candidates_word() -> None:
    counts = marked(own("covered", "covered"), mark("not_covered", "range"))
    assert counts.coverage[0].verdict == "not_found"
    assert counts.coverage[0].evidence is None
    (finding,) = (f for f in counts.score.findings if f.part == "coverage" and f.points < 0)
    assert finding.reason.startswith("Not said, by your own word: gives a range")


def test_the_last_word_counts() -> None:
    said = (mark("covered", "range"), mark("not_covered", "range"))
    assert marked_points(said) == {"range": "not_found"}
    assert marked_points(said[:1]) == {"range": "covered"}


def test_an_off_topic_verdict_falls_with_a_mark() -> None:
    made = own("not_found", "not_found")
    assert made.score.total is not None
    assert made.score.total <= 10
    counts = marked(made, mark("covered", "range"))
    assert counts.score.total is not None
    assert counts.score.total > 40


def test_notes_change_no_score() -> None:
    made = own("covered", "unsure")
    assert marked(made, mark("note", text="Slept badly.")) is made
    notes = [mark("note", text="one"), mark("note", text="two")]
    assert own_note(notes) == "two"
    assert own_note([*notes, mark("note")]) == ""
    assert corrected_text(notes) is None


def test_a_point_that_the_question_does_not_have_does_nothing() -> None:
    made = own("covered", "unsure")
    assert marked(made, mark("covered", "elsewhere")).score == made.score


@pytest.mark.slow
def test_a_corrected_transcript_is_measured_and_judged_anew() -> None:
    made = own("not_found", "not_found")
    text = made.transcript.text + " A survey of our trade says so, and so do four comparable jobs."
    counts = by_own_word(made, QUESTION, [mark("transcript", text=text)], judge=reader.load)
    assert counts.transcript.text == text
    assert counts.measures.words == made.measures.words + 13
    assert counts.coverage[0].verdict == "covered", "the range that the judge was kept from"
    assert counts.coverage[0].program_verdict is None
    both = [mark("transcript", text=text), mark("not_covered", "range")]
    counts = by_own_word(made, QUESTION, both, judge=reader.load)
    assert (counts.coverage[0].verdict, counts.coverage[0].program_verdict) == (
        "not_found",
        "covered",
    )


def test_how_a_corrected_transcript_is_told_is_read_anew() -> None:
    made = replace(own("covered", "covered"), telling=factories.a_telling())
    text = mark("transcript", text="I sold pumps. They were asleep.")
    judge = FakeJudge({"blames": "asleep"})
    counts = by_own_word(made, QUESTION, [text], judge=lambda: judge)
    assert counts.telling is not None
    assert [one.text for one in counts.telling.harsh] == ["They were asleep."]
    assert marked(made, mark("not_covered", "range")).telling == made.telling


def test_melody_and_faults_of_the_recording_stay() -> None:
    made = own("covered", "covered")
    measures = replace(made.measures, melody=factories.a_melody())
    made = replace(made, measures=measures)
    assert marked(made, mark("not_covered", "range")).measures == measures


points = st.sampled_from([point.id for point in QUESTION.talking_points])
kinds = st.sampled_from(["covered", "not_covered"])


@given(st.lists(st.tuples(kinds, points), max_size=6), points)
def test_saying_that_a_point_was_covered_never_costs(
    said: list[tuple[MarkKind, str]], point: str
) -> None:
    marks = [mark(kind, on) for kind, on in said]
    made = own("unsure", "covered")
    before = marked(made, *marks).score.total
    after = marked(made, *marks, mark("covered", point)).score.total
    assert before is not None
    assert after is not None
    assert after >= before
