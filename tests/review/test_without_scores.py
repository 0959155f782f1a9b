"""What a terminal tells of an interview where scores are hidden: words, and no points."""

import re

import pytest
from rich.console import RenderableType

from simulator.archive import Archive
from simulator.review import drill_list
from simulator.review.comparison_page import comparison
from simulator.review.due import Standing
from simulator.review.marks import marks_page
from simulator.review.pages import answer_brief, answer_page, session_page
from simulator.review.session_list import session_lines
from tests import factories
from tests.review.test_pages import flat

ANSWER = factories.an_answer(
    assessment=factories.an_assessment(
        measures=factories.some_measures(melody=factories.a_melody())
    )
)
AGAIN = factories.an_answer(
    4,
    question=ANSWER.question,
    take=2,
    assessment=factories.an_assessment(
        score=factories.a_score(91),
        measures=factories.some_measures(fillers_per_minute=1.0),
        coverage=(factories.some_coverage("unsure"),),
    ),
)
SESSION = factories.a_session(answers=(ANSWER, AGAIN))
NUMBERS = re.compile(
    r"Score|of 100|\b78\b|\b91\b|-12|-6\b|\d words a minute|fillers a minute: \d|semitones"
)


@pytest.mark.parametrize(
    ("with_", "without"),
    [
        (answer_brief(ANSWER), answer_brief(ANSWER, scores=False)),
        (answer_page(ANSWER, of=2), answer_page(ANSWER, of=2, scores=False)),
        (session_page(SESSION, 6.0), session_page(SESSION, 6.0, scores=False)),
        (comparison(ANSWER, AGAIN), comparison(ANSWER, AGAIN, scores=False)),
        (marks_page(ANSWER, "x"), marks_page(ANSWER, "x", scores=False)),
    ],
)
def test_no_score_and_no_measure(with_: RenderableType, without: RenderableType) -> None:
    assert NUMBERS.search(flat(with_, width=200))
    assert not NUMBERS.search(flat(without, width=200))


def test_reasons_moments_and_verdicts_stay() -> None:
    text = flat(answer_page(ANSWER, of=1, scores=False), width=200)
    assert "to do Nothing heard about where the figure comes from" in text
    assert "(listen at 0:06)" in text
    assert "covered Gives a range" in text
    assert "good 41 s, within" in text


def test_which_way_a_take_went_stays() -> None:
    text = flat(comparison(ANSWER, AGAIN, scores=False), width=200)
    assert "Better fillers a minute Not better" in text
    assert "Gives a range, not a single figure: covered, now unsure" in text


def test_how_ready_each_part_is_stays_in_words() -> None:
    assert "Pay not practised" not in flat(session_page(SESSION, scores=False), width=200)
    assert "ready" in flat(session_page(SESSION, scores=False), width=200)


def test_the_list_of_interviews(tmp_path: pytest.TempPathFactory) -> None:
    archive = Archive(tmp_path)  # type: ignore[arg-type]
    archive.create(SESSION)
    (line,) = session_lines(archive.listing(), scores=False)
    assert line == "2026-11-23-1434-k3f9  1/2  manager"


def test_the_list_of_what_is_due() -> None:
    one = Standing(ANSWER.question, 37, None, None, 0)
    now = factories.STARTED_AT
    assert "37" in flat(drill_list.page((one,), now), width=80)
    text = flat(drill_list.page((one,), now, scores=False), width=80)
    assert "37" not in text
    assert "salary-expectation never asked" in text
