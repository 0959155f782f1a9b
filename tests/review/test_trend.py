"""The trend: numbers, and how a terminal and a page show them."""

import html.parser
import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.archive import AnswerSummary, SessionSummary
from simulator.archive.summary import summarise
from simulator.review.trend import Trend, in_buckets, trend_of
from simulator.review.trend_document import trend_json
from simulator.review.trend_html import trend_html
from simulator.review.trend_screen import trend_page
from tests import factories
from tests.review.test_pages import shown

BASE = summarise(factories.a_session())


def answer(question: str = "q", score: int | None = 70, **other: Any) -> AnswerSummary:
    values = {
        "section": "salary",
        "take": 1,
        "state": "assessed",
        "coverage": 60,
        "fillers_per_minute": 3.0,
        "rate_wpm": 140.0,
    } | other
    return AnswerSummary(question, score=score, **values)  # type: ignore[arg-type]


def session(day: int, *answers: AnswerSummary, **other: Any) -> SessionSummary:
    at = factories.STARTED_AT + timedelta(days=day)
    scores = [one.score for one in answers if one.score is not None]
    return replace(
        BASE,
        id=f"{at:%Y-%m-%d-%H%M}-aaaa",
        started_at=at,
        answers=answers,
        answered=len(answers),
        total=round(sum(scores) / len(scores)) if scores else None,
        **other,
    )


THREE = (
    session(2, answer(score=80, fillers_per_minute=2.0), answer("r", 60, section="closing")),
    session(0, answer(score=50, fillers_per_minute=8.0, coverage=20)),
    session(1, answer(score=90), answer(score=70, fillers_per_minute=None, rate_wpm=None)),
)


def test_sessions_stand_in_order_of_time() -> None:
    trend = trend_of(THREE)
    assert [point.score for point in trend.sessions] == [50, 80, 70]
    assert [point.fillers_per_minute for point in trend.sessions] == [8.0, 3.0, 2.5]
    assert (trend.score, trend.fillers_per_minute, trend.rate_wpm) == (70, 3.0, 140.0)


def test_coverage_by_section() -> None:
    trend = trend_of(THREE)
    assert dict(trend.sessions[2].coverage) == {"salary": 60, "closing": 60}
    assert dict(trend.coverage) == {"salary": 60, "closing": 60}


def test_the_best_take_of_each_question_weakest_first() -> None:
    weak, strong = trend_of(THREE).best
    assert (weak.question, weak.score, weak.takes) == ("r", 60, 1)
    assert (strong.question, strong.score, strong.takes, strong.last_score) == ("q", 90, 4, 80)
    assert strong.session == THREE[2].id


def test_the_same_question_id_in_another_set_is_another_question() -> None:
    trend = trend_of([*THREE, session(3, answer(score=99), set_id="bakery")])
    assert [(best.set_id, best.score) for best in trend.best if best.question == "q"] == [
        ("second-interview", 90),
        ("bakery", 99),
    ]


def test_a_later_take_stands_for_its_question() -> None:
    first, again = answer(fillers_per_minute=9.0), answer(take=2, fillers_per_minute=1.0)
    skipped = answer(None, take=3, state="skipped", fillers_per_minute=None, rate_wpm=None)  # type: ignore[arg-type]
    (point,) = trend_of([session(0, first, again, skipped._replace(question="q"))]).sessions
    assert point.fillers_per_minute == 1.0


def test_sessions_without_an_answer_are_left_out() -> None:
    assert trend_of([session(0)]) == trend_of([]) == Trend((), (), None, None, None, {})


@given(st.lists(st.none() | st.floats(0, 100), max_size=80), st.integers(1, 30))
def test_buckets_are_few_and_within_what_was_measured(
    values: list[float | None], most: int
) -> None:
    made = in_buckets(values, most)
    assert len(made) == min(len(values), most)
    told = [value for value in values if value is not None]
    assert all(min(told) <= value <= max(told) for value in made if value is not None)


def test_json() -> None:
    document = json.loads(trend_json(trend_of(THREE)))
    assert document["schema"] == 1
    assert document["medians"]["score"] == 70
    assert [one["score"] for one in document["sessions"]] == [50, 80, 70]
    assert document["sessions"][0]["coverage"] == {"salary": 20.0}
    assert document["questions"][1]["best"] == {"score": 90, "session": THREE[2].id, "take": 1}
    assert json.loads(trend_json(trend_of([]))) == {
        "schema": 1,
        "medians": {
            "score": None, "fillers_per_minute": None, "speech_rate_wpm": None, "coverage": {},
        },
        "sessions": [],
        "questions": [],
    }  # fmt: skip


def test_on_a_terminal() -> None:
    text = shown(trend_page(trend_of(THREE)))
    assert "3 interviews, 2026-11-23 to 2026-11-25" in text
    assert "Score: first 50, last 70, median 70" in text
    assert "Fillers a minute: first 8.0, last 2.5, median 3.0" in text
    assert re.search(r"[▁▂▃▄▅▆▇█]{3}", text)
    assert "60 r" in text
    assert "best of 4" in text


def test_none_yet() -> None:
    assert "Start with: mockview run" in shown(trend_page(trend_of([])))


def test_one_session_has_numbers_and_no_chart() -> None:
    text = shown(trend_page(trend_of(THREE[:1])))
    assert "Score: 70" in text
    assert not re.search(r"[▁▂▃▄▅▆▇█]", text)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_it_fits_into_its_width(width: int) -> None:
    long = "a-very-long-name-of-a-question-that-goes-on-and-on"
    sessions = [session(day, answer(long, day % 100, section=long)) for day in range(300)]
    for line in shown(trend_page(trend_of(sessions)), width).splitlines():
        assert cell_len(line) <= width


HOSTILE = "<script>x</script> \x1b[31m \u202e & \"'"


def test_hostile_names_are_harmless() -> None:
    trend = trend_of([session(day, answer(HOSTILE, 50, section=HOSTILE)) for day in range(2)])
    assert "\x1b" not in shown(trend_page(trend))
    page = trend_html(trend, pace_wpm=(120, 165), fillers_per_minute=2)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x1b" not in page
    assert "\u202e" not in page


class Reader(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [name for name, _ in attrs if name in ("src", "href", "srcset", "action")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("sessions", [(), THREE[:1], THREE])
def test_the_page_is_whole_and_asks_for_nothing(sessions: tuple[SessionSummary, ...]) -> None:
    page = trend_html(trend_of(sessions), pace_wpm=(120, 165), fillers_per_minute=2)
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    assert reader.loads == []
    assert not {"script", "link", "img", "iframe", "object"} & set(reader.tags)
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page
    assert ("svg" in reader.tags) == bool(sessions)


def test_a_page_of_very_many_sessions_stays_small() -> None:
    sessions = [session(day, answer(f"q{day % 40}", day % 100)) for day in range(3000)]
    page = trend_html(trend_of(sessions), pace_wpm=(120, 165), fillers_per_minute=2)
    assert len(page) < 200_000
    assert "2800 are older" in page
