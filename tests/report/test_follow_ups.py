"""What followed from an answer stands with it on the page, and is no answer of its own."""

import re
from dataclasses import replace
from pathlib import Path

from simulator.archive import Said, Session
from simulator.assessment import Mark, as_reply
from simulator.measures import Evidence
from tests import factories
from tests.report.interviews import page_of


def a_follow_up() -> Session:
    """An answer, a reply that brought a point, and another answer."""
    first = factories.an_answer(1, typed=True, sound=None)
    assert first.assessment is not None
    proof = Evidence("between seventy and eighty", None, None, 2)
    coverage = (factories.some_coverage("covered", prompted=True, evidence=proof),)
    first = replace(
        first,
        assessment=replace(first.assessment, coverage=coverage),
        marks=(Mark("note", factories.STARTED_AT, text="Breathe first."),),
    )
    asked = replace(first.question, id="salary-expectation.1", ask="And which <range>?",
                    follows="salary-expectation")  # fmt: skip
    reply = factories.an_answer(
        2, question=asked, typed=True, sound=None, follows=1,
        assessment=as_reply(factories.an_assessment("Seventy to eighty.", typed=True), 1),
        said_after=(Said("supervisor", "Thank you, noted."),),
    )  # fmt: skip
    other = factories.an_answer(3, question=factories.a_question("other"), typed=True, sound=None)
    return factories.a_session(answers=(first, reply, other))


def test_a_follow_up_stands_with_the_answer_that_it_follows(tmp_path: Path) -> None:
    text = page_of(tmp_path, a_follow_up())
    assert re.findall(r'<section class="answer card" id="answer-(\d+)"', text) == ["1", "3"]
    first, _ = text.split('id="answer-3"')
    assert "Answer 2 · to a follow-up of answer 1" in first
    assert "And which &lt;range&gt;?" in first
    assert re.findall(r'class="w"[^>]*>([^<]+)<', first.split('id="said-2"')[1])[:3] == [
        "Seventy", "to", "eighty.",
    ]  # fmt: skip
    assert "Thank you, noted." in first


def test_what_took_a_follow_up_and_ones_own_note_are_told(tmp_path: Path) -> None:
    text = page_of(tmp_path, a_follow_up())
    assert "(when asked)" in text
    assert '(<a href="#answer-2">answer 2</a>)' in text, "typed: there is nothing to hear"
    assert "Breathe first." in text


def test_follow_ups_are_not_counted(tmp_path: Path) -> None:
    assert "2 of 3 answered" in page_of(tmp_path, a_follow_up())
