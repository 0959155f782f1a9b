"""What a terminal tells of an interview where scores are hidden: words, and no points."""

import re
from pathlib import Path

import pytest
from rich.console import RenderableType

from simulator.archive import Archive, StoredSession, UsualVoice
from simulator.coaching import Coaching, coached
from simulator.review import drill_list
from simulator.review.coaching_screen import numbers_page, takes_page
from simulator.review.comparison_page import comparison
from simulator.review.curves_screen import Curves
from simulator.review.due import Standing
from simulator.review.marks import marks_page
from simulator.review.pages import answer_brief, answer_page, session_page
from simulator.review.session_list import session_lines
from simulator.scoring import DEFAULTS
from tests import factories
from tests.report import interviews
from tests.review.test_pages import flat, shown

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
USUAL = UsualVoice(6.0, 14.0)
SESSION = factories.a_session(answers=(ANSWER, AGAIN))
NUMBERS = re.compile(
    r"Score|of 100|\b78\b|\b91\b|-12|-6\b|\d words a minute|illers a minute: \d|semitones"
    r"|(?:minute|asked for|an answer|first word|in dB): \d|target:|\d dB|\d Hz"
)


@pytest.mark.parametrize(
    ("with_", "without"),
    [
        (answer_brief(ANSWER), answer_brief(ANSWER, scores=False)),
        (answer_page(ANSWER, of=2), answer_page(ANSWER, of=2, scores=False)),
        (session_page(SESSION, USUAL), session_page(SESSION, USUAL, scores=False)),
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
    assert "Better Fillers a minute Not better" in text
    assert "Gives a range, not a single figure: covered → unsure" in text


def test_how_ready_each_part_is_stays_in_words() -> None:
    assert "Pay not practised" not in flat(session_page(SESSION, scores=False), width=200)
    assert "ready" in flat(session_page(SESSION, scores=False), width=200)


def test_beside_targets_and_earlier_interviews_too(
    interview: tuple[StoredSession, Coaching],
) -> None:
    session, made = interview[0].session, interview[1]
    assert NUMBERS.search(flat(session_page(session, USUAL, made), width=200))
    assert not NUMBERS.search(flat(session_page(session, USUAL, made, scores=False), width=200))


def test_where_a_number_stands_is_told_in_words(interview: tuple[StoredSession, Coaching]) -> None:
    _, made = interview
    lines = shown(numbers_page(made.numbers, made.earlier, scores=False)).splitlines()
    assert lines[0] == "How it went, in the middle of your answers"
    assert "  Fillers a minute: off target, about the same as before" in lines
    told = "\n".join(lines)
    assert not any(row.name in told for row in made.numbers if row.scored or not row.standing)
    assert "Before: the middle of your 2 interviews until then." in told


def test_nothing_to_say_in_words_takes_no_lines() -> None:
    typed = factories.an_answer(assessment=factories.an_assessment(typed=True))
    made = coached(factories.a_session(answers=(typed,)))
    scored = [row for row in made.numbers if row.scored]
    assert scored
    assert shown(numbers_page(scored, 0, scores=False)).strip() == ""


def test_which_way_earlier_answers_went_stays() -> None:
    made = coached(SESSION)
    with_ = flat(takes_page(made.takes[4]), width=200)
    assert re.search(r"Better .*Fillers a minute: \d", with_)
    without = flat(takes_page(made.takes[4], scores=False), width=200)
    assert "Better Fillers a minute Not better" in without
    assert "Gives a range, not a single figure: covered → unsure" in without
    assert "Melody" not in without, "never judged, so there is nothing to say without its number"


def test_how_ready_a_part_was_last_time_stays_in_words(
    interview: tuple[StoredSession, Coaching],
) -> None:
    session, made = interview[0].session, interview[1]
    last = next(part.last for part in made.parts if part.last is not None)
    assert f"last time: nearly ready, {last.score}" in flat(session_page(session, None, made))
    without = shown(session_page(session, None, made, scores=False))
    assert any(line.endswith("last time: nearly ready") for line in without.splitlines())


def test_curves_are_drawn_with_their_names_alone() -> None:
    assessment = interviews.long_assessment()
    lines = shown(Curves(assessment, DEFAULTS, numbers=False)).splitlines()
    assert lines[::2] == ["Pace", "Melody", lines[4]]
    assert lines[1::2] == shown(Curves(assessment, DEFAULTS)).splitlines()[1::2]


LISTS = {
    None: [
        "Interview             Answered  State          Role",
        "2026-11-23-1434-k3f9    1 of 2  finished       manager",
    ],
    40: [
        "Interview             Answered",
        "  State, role",
        "2026-11-23-1434-k3f9    1 of 2",
        "  finished, manager",
    ],
}


@pytest.mark.parametrize("width", LISTS)
def test_the_list_of_interviews(width: int | None, tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.create(SESSION)
    assert session_lines(archive.listing(), width, scores=False) == LISTS[width]


def test_the_list_of_what_is_due() -> None:
    one = Standing(ANSWER.question, 37, None, None, 0)
    now = factories.STARTED_AT
    assert "37" in flat(drill_list.page((one,), now), width=80)
    text = flat(drill_list.page((one,), now, scores=False), width=80)
    assert "37" not in text
    assert "salary-expectation never asked" in text
