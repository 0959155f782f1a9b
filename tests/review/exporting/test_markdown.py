"""Markdown, read by a reader of CommonMark with GitHub's tables and links: words stay words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from simulator.archive import Session
from simulator.assessment import Mark
from simulator.measures import Disfluency
from simulator.review.exporting.markdown import escaped, session_markdown
from simulator.review.plain import plain
from tests import factories

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in (token.children or [])]


def shown(markdown: str) -> str:
    """The text that a reader sees of a paragraph."""
    return "".join(
        token.content if token.type in ("text", "text_special") else ""
        for token in inline(READER.parse(markdown))
    )


def outline(session: Session) -> list[tuple[str, str]]:
    tokens = READER.parse(session_markdown(session))
    return [(token.type, token.tag) for token in tokens]


def with_text(text: str) -> Session:
    answer = factories.an_answer(
        1,
        question=factories.a_question(ask=text or "Why?"),
        assessment=factories.an_assessment(text or "x"),
        marks=(Mark("note", factories.STARTED_AT, text=text),),
    )
    return factories.a_session(answers=(answer,), set_title=text or "Set")


def test_what_it_holds() -> None:
    text = session_markdown(factories.a_session())
    assert text.startswith("# Second interview with your future supervisor and peers\n")
    assert "> **um** I was thinking of somewhere between" in text
    assert "- covered: Gives a range, not a single figure “somewhere between" in text
    assert "**Score 78 of 100** · length 100" in text
    assert "- -12.0 points: Nothing heard about where the figure comes from" in text
    assert "Skipped." in text
    assert "You typed" not in text


def test_words_said_twice_are_marked_as_fillers_are() -> None:
    transcript = factories.a_transcript("I I was there.")
    twice = Disfluency("I I", "repetition", 0.9, 1.6)
    measures = factories.some_measures(transcript, disfluencies=(twice,))
    made = factories.an_assessment(transcript=transcript, measures=measures)
    text = session_markdown(factories.a_session(answers=(factories.an_answer(1, assessment=made),)))
    assert "> **um** **I I** was there." in text


def test_the_candidates_word_is_told() -> None:
    point = factories.some_coverage("covered", program_verdict="not_found", evidence=None)
    answer = factories.an_answer(
        1,
        assessment=factories.an_assessment(coverage=(point,)),
        marks=(Mark("note", factories.STARTED_AT, text="Slept badly."),),
    )
    text = session_markdown(factories.a_session(answers=(answer,)))
    assert "- covered by my own word: Gives a range" in text
    assert "My note: Slept badly." in text


HOSTILE = [
    "# not a heading",
    "- not a list",
    "+ not a list",
    "1. not a list",
    "12) neither",
    "> not a quote",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode\n```",
    "    indented",
    "<script>alert(1)</script>",
    "<b>bold</b> &amp; &lt;",
    "[a link](http://example.org)",
    "![a picture](x.png)",
    "[label]: http://example.org",
    "<http://example.org>",
    "*stars* _underscores_ ~~struck~~ `ticks`",
    "a\\*b \\",
    "===",
    "---",
    "***",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_shows_as_it_was_said(text: str) -> None:
    assert shown(escaped(text)).strip() == plain(text)
    tokens = READER.parse(escaped(text))
    assert [token.type for token in tokens if token.level == 0][:2] in (
        ["paragraph_open", "inline"],
        ["paragraph_open", "paragraph_close"],
    )
    kinds = {token.type for token in inline(tokens)}
    assert kinds <= {"text", "text_special"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_changes_the_outline(text: str) -> None:
    assert outline(with_text(text)) == outline(with_text("plain words"))


@pytest.mark.parametrize("text", ["see https://example.org", "www.example.org", "a@example.org"])
def test_nothing_becomes_a_link_on_github(text: str) -> None:
    assert shown(escaped(text)) == text
    assert not any(link in escaped(text) for link in ("https://", "www.e", "a@e"))


@given(st.text())
def test_any_text_shows_as_it_was_said(text: str) -> None:
    made = READER.parse(escaped(text))
    assert {token.type for token in inline(made)} <= {"text", "text_special"}
    assert " ".join(shown(escaped(text)).split()) == " ".join(plain(text).split())
    assert "\n" not in escaped(text)


@given(st.text(alphabet="#*_`[]<>()!|~-+=&;:/\\.1 \na@$x", max_size=40))
def test_no_signs_change_the_outline(text: str) -> None:
    if plain(text):
        assert outline(with_text(text)) == outline(with_text("plain words"))
