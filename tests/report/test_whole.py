"""The interview as a whole on the page: what the terminal tells of it, where there is something."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from simulator.archive import Answer
from simulator.measures import Asked
from tests import factories
from tests.report.interviews import HARSH, HOSTILE, long_assessment, own_point, page_of
from tests.situations.sessions import EXCHANGE, a_session_of, question, said, skipped

HEADINGS = ("Noticed", "What you wanted to bring in", "Your own questions",
            "Your last words, against what you had prepared")  # fmt: skip
PLAYS = re.compile(r'data-answer-number="(\d+)"><a href="#answer-\1">[^<]*</a> <button[^>]*'
                   r'data-at="([\d.]+)"')  # fmt: skip


def whole(page: str) -> str:
    """The section's markup; "" where there is none."""
    found = re.search(r'<section id="whole".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def seen(markup: str) -> str:
    """What a reader sees, on one line."""
    apart = re.sub(r"</(p|li|h\d|div)>", " ", markup)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", apart)).split())


def headings(markup: str) -> tuple[str, ...]:
    return tuple(re.findall("<h3>(.*?)</h3>", markup))


def harsh() -> Answer:
    assessment = long_assessment(said=HARSH)
    return factories.an_answer(1, question=question("depth"), assessment=assessment)


def asking() -> Answer:
    asked = (Asked("Is it good?", 3.0, 4.0, ("team",), closed=True),)
    return said("Is it good?", "your-questions", asked=asked, exchange=EXCHANGE)


def parting() -> Answer:
    points = (own_point("pitch-1", 1.5), own_point("pitch-2"), own_point("unsaid-1"))
    return said("I bring calm nights.", "last-impression", brought_in=points)


def test_a_notice_has_its_words_what_to_do_and_plays_where_it_was_said(tmp_path: Path) -> None:
    answer = harsh()
    part = whole(page_of(tmp_path, a_session_of(answer)))
    assert headings(part) == ("Noticed",)
    assert "This can be heard as blame. Answer 1" in seen(part)
    assert "“My boss was incompetent and lazy.” Begin softer" in seen(part)
    assert answer.assessment is not None
    word = answer.assessment.transcript.words[41]
    assert PLAYS.findall(part) == [("1", str(word.start_s))]


def test_own_points_are_told_with_where_or_with_their_place(tmp_path: Path) -> None:
    part = whole(page_of(tmp_path, a_session_of(said("Hm.", "unsaid"), parting())))
    text = seen(part)
    assert "brought in Own pitch-1 Answer 2 Listen at 0:01: answer 2 “proof of pitch-1”" in text
    passed = "not said Lost unsaid-1 The moment passed: question 1 would have been the place."
    assert f"{passed} Answer 1" in text
    assert ("2", "1.5") in PLAYS.findall(part)


def test_last_words_are_held_against_the_prepared_ones(tmp_path: Path) -> None:
    text = seen(whole(page_of(tmp_path, a_session_of(parting()))))
    assert text.endswith(f"{HEADINGS[3]} kept Own pitch-1 lost Lost pitch-2 Answer 1")


def test_topics_of_ones_own_questions(tmp_path: Path) -> None:
    text = seen(whole(page_of(tmp_path, a_session_of(asking()))))
    assert "Your own questions 1 question, about: Team. Left out: Goals." in text
    assert "This can be answered with yes or no. Answer 1" in text


def test_each_is_there_only_where_there_is_something(tmp_path: Path) -> None:
    page = page_of(tmp_path / "none", a_session_of(said("Yes.")))
    assert whole(page) == ""
    assert "#whole" not in page.partition("<body>")[2].partition("<script>")[0]
    everything = a_session_of(harsh(), asking(), parting())
    page = page_of(tmp_path / "all", everything)
    assert headings(whole(page)) == HEADINGS
    assert '<a href="#whole">' in page


def test_what_is_not_in_the_page_cannot_be_played(tmp_path: Path) -> None:
    reply = replace(harsh(), follows=1, sound="02-reply.flac")
    part = whole(page_of(tmp_path, a_session_of(harsh(), reply), without_sound=(1, 2)))
    assert 'href="#answer-2"' in part
    assert part.count('<span class="clock">0:') == 2
    assert "<button" not in part


def test_what_was_said_in_a_reply_plays_there(tmp_path: Path) -> None:
    reply = replace(harsh(), follows=1, sound="02-reply.flac")
    part = whole(page_of(tmp_path, a_session_of(said("It ended."), reply)))
    ((number, _),) = PLAYS.findall(part)
    assert number == "2"


def test_a_link_to_a_reply_leads_somewhere(tmp_path: Path) -> None:
    page = page_of(tmp_path, a_session_of(said("It ended."), replace(harsh(), follows=1)))
    for number in re.findall(r'href="#answer-(\d+)"', page):
        assert page.count(f'id="answer-{number}"') == 1


def test_no_score_is_in_it(tmp_path: Path) -> None:
    session = a_session_of(harsh(), asking(), parting())
    with_ = whole(page_of(tmp_path / "with", session))
    assert with_ == whole(page_of(tmp_path / "without", session, hide_scores=True))
    assert not re.search(r"\b(78|80|of 100)\b", seen(with_))


def test_the_same_next_step_and_the_six_parts_as_everywhere(tmp_path: Path) -> None:
    page = seen(page_of(tmp_path, a_session_of(said("Yes.", total=40), skipped("pay"))))
    step = "The one thing to practise next Pay: What are your salary expectations for this role?"
    assert step in page
    assert "mockview run --question q-pay" in page
    assert (
        "The six parts What was left unsaid not practised Depth and behaviour not yet, 40" in page
    )


def test_without_scores_no_reason_tells_one(tmp_path: Path) -> None:
    answer = said("Yes.", total=40)
    assert answer.assessment is not None
    by_itself = replace(answer.assessment, score=factories.a_score(33))
    session = a_session_of(replace(answer, own_assessment=by_itself))
    told = "Without your word the score would be 33."
    assert told in page_of(tmp_path / "with", session)
    assert told not in page_of(tmp_path / "without", session, hide_scores=True)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    bad = HOSTILE.replace("\ud800", "")
    session = a_session_of(
        said("Hm.", "your-questions", exchange=EXCHANGE,
             asked=(Asked(bad, 1.0, 2.0, (), closed=True),),
             brought_in=(replace(own_point("unsaid-1"), label=bad),))
    )  # fmt: skip
    part = whole(page_of(tmp_path, session))
    assert part.count("&lt;img src=x onerror=window.hacked=2&gt;") == 2
    assert "<img" not in part
    assert "<svg/onload" not in part
    assert not [sign for sign in part if sign in "\x00\x07\x1b\u202e\u2066"]


def test_a_point_that_was_not_found_comes_with_how_it_could_be_said(tmp_path: Path) -> None:
    points = (
        factories.a_talking_point(examples=("Between 70 and 80.",)),
        factories.a_talking_point("reasons", examples=("<b>I asked</b> three people.", "No.")),
    )
    answer = factories.an_answer(1, question=factories.a_question(talking_points=points))
    page = page_of(tmp_path, a_session_of(answer))
    assert "For instance: “&lt;b&gt;I asked&lt;/b&gt; three people.”" in page
    assert "Between 70 and 80." not in page  # it was covered
