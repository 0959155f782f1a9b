"""When to listen, in words."""

from simulator.review.exporting.markdown import session_markdown
from simulator.review.moments import listen_at, said_at
from simulator.review.pages import answer_page
from simulator.scoring import Elsewhere, Finding
from tests import factories
from tests.review.test_pages import flat

BOTH = Finding("fillers", -3.0, "um twice", (4.0,), in_replies=(Elsewhere(3, 12.5),))


def test_moments_of_the_answer_and_of_a_reply() -> None:
    assert listen_at(BOTH) == "listen at 0:04, answer 3 at 0:12"
    assert listen_at(Finding("length", 0.0, "Long enough")) == ""


def test_where_words_were_said() -> None:
    assert said_at(64.0, None) == "1:04"
    assert said_at(64.0, 3) == "answer 3, 1:04"
    assert said_at(None, 3) == "answer 3"
    assert said_at(None, None) == ""


def test_terminal_and_export_tell_them() -> None:
    point = factories.some_coverage(prompted=True)
    assert point.evidence is not None
    there = factories.some_coverage(
        prompted=True, evidence=type(point.evidence)("seventy to eighty", 2.5, 4.4, 3)
    )
    assessment = factories.an_assessment(
        coverage=(there,), score=factories.a_score(findings=(BOTH,))
    )
    answer = factories.an_answer(assessment=assessment)
    for text in (
        flat(answer_page(answer, of=1), width=200),
        " ".join(session_markdown(factories.a_session(answers=(answer,))).split()),
    ):
        assert "“seventy to eighty” (answer 3, 0:02)" in text
        assert "um twice (listen at 0:04, answer 3 at 0:12)" in text
