"""Whoever tells of two takes says the same of them: `retake` and its JSON, `review`, the page."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import RenderableType

from simulator.archive import Answer, Session
from simulator.coaching import coached
from simulator.measures import Pause, Verdict
from simulator.review.coaching_screen import takes_page
from simulator.review.comparison_page import comparison, comparison_document
from simulator.review.exporting.markdown import session_markdown
from simulator.review.marks import marks_page
from simulator.review.pages import answer_page
from tests import factories
from tests.report.interviews import page_of
from tests.review.test_pages import flat, shown

HEADS = {"Better": "better", "Not better": "worse", "About the same": "same", "Not judged": None}
LABELS = {"range": "Gives a range, not a single figure", "reasons": "Says where it comes from"}
QUESTION = factories.a_question(
    talking_points=tuple(
        factories.a_talking_point(point, label=label) for point, label in LABELS.items()
    )
)
PARTS = ("Length, of 100", "Fillers, of 100", "Coverage, of 100", "Delivery, of 100")
Told = dict[str, str | None]
"""What is said of each line, "Name: before → after"."""


def take(number: int, total: int, verdicts: tuple[Verdict, Verdict], **measures: Any) -> Answer:
    points = tuple(
        factories.some_coverage(verdict, point=point, label=label)
        for (point, label), verdict in zip(LABELS.items(), verdicts, strict=True)
    )
    assessment = factories.an_assessment(
        score=factories.a_score(total, parts=dict.fromkeys(("length", "delivery"), total)),
        measures=factories.some_measures(**measures),
        coverage=points,
    )
    return factories.an_answer(number, question=QUESTION, take=number, assessment=assessment)


def session(before: Answer, after: Answer) -> Session:
    return factories.a_session(answers=(before, after))


def told(page: RenderableType) -> Told:
    said: Told = {}
    head: str | None = None
    for line in shown(page, width=200).splitlines():
        if line in HEADS:
            head = HEADS[line]
        elif line.startswith("  "):
            said[line.strip()] = head
    return said


def by_review(before: Answer, after: Answer) -> Told:
    return told(takes_page(coached(session(before, after)).takes[after.number]))


def by_retake(before: Answer, after: Answer) -> Told:
    """But for the parts of the score, which `retake` alone tells."""
    lines = told(comparison(before, after))
    return {line: said for line, said in lines.items() if not line.startswith(PARTS)}


def by_page(folder: Path, before: Answer, after: Answer) -> Iterator[tuple[str, str]]:
    """Those that went one way or the other, as line and heading."""
    html = page_of(folder, session(before, after), without_sound=(1, 2))
    for head, lines in re.findall(r'<div class="got \w+"><h4>(.*?)</h4>(.*?)</div>', html, re.S):
        for line in re.findall("<li>(.*?)</li>", lines):
            yield unescape(line), head


VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(["covered", "unsure", "not_found"])
TAKES = st.fixed_dictionaries(
    {
        "total": st.integers(0, 100),
        "verdicts": st.tuples(VERDICTS, VERDICTS),
        "fillers_per_minute": st.none() | st.integers(0, 120).map(lambda tenths: tenths / 10),
        "speech_rate_wpm": st.none() | st.integers(60, 260).map(float),
        "response_latency_s": st.none() | st.integers(0, 80).map(lambda tenths: tenths / 10),
        "pauses": st.none() | st.integers(0, 3).map(lambda n: (Pause(1.0, 9.0),) * n),
    }
)


@given(TAKES, TAKES)
def test_retake_and_review(one: dict[str, Any], two: dict[str, Any]) -> None:
    before, after = take(1, **one), take(2, **two)
    assert by_retake(before, after) == by_review(before, after)


@given(TAKES, TAKES)
def test_the_document_of_retake_and_its_text(one: dict[str, Any], two: dict[str, Any]) -> None:
    """Line for line, but that the document leaves out what is not judged."""
    before, after = take(1, **one), take(2, **two)
    changes: Any = comparison_document("x", before, after)["changes"]
    lines = [said for said in told(comparison(before, after)).values() if said is not None]
    assert sorted(change["direction"] for change in changes) == sorted(lines)


PAIRS = {
    "little": (
        take(1, 60, ("unsure", "covered"), fillers_per_minute=4.0),
        take(2, 62, ("covered", "not_found"), fillers_per_minute=4.4),
    ),
    "good enough": (
        take(1, 84, ("covered", "covered"), fillers_per_minute=1.9),
        take(2, 96, ("covered", "covered"), fillers_per_minute=0.3),
    ),
    "much": (
        take(1, 40, ("not_found", "covered"), fillers_per_minute=9.0, speech_rate_wpm=140.0),
        take(2, 76, ("covered", "unsure"), fillers_per_minute=2.0, speech_rate_wpm=210.0),
    ),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_retake_and_the_page(pair: str, tmp_path: Path) -> None:
    before, after = PAIRS[pair]
    went = [
        (line, said)
        for line, said in by_retake(before, after).items()
        if said in ("better", "worse")
    ]
    assert [(line, HEADS[head]) for line, head in by_page(tmp_path, before, after)] == went


def test_a_point_that_was_not_heard_is_called_so_everywhere(tmp_path: Path) -> None:
    before, after = PAIRS["little"]
    label = LABELS["reasons"]
    for screen in (answer_page(after, of=2), marks_page(after, "x")):
        assert f"not heard {label}" in flat(screen, width=200)
    assert f"- not heard: {label}" in session_markdown(session(before, after))
    page = page_of(tmp_path, session(before, after), without_sound=(1, 2))
    assert f'<span class="verdict">not heard</span> {label}' in page
    assert f"{label}: covered → not heard" in by_retake(before, after)
