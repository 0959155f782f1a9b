"""A range of pay that no rule knows, told by the judge: in the verdict, and to who would ask on."""

import pytest

from simulator.assessment import assess_text
from simulator.interview.lacking import lacking
from simulator.measures.pay import pay_stated
from tests.factories import a_question
from tests.scripted import judge

SAID = "The range on my mind is 130 to 145 thousand Australian."


def test_the_judge_finds_what_the_rules_miss() -> None:
    assert pay_stated(SAID.split()).kind != "range"
    assert pay_stated(SAID.split(), judge()).kind == "range"


@pytest.mark.parametrize(("text", "lacks"), [(SAID, False), ("I would rather wait.", True)])
def test_it_is_covered_and_no_figure_is_asked_for(text: str, lacks: bool) -> None:
    question = a_question()
    made = assess_text(text, question, judge=judge())
    assert (made.coverage[0].verdict == "covered") is not lacks
    assert ("no-figure" in lacking(question, made, ())) is lacks
