"""What a terminal shows beside targets and earlier interviews: the same as the page has."""

import pytest
from rich.cells import cell_len

from simulator.archive import Archive, StoredSession, earlier
from simulator.coaching import Advice, Coaching, Comparison, coached
from simulator.coaching.verdicts import CHANGES
from simulator.report.page import Page
from simulator.review.coaching_screen import habit_page, numbers_page, praise_page, takes_page
from simulator.review.pages import session_page
from simulator.review.plain import clock
from tests import factories
from tests.report import interviews
from tests.review.test_pages import assert_harmless, flat, in_ascii, shown


def test_all_that_the_page_has_of_the_whole_is_shown(
    interview: tuple[StoredSession, Coaching],
) -> None:
    stored, made = interview
    text = flat(session_page(stored.session, None, made), width=200)
    assert set(Page.__dataclass_fields__) - {"session", "cards", "hide_scores"} == {
        "told", "parts", "numbers", "earlier", "next_step", "habit", "praise",
    }, "what the page has more is to be shown here too"  # fmt: skip
    for row in made.numbers:
        assert f"{row.name}: {row.now}" in text
        assert not row.target or row.target in text
        if row.usual and row.change is not None:
            assert f"before {row.usual}: {CHANGES[row.change]}" in text
    assert "the middle of your 2 interviews until then" in text
    for one in (*made.praise, made.habit, made.next_step):
        assert one is not None
        assert (one.why or one.title) in text
        assert f"(answer {one.number}" in text or not one.why
        assert one.at_s is None or clock(one.at_s) in text
    for part in made.parts:
        assert f"{part.part.title}" in text
        assert not part.last_told or f"last time: {part.last_told}" in text
    for comparison in made.takes.values():
        for line in comparison.lines:
            assert f"{line.name}: {' → '.join(line.cells)}" in text


def test_a_number_stands_beside_its_target_and_the_time_before(
    interview: tuple[StoredSession, Coaching],
) -> None:
    _, made = interview
    lines = shown(numbers_page(made.numbers, made.earlier)).splitlines()
    place = next(i for i, line in enumerate(lines) if "Words a minute" in line)
    assert "(target: " in lines[place]
    assert "before " in lines[place + 1]
    assert lines[place + 1][-1] in "▁▂▃▄▅▆▇█"


def test_without_earlier_interviews_there_is_no_before() -> None:
    made = coached(factories.a_session())
    text = shown(numbers_page(made.numbers, made.earlier)).lower()
    assert "words a minute: 121" in text
    assert "before " not in text.replace("before the first word", "")


def test_earlier_answers_to_a_question_are_told_with_the_last_words(
    interview: tuple[StoredSession, Coaching],
) -> None:
    stored, made = interview
    text = shown(takes_page(made.takes[3]), width=200)
    assert "01 Nov 2026 → 09 Nov 2026 → Take 1 → Take 2" in text
    assert "Score, of 100: 52 → 61 → 64 → 78" in text
    assert "What you said then" not in text, "the take before is in this interview"
    second = earlier_alone(stored)
    assert "What you said then (01 Nov 2026): word0 word1" in shown(takes_page(second), width=300)


def earlier_alone(stored: StoredSession) -> Comparison:
    """The second interview's answer beside that of the first."""
    archive = Archive(stored.folder.parent)
    session = archive.load("2026-11-09-1000-aaaa").session
    return coached(session, earlier(archive, session.started_at)).takes[1]


def test_nothing_to_tell_takes_no_lines() -> None:
    for page in (praise_page(()), habit_page(None), numbers_page((), 3)):
        assert shown(page).strip() == ""


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_fit_the_width(width: int, interview: tuple[StoredSession, Coaching]) -> None:
    stored, made = interview
    for line in shown(session_page(stored.session, None, made), width).splitlines():
        assert cell_len(line) <= width or line.startswith("mockview ")  # to be copied
        assert line == line.rstrip()


def test_what_was_said_cannot_steer_the_terminal() -> None:
    bad = Advice(interviews.HOSTILE, interviews.HOSTILE, 1, 2.0)
    assert_harmless(shown(praise_page((bad,))) + shown(habit_page(bad)))


def test_a_terminal_without_these_signs_has_the_course_in_words(
    interview: tuple[StoredSession, Coaching],
) -> None:
    _, made = interview
    numbers, takes = numbers_page(made.numbers, made.earlier), takes_page(made.takes[3])
    text = in_ascii(numbers, takes, width=200)
    assert "(52, 61, 78)" in text
    assert "52 -> 61 -> 64 -> 78" in text
    assert "?" not in text
