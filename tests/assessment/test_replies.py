"""What a reply brings to the answer that called for it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment import as_reply, with_reply
from simulator.assessment.replies import RANKS, together
from simulator.measures import Coverage, Evidence, Verdict
from tests.factories import a_question, an_assessment, some_measures

QUESTION = a_question()
VERDICTS = st.sampled_from(["covered", "unsure", "not_found"])


def coverage(verdict: Verdict) -> tuple[Coverage, ...]:
    said = Evidence("between seventy and eighty", 1.0, 2.0) if verdict != "not_found" else None
    return (Coverage("range", "Gives a range", 2.0, verdict, 0.5, said),)


def test_a_point_counts_and_says_where_it_was_said() -> None:
    main = replace(an_assessment(), coverage=coverage("not_found"))
    reply = replace(an_assessment(), coverage=coverage("covered"))
    made = with_reply(main, reply, question=QUESTION, number=4, prompted=True)
    (point,) = made.coverage
    assert point.prompted
    assert point.evidence == Evidence("between seventy and eighty", None, None, 4)
    assert made.score.parts["coverage"] == 100
    assert any("when you were asked" in finding.reason for finding in made.score.findings)
    assert made.measures == main.measures
    assert made.transcript == main.transcript


@given(VERDICTS, VERDICTS)
def test_a_reply_never_makes_an_answer_worse(before: Verdict, after: Verdict) -> None:
    main = replace(an_assessment(), coverage=coverage(before))
    reply = replace(an_assessment(), coverage=coverage(after))
    scored = with_reply(
        main, replace(reply, coverage=coverage(before)), question=QUESTION, number=2, prompted=True
    )
    made = with_reply(scored, reply, question=QUESTION, number=2, prompted=True)
    assert RANKS[made.coverage[0].verdict] == max(RANKS[before], RANKS[after])


def test_a_reply_has_no_score_of_its_own() -> None:
    made = as_reply(an_assessment(), 3)
    assert made.score.total is None
    assert made.score.findings == ()
    assert "answer 3" in made.score.not_scored


def test_turns_are_measured_together() -> None:
    one, other = some_measures(), some_measures()
    both = together(one, [other])
    assert both.words == 2 * one.words
    assert one.answer_s is not None
    assert both.answer_s == 2 * one.answer_s
    assert both.fillers_per_minute is not None
    assert one.fillers_per_minute is not None
    assert abs(both.fillers_per_minute - one.fillers_per_minute) < 0.1
    assert together(one, []) is one
