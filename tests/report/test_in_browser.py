"""The page in a real browser: opened from disk, heard, read, and worked with keys alone."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext

from simulator.archive import Archive, Said
from simulator.assessment import Mark
from simulator.audio.files import write_flac
from simulator.measures import Asked
from simulator.questions import Exchange, Section, Topic, VoiceWish
from simulator.report import PageWish, write_report
from simulator.sound import SPEECH_RATE_HZ, Sound
from tests import factories
from tests.browser import PATIENCE_MS
from tests.report import interviews
from tests.report.opened import NEAR_S, Opened, only_the_word_that_is_heard_is_lit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("interview")
    archive, stored = interviews.an_interview(folder)
    return write_report(archive, stored, PageWish(interviews.SECTIONS))


class TestOpening:
    def test_it_asks_for_nothing_and_complains_of_nothing(self, opened: Opened) -> None:
        opened.page.locator("#answer-1 [data-play]").click()
        opened.started()
        assert [url for url in opened.asked if not url.startswith("blob:")] == [opened.address]
        assert opened.complaints == []

    def test_it_says_first_that_it_holds_a_voice(self, opened: Opened) -> None:
        text = opened.page.locator("body").inner_text()
        assert text.index("recordings of your voice") < text.index("Second interview")

    def test_no_sound_is_decoded_before_it_is_wanted(self, opened: Opened) -> None:
        assert not any(url.startswith("blob:") for url in opened.asked)
        opened.page.locator("#answer-3 [data-play]").click()
        opened.started()
        assert len({url for url in opened.asked if url.startswith("blob:")}) == 1

    def test_without_scripts_everything_can_be_read(self, browser: Browser, file: Path) -> None:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(file.as_uri())
        assert page.locator("#answer-1 .said").is_visible()
        assert "word12" in page.locator("#answer-1 > .said").inner_text()
        assert not page.locator(".screen-only:visible").count()
        context.close()

    def test_nothing_leaves_even_for_a_script_that_tries(self, opened: Opened) -> None:
        """Were something to get in all the same, the page's own policy keeps it from calling."""
        with listening() as (port, calls):
            opened.page.context.set_offline(False)
            opened.page.evaluate(
                """async (port) => {
                  const address = `http://127.0.0.1:${port}/`;
                  await fetch(address + 'fetch', {mode: 'no-cors'}).catch(() => {});
                  new Image().src = address + 'image';
                  navigator.sendBeacon(address + 'beacon', 'x');
                  document.body.insertAdjacentHTML('beforeend', `<iframe src="${address}"></iframe>
                    <link rel="stylesheet" href="${address}"><video src="${address}"></video>
                    <img src=x onerror="window.hacked=1">`);
                  const script = document.createElement('script');
                  script.textContent = 'window.hacked = 1';
                  document.body.append(script);
                  await new Promise((done) => setTimeout(done, 500));
                }""",
                port,
            )
            assert calls == []
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)) as caller:
                caller.sendall(b"is anybody there?")
            until = time.monotonic() + PATIENCE_MS / 1000
            while not calls and time.monotonic() < until:
                time.sleep(0.05)
            assert calls == ["is anybody there?"]  # who calls is noticed
        assert opened.page.evaluate("window.hacked") is None


@contextmanager
def listening() -> Iterator[tuple[int, list[str]]]:
    """A port of this machine, and a list of what is said to it."""
    calls: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with suppress(OSError):  # closed
                while True:
                    caller, _ = server.accept()
                    with caller:
                        caller.settimeout(1.0)
                        with suppress(OSError):
                            calls.append(caller.recv(200).decode(errors="replace"))

        threading.Thread(target=answer, daemon=True).start()
        yield server.getsockname()[1], calls


class TestHearing:
    @pytest.mark.parametrize("begin", [".w:not(.t-pause) >> nth=0", ".w:not(.t-pause) >> nth=-5"])
    def test_the_word_that_is_heard_is_lit(self, opened: Opened, begin: str) -> None:
        """From the beginning on, and at the end, where no next word puts the last one out."""
        opened.page.locator("#answer-1 .said").locator(begin).click()
        opened.wait_until("new Set(window.drawn.map((one) => one[1])).size >= 6")
        only_the_word_that_is_heard_is_lit(opened, "#answer-1 .w[data-at]")
        seen = [lit_s for _, lit_s in opened.drawn() if lit_s is not None]
        assert seen == sorted(seen)
        # Some are lit right at their beginning, however busy the machine is.
        assert min(now_s - lit_s for now_s, lit_s in opened.drawn() if lit_s is not None) < 0.1

    def test_no_word_is_lit_after_the_last(self, opened: Opened) -> None:
        opened.page.locator("#answer-1 .said .w >> nth=-1").click()
        opened.wait_until("document.querySelector('audio').ended")
        only_the_word_that_is_heard_is_lit(opened, "#answer-1 .w[data-at]")
        last_s = max(end_s for _, end_s in opened.spans("#answer-1 .w[data-at]"))
        after = [lit_s for now_s, lit_s in opened.drawn() if now_s > last_s + NEAR_S]
        assert set(after) == {None}

    def test_the_sound_in_the_page_has_each_word_at_its_time(self, opened: Opened) -> None:
        """Compressing and the browser's decoder shift nothing."""
        loud = opened.page.evaluate(
            """async () => {
              const text = document.querySelector('#answer-1 script.sound').textContent;
              const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
              const decoder = new OfflineAudioContext(1, 16000, 16000);
              const sound = await decoder.decodeAudioData(bytes.buffer);
              const samples = sound.getChannelData(0), found = [];
              for (let i = 0; i + 80 < samples.length; i += 80)
                found.push(samples.slice(i, i + 80).some((one) => Math.abs(one) > 0.1));
              return found;
            }"""
        )
        step_s = 80 / 16000
        begins = [i * step_s for i in range(1, len(loud)) if loud[i] and not loud[i - 1]]
        wanted = opened.times("#answer-1 .w[data-at]:not(.t-pause)")
        for at_s in wanted:
            assert min(abs(at_s - begin) for begin in begins) < 0.02

    @pytest.mark.parametrize(
        "selector",
        [
            ".said .w:nth-of-type(30)",
            ".said .t-discourse_marker",
            ".said .t-filled_pause >> nth=2",
            ".said .t-pause >> nth=1",
            ".quote >> nth=0",
            ".quote >> nth=1",
            ".reasons .moment >> nth=1",
            ".reasons .moment >> nth=3",
        ],
    )
    def test_a_click_starts_the_sound_there(self, opened: Opened, selector: str) -> None:
        element = opened.page.locator("#answer-3").locator(selector)
        element.click()
        assert abs(opened.started() - opened.time_of(element)) <= NEAR_S
        assert opened.playing()

    def test_a_click_on_a_mark_of_the_timeline(self, opened: Opened) -> None:
        mark = opened.page.locator("#answer-1 .wave [data-at]:has(.m-filled_pause)").nth(1)
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box is not None
        opened.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 5)
        assert abs(opened.started() - opened.time_of(mark)) <= NEAR_S

    def test_a_click_on_the_timeline(self, opened: Opened) -> None:
        slider = opened.page.locator("#answer-1 .seek")
        box = slider.bounding_box()
        assert box is not None
        slider.click(position={"x": box["width"] / 2, "y": box["height"] - 4})
        half_s = float(opened.page.locator("#answer-1").get_attribute("data-duration") or 0) / 2
        assert abs(opened.started() - half_s) <= NEAR_S

    def test_another_answer_takes_over(self, opened: Opened) -> None:
        opened.page.locator("#answer-1 .quote").first.click()
        opened.started()
        opened.page.locator("#answer-3 [data-play]").click()
        assert opened.started(2) <= NEAR_S
        assert opened.page.locator(".answer.playing").get_attribute("id") == "answer-3"
        assert opened.page.locator("#answer-1 .lit").count() == 0

    def test_advice_leads_to_its_moment(self, opened: Opened) -> None:
        moment = opened.page.locator(".overview .moment").first
        moment.click()
        assert abs(opened.started() - opened.time_of(moment)) <= NEAR_S

    def test_what_was_noticed_is_heard_where_it_was_said(self, opened: Opened) -> None:
        noticed = opened.page.locator("#whole .noticed li", has_text="This can be heard as blame")
        assert "“My boss was incompetent and lazy.”" in noticed.inner_text()
        noticed.get_by_role("button", name="Listen at").click()
        opened.page.wait_for_selector("#answer-3.playing")
        (said_s,) = opened.page.locator("#answer-3 .said .w", has_text="My").evaluate_all(
            "(words) => words.map((word) => Number(word.dataset.at))"
        )
        assert abs(opened.started() - said_s) <= NEAR_S

    def test_what_was_brought_in_is_heard_there(self, opened: Opened) -> None:
        point = opened.page.locator("#whole .own-points li", has_text="Own unsaid-1")
        point.locator(".moment").focus()
        opened.page.keyboard.press("Enter")
        opened.page.wait_for_selector("#answer-3.playing")
        assert abs(opened.started() - 7.0) <= NEAR_S

    def test_a_caption_goes_along(self, opened: Opened) -> None:
        opened.page.locator("#answer-1 .w:nth-of-type(30)").click()
        opened.started()
        opened.page.wait_for_selector(".dock .caption .lit")
        assert "word" in opened.page.locator(".dock .caption").inner_text()

    def test_sound_that_cannot_be_played_is_told(
        self, context: BrowserContext, file: Path, tmp_path: Path
    ) -> None:
        text = file.read_text()
        first = text.index('class="sound">') + len('class="sound">')
        broken = tmp_path / "broken.html"
        broken.write_text(text[:first] + "AAAA" * 100 + text[text.index("</script>", first) :])
        opened = Opened(context, broken)
        opened.page.locator("#answer-1 [data-play]").click()
        opened.page.wait_for_selector("text=cannot play the sound")


class TestKeys:
    def test_everything_by_keys_alone(self, opened: Opened) -> None:
        page = opened.page
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('#answer-1 [data-play]')"):
                break
        page.keyboard.press("Enter")
        assert opened.started() <= NEAR_S
        page.keyboard.press("Enter")
        assert not opened.playing()
        page.keyboard.press("k")
        opened.started(2)
        page.keyboard.press("k")

    def test_next_and_previous_filler_and_pause(self, opened: Opened) -> None:
        page = opened.page
        fillers = opened.times("#answer-1 mark")
        for number, at_s in enumerate(fillers[:3], start=1):
            page.keyboard.press("f")
            opened.wait_for_position(at_s)
            assert "um" in page.locator("[role=status]").inner_text() or number == 1
        page.keyboard.press("k")
        page.keyboard.press("F")
        opened.wait_for_position(fillers[1])
        page.keyboard.press("k")
        pauses = opened.times("#answer-1 .t-pause")
        later = next(at_s for at_s in pauses if at_s > fillers[1] + 1)
        page.keyboard.press("p")
        opened.wait_for_position(later)
        page.keyboard.press("p")
        following = pauses[pauses.index(later) + 1]
        opened.wait_for_position(following)
        page.keyboard.press("k")
        page.keyboard.press("P")
        opened.wait_for_position(later)
        page.keyboard.press("k")

    def test_next_and_previous_talking_point(self, opened: Opened) -> None:
        page = opened.page
        first, second = sorted(opened.times("#answer-1 .quote"))
        page.keyboard.press("e")
        opened.wait_for_position(first)
        page.keyboard.press("e")
        opened.wait_for_position(second)
        page.keyboard.press("k")
        page.keyboard.press("e")
        assert page.locator("[role=status]").inner_text() == "No further point."
        page.keyboard.press("E")
        opened.wait_for_position(first)

    def test_space_plays_and_pauses(self, opened: Opened) -> None:
        page = opened.page
        page.keyboard.press("Space")
        assert opened.started() <= NEAR_S
        page.keyboard.press("Space")
        assert not opened.playing()
        assert page.evaluate("scrollY") == 0, "a page further down is what it usually does"
        page.keyboard.press("Space")
        opened.started(2)
        assert opened.playing()

    def test_slower_and_faster(self, opened: Opened) -> None:
        page = opened.page

        def rate() -> float:
            return float(page.evaluate("document.querySelector('audio').playbackRate"))

        page.keyboard.press("r")
        opened.started()
        for key, wanted in (("d", 1.25), ("d", 1.5), ("d", 1.5), ("s", 1.25), ("s", 1), ("s", 0.8)):
            page.keyboard.press(key)
            assert rate() == wanted
        assert page.locator("[role=status]").inner_text() == "Speed 0.8"
        page.keyboard.press("n")
        page.wait_for_selector("#answer-3.playing")
        assert rate() == 0.8

    def test_answers_and_seeking(self, opened: Opened) -> None:
        page = opened.page
        page.keyboard.press("r")
        opened.started()
        page.keyboard.press("n")
        page.wait_for_selector("#answer-3.playing")
        page.keyboard.press("k")
        before_s = opened.position()
        page.keyboard.press("ArrowRight")
        opened.wait_for_position(before_s + 5)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        opened.wait_for_position(before_s + 5)
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        opened.wait_for_position(0)
        page.keyboard.press("b")
        page.wait_for_selector("#answer-1.playing")

    def test_a_transcript_word_by_word(self, opened: Opened) -> None:
        page = opened.page
        page.locator("#answer-1 .said").focus()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        word = page.evaluate(
            "[document.activeElement.innerText, Number(document.activeElement.dataset.at)]"
        )
        assert word[0] == "word3"
        page.keyboard.press("Enter")
        assert abs(opened.started() - word[1]) <= NEAR_S

    def test_the_slider(self, opened: Opened) -> None:
        page = opened.page
        page.locator("#answer-1 .seek").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        opened.wait_for_position(10)
        slider = page.locator("#answer-1 .seek")
        assert (slider.get_attribute("aria-valuetext") or "").startswith("0:10 of ")

    def test_single_keys_can_be_switched_off(self, opened: Opened) -> None:
        page = opened.page
        page.keyboard.press("?")
        page.wait_for_selector("dialog[open]")
        page.locator("[data-keys]").uncheck()
        page.keyboard.press("Escape")
        page.keyboard.press("f")
        page.keyboard.press("k")
        assert opened.starts() == 0
        assert not opened.playing()


class TestForEverybody:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [360, 1280])
    @pytest.mark.parametrize("hide_scores", [False, True])
    def test_axe_finds_nothing(
        self, browser: Browser, tmp_path: Path, scheme: Any, width: int, hide_scores: bool
    ) -> None:
        archive, stored = interviews.an_interview(tmp_path)
        wish = PageWish(interviews.SECTIONS, hide_scores=hide_scores)
        file = write_report(archive, stored, wish)
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        opened = Opened(context, file)
        opened.page.locator("#answer-1 .w:nth-of-type(15)").click()
        opened.started()
        opened.page.keyboard.press("k")
        opened.axe_finds_nothing()
        opened.page.keyboard.press("?")
        opened.page.wait_for_selector("dialog[open]")
        opened.axe_finds_nothing()
        context.close()

    @pytest.mark.parametrize("width", [320, 768, 1920])
    def test_nothing_sticks_out(self, browser: Browser, file: Path, width: int) -> None:
        context = browser.new_context(viewport={"width": width, "height": 800})
        opened = Opened(context, file)
        opened.page.locator("#answer-1 [data-play]").click()
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()

    def test_reduced_motion(self, browser: Browser, file: Path) -> None:
        for motion, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
            context = browser.new_context(reduced_motion=motion)  # type: ignore[arg-type]
            opened = Opened(context, file)
            found = opened.page.evaluate(
                "getComputedStyle(document.documentElement).scrollBehavior"
            )
            assert found == behaviour
            context.close()

    def test_headings_and_landmarks(self, opened: Opened) -> None:
        page = opened.page
        assert page.locator("main").count() == page.locator("h1").count() == 1
        for number in range(1, 7):
            assert page.get_by_role("region", name=f"Answer {number} ").count() == 1
        whole = page.get_by_role("region", name="The interview as a whole")
        assert whole.get_by_role("heading", level=3).all_inner_texts() == [
            "Noticed",
            "What you wanted to bring in",
            "Your own questions",
            "Your last words, against what you had prepared",
        ]

    def test_on_paper(self, opened: Opened) -> None:
        page = opened.page
        page.locator("#answer-1 [data-play]").click()
        opened.started()
        page.emulate_media(media="print")
        assert page.locator(".said").first.is_visible()
        assert page.locator("#whole .noticed blockquote").first.is_visible()
        assert page.locator("#whole .noticed .moment").first.is_visible()
        for selector in (".dock", ".play", ".jumper", ".seek", ".contents"):
            assert page.locator(selector).first.is_hidden()
        assert page.pdf().startswith(b"%PDF")


class TestHostileContent:
    def test_markup_and_control_characters_are_text(
        self, context: BrowserContext, tmp_path: Path
    ) -> None:
        opened = Opened(context, hostile_page(tmp_path))
        page = opened.page
        page.locator("#answer-1 [data-play]").click()
        opened.started()
        page.keyboard.press("f")
        text = page.locator("body").inner_text()
        assert page.evaluate("window.hacked") is None
        assert opened.complaints == []
        assert [url for url in opened.asked if not url.startswith("blob:")] == [opened.address]
        assert page.evaluate("document.images.length") == 0
        assert "49" not in page.locator("#answer-1 h2").inner_text()
        whole = [f"#whole .{part}" for part in ("noticed", "own-points", "topics", "pitch")]
        answer = [f"#answer-1 {part}" for part in ("h2", ".points", ".reasons")]
        reply = [
            f"#answer-2 {part}"
            for part in (".eyebrow", "h4", ".condition", ".notes >> nth=-1", ".said-after")
        ]
        for selector in ("h1", ".next", *whole, *answer, *reply):
            shown = page.locator(selector).first.inner_text()
            assert "</script><script>window.hacked=1</script>" in shown, selector
            assert "{{ 7*7 }}" in shown
        assert (
            "</script><script>window.hacked=1</script>"
            in page.locator("#answer-1 > .said").inner_text()
        )
        assert not [sign for sign in text if sign in "\x00\x07\x1b\u202e\u2066"]


def hostile_page(folder: Path) -> Path:
    """A session in which everything that can be said, typed or stored is an attack."""
    bad = interviews.HOSTILE
    assessment = interviews.long_assessment()
    words = list(assessment.transcript.words)
    words[0] = replace(words[0], text=bad)
    fillers = tuple(replace(filler, text=bad) for filler in assessment.measures.fillers)
    assessment = replace(
        assessment,
        transcript=replace(assessment.transcript, words=tuple(words), language='en" onload="x'),
        measures=replace(assessment.measures, fillers=fillers, possible_fillers=fillers),
        coverage=tuple(
            replace(point, label=bad, evidence=point.evidence and replace(point.evidence, text=bad))
            for point in assessment.coverage
        ),
        score=replace(
            assessment.score,
            findings=tuple(
                replace(finding, reason=bad, source=bad) for finding in assessment.score.findings
            ),
            not_scored=bad,
        ),
        asked=(Asked(bad, 1.0, 2.0, ("t",)), Asked(bad, 3.0, 4.0, (), closed=True)),
        brought_in=tuple(
            replace(point, label=bad, evidence=point.evidence and replace(point.evidence, text=bad))
            for point in (interviews.own_point("pitch-1", 5.0), interviews.own_point("pitch-2"))
        ),
    )
    question = factories.a_question(
        bad,
        ask=bad,
        section=bad,
        asked_by=bad,
        talking_points=(factories.a_talking_point(label=bad),),
        situation="last-impression",
        exchange=Exchange((Topic("t", bad, (), (), remark=bad), Topic("u", bad, (), ())), bad, ()),
    )
    answer = factories.an_answer(1, question=question, assessment=assessment, note=bad, lost=bad)
    person = replace(factories.DANA, id=bad, name=bad, title=bad, voice=VoiceWish())
    note = Mark("note", factories.STARTED_AT, text=bad)
    reply = replace(
        answer, number=2, follows=1, sound=None, marks=(note,), said_after=(Said(bad, bad),)
    )
    session = factories.a_session(
        answers=(replace(answer, sound="01-bad.flac"), reply),
        set_title=bad,
        role=bad,
        interviewers=(person,),
        plan=(bad,),
        version=bad,
    )
    archive = Archive(folder)
    stored = archive.create(factories.a_session(answers=()))
    write_flac(stored.folder / "01-bad.flac", interviews.beeps(assessment.transcript))
    # Not through the disk: reading a session back would refuse some of this.
    return write_report(archive, replace(stored, session=session), PageWish((Section(bad, bad),)))


class TestLongInterviews:
    def test_ten_answers_of_two_minutes(self, context: BrowserContext, tmp_path: Path) -> None:
        noise = np.random.default_rng(7)
        at_s = np.arange(120 * SPEECH_RATE_HZ) / SPEECH_RATE_HZ
        # As loud and soft as speech is, and never the same twice.
        swell = np.clip(np.sin(2 * np.pi * 3 * at_s) + 0.4, 0, 1) * (np.sin(at_s) > -0.7)
        archive = Archive(tmp_path)
        assessment = interviews.long_assessment(240)
        answers = tuple(
            interviews.long_answer(
                number, question=factories.a_question(f"q{number}"), assessment=assessment
            )
            for number in range(1, 11)
        )
        stored = archive.create(factories.a_session(answers=answers))
        for answer in answers:
            voice = np.convolve(noise.normal(size=len(at_s)), np.ones(12) / 12, "same")
            samples = (0.3 * swell * voice).astype(np.float32)
            write_flac(stored.folder / str(answer.sound), Sound(samples, SPEECH_RATE_HZ))
        file = write_report(archive, stored)
        assert 3e6 < file.stat().st_size < 10e6

        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        session = context.new_cdp_session(page)
        # Processor time of the page, which does not grow with what else the machine does.
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(file.as_uri())
        page.locator("#answer-10 [data-play]").click()
        page.wait_for_selector("#answer-10.playing")
        metrics = session.send("Performance.getMetrics")["metrics"]
        taken = {metric["name"]: metric["value"] for metric in metrics}
        assert taken["TaskDuration"] < 1.0, json.dumps(taken)
