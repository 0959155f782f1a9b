"""Replies to follow-ups in a real browser: heard, read, and led to, as any answer is."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from simulator.report import PageWish, write_report
from tests.report import interviews
from tests.report.opened import NEAR_S, Opened, only_the_word_that_is_heard_is_lit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive, stored = interviews.a_conversation(tmp_path_factory.mktemp("conversation"))
    return write_report(archive, stored, PageWish(interviews.SECTIONS))


class TestHearing:
    def test_a_reply_plays_within_the_answer_that_it_follows(self, opened: Opened) -> None:
        page = opened.page
        page.locator("#answer-1 #answer-2 [data-play]").click()
        assert opened.started() <= NEAR_S
        assert page.locator(".playing[data-answer]").get_attribute("id") == "answer-2"
        assert page.locator("[data-dock-title]").inner_text() == "Answer 2"
        playing = page.get_by_role("button", name="Pause answer")
        assert playing.get_attribute("aria-label") == "Pause answer 2"
        shown = page.locator("#answer-1 > .player .play .icon:visible use")
        assert shown.get_attribute("href") == "#icon-play", "the answer around it does not play"
        assert opened.complaints == []

    @pytest.mark.parametrize(
        "selector",
        [
            ".said .w:nth-of-type(30)",
            ".said .t-discourse_marker",
            ".said .t-filled_pause >> nth=1",
            ".said .t-pause >> nth=1",
        ],
    )
    def test_a_click_in_it_starts_its_sound_there(self, opened: Opened, selector: str) -> None:
        element = opened.page.locator("#answer-2").locator(selector)
        element.click()
        assert abs(opened.started() - opened.time_of(element)) <= NEAR_S
        opened.page.wait_for_selector("#answer-2.playing")

    def test_its_words_are_lit_and_no_others(self, opened: Opened) -> None:
        opened.page.locator("#answer-2 .said .w >> nth=0").click()
        opened.wait_until("new Set(window.drawn.map((one) => one[1])).size >= 6")
        only_the_word_that_is_heard_is_lit(opened, "#answer-2 .w[data-at]")
        assert opened.page.locator(".w.lit").count() == 1
        assert opened.page.locator("#answer-1 > .said .lit").count() == 0

    def test_the_words_of_the_answer_are_its_own(self, opened: Opened) -> None:
        opened.page.locator("#answer-1 > .said .w >> nth=-8").click()
        opened.wait_until("new Set(window.drawn.map((one) => one[1])).size >= 6")
        only_the_word_that_is_heard_is_lit(opened, "#answer-1 > .said .w[data-at]")
        assert opened.page.locator("#answer-2 .lit").count() == 0
        shown = opened.page.locator("#answer-2 .play .icon:visible use")
        assert shown.get_attribute("href") == "#icon-play", "the reply in it does not play"

    def test_a_mark_on_its_timeline(self, opened: Opened) -> None:
        mark = opened.page.locator("#answer-2 .evidence [data-at]")
        assert "Stays open about the whole" in (mark.locator("title").text_content() or "")
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box is not None
        opened.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert abs(opened.started() - 8.1) <= NEAR_S
        opened.page.wait_for_selector("#answer-2.playing")

    def test_what_could_not_be_transcribed_can_be_heard(self, opened: Opened) -> None:
        reply = opened.page.locator("#answer-4 #answer-5")
        assert "Not transcribed: The model broke." in reply.inner_text()
        reply.locator("[data-play]").click()
        opened.started()
        opened.page.wait_for_selector("#answer-5.playing")

    def test_what_was_typed_has_words_and_no_player(self, opened: Opened) -> None:
        typed = opened.page.locator("#answer-3")
        assert "Nothing else." in typed.inner_text()
        assert typed.locator(".player, .play").count() == 0
        typed.locator(".w >> nth=0").click()
        assert opened.starts() == 0


class TestLeadingThere:
    def test_evidence_from_a_reply(self, opened: Opened) -> None:
        point = opened.page.locator("#answer-1 .points li", has_text="Stays open about the whole")
        assert "when asked" in point.inner_text()
        assert "0:08 in answer 2" in point.inner_text()
        point.locator(".quote").click()
        assert abs(opened.started() - 8.1) <= NEAR_S
        opened.page.wait_for_selector("#answer-2.playing")

    def test_a_reason_that_comes_from_a_reply(self, opened: Opened) -> None:
        reason = opened.page.locator("#answer-1 .reasons li", has_text="Said when you were asked")
        moment = reason.get_by_role("button", name="Listen at 0:08 in answer 2")
        moment.focus()
        opened.page.keyboard.press("Enter")
        assert abs(opened.started() - 8.1) <= NEAR_S
        opened.page.wait_for_selector("#answer-2.playing")

    def test_evidence_of_the_answer_itself_stays_there(self, opened: Opened) -> None:
        opened.page.locator("#answer-1 .quote").first.click()
        opened.started()
        opened.page.wait_for_selector("#answer-1.playing")


class TestKeys:
    def test_answers_and_replies_in_the_order_they_were_given(self, opened: Opened) -> None:
        page = opened.page
        page.keyboard.press("r")
        page.wait_for_selector("#answer-1.playing")
        for number in (2, 4, 5):
            page.keyboard.press("n")
            page.wait_for_selector(f"#answer-{number}.playing")
        page.keyboard.press("b")
        page.wait_for_selector("#answer-4.playing")

    def test_the_reply_in_view_is_the_one_that_plays(self, opened: Opened) -> None:
        page = opened.page
        page.locator("#answer-2").evaluate("(reply) => reply.scrollIntoView({block: 'start'})")
        opened.wait_until("document.querySelector('#answer-2').getBoundingClientRect().top < 120")
        page.keyboard.press("k")
        page.wait_for_selector("#answer-2.playing")

    def test_fillers_pauses_and_points_of_the_reply_alone(self, opened: Opened) -> None:
        page = opened.page
        first = {
            key: opened.times(f"#answer-2 {marks}")[0]
            for key, marks in (("f", "mark"), ("p", ".t-pause"))
        }
        page.locator("#answer-2 [data-play]").click()
        opened.started()
        for key, at_s in (*first.items(), ("e", 8.1)):
            page.keyboard.press("r")
            opened.wait_for_position(0)
            page.keyboard.press(key)
            opened.wait_for_position(at_s)
        page.keyboard.press("k")
        page.keyboard.press("e")
        assert page.locator("[role=status]").inner_text() == "No further point."

    def test_its_transcript_word_by_word(self, opened: Opened) -> None:
        page = opened.page
        page.locator("#answer-2 .said").focus()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        at_s = page.evaluate("Number(document.activeElement.dataset.at)")
        page.keyboard.press("Enter")
        assert abs(opened.started() - at_s) <= NEAR_S
        page.wait_for_selector("#answer-2.playing")

    def test_its_slider(self, opened: Opened) -> None:
        opened.page.get_by_role("slider", name="Position in answer 2").focus()
        opened.page.keyboard.press("ArrowRight")
        opened.wait_for_position(5)


class TestForEverybody:
    @pytest.mark.parametrize("width", [360, 1280])
    def test_axe_finds_nothing(self, browser: Browser, file: Path, width: int) -> None:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce"
        )
        opened = Opened(context, file)
        opened.page.locator("#answer-2 .w:nth-of-type(15)").click()
        opened.started()
        opened.page.keyboard.press("k")
        opened.axe_finds_nothing()
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()

    def test_headings_go_down_step_by_step(self, opened: Opened) -> None:
        reply = opened.page.get_by_role("region", name="Answer 2 ")
        assert reply.get_by_role("heading", level=4).inner_text() == "And what about the whole?"
        followed = opened.page.locator("#answer-1").get_by_role("heading", level=3)
        assert "What followed" in followed.all_inner_texts()

    def test_on_paper(self, opened: Opened) -> None:
        page = opened.page
        page.emulate_media(media="print")
        assert page.locator("#answer-2 .said").is_visible()
        for selector in (".play", ".jumper", ".seek"):
            assert page.locator(f"#answer-2 {selector}").first.is_hidden()
