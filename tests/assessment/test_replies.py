"""What a reply brings to the answer that called for it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment import Reply, as_reply, with_replies, with_reply
from simulator.assessment.replies import RANKS, together
from simulator.measures import Coverage, Evidence, Filler, Verdict
from simulator.scoring import Elsewhere
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
    assert point.evidence == Evidence("between seventy and eighty", 1.0, 2.0, 4)
    assert made.score.parts["coverage"] == 100
    (told,) = [f for f in made.score.findings if "when you were asked" in f.reason]
    assert (told.at_s, told.in_replies) == ((), (Elsewhere(4, 1.0),))
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


def test_fillers_of_a_turn_are_heard_in_that_turn() -> None:
    main = replace(an_assessment(), coverage=coverage("covered"))
    one = replace(an_assessment(), coverage=coverage("not_found"))
    replies = (Reply(2, one, prompted=True), Reply(3, one, prompted=False))
    made = with_replies(main, replies, question=QUESTION)
    (told,) = [f for f in made.score.findings if f.part == "fillers" and f.points < 0]
    own = tuple(filler.start_s for filler in main.measures.fillers)
    assert told.at_s == own
    assert told.in_replies == tuple(Elsewhere(3, start_s) for start_s in own if start_s is not None)
    assert made.measures == main.measures, "how the answer itself was spoken stays"


def test_fillers_at_the_beginning_of_a_turn_do_not_begin_the_answer() -> None:
    um = Filler("um", "filled_pause", 0.5, 0.8, "acoustic", 0.9)
    main = replace(an_assessment(), measures=some_measures(fillers=()))
    turn = replace(main, measures=some_measures(fillers=(um, replace(um, start_s=1.0, end_s=1.2))))
    made = with_replies(main, (Reply(2, turn, prompted=False),), question=QUESTION)
    assert not [f for f in made.score.findings if "in the first" in f.reason]
    alone = with_replies(turn, (Reply(2, main, prompted=False),), question=QUESTION)
    assert [f for f in alone.score.findings if "in the first" in f.reason]


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
