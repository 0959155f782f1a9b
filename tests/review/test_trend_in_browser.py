"""The page of `trend --html` in a real browser: opened from disk, by somebody without a network."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from simulator.archive import SessionSummary
from simulator.review.trend import trend_of
from simulator.review.trend_html import trend_html
from tests.browser import OpenedPage
from tests.report.interviews import HOSTILE
from tests.review.test_trend import THREE, answer, session

pytestmark = pytest.mark.browser


def written(folder: Path, *summaries: SessionSummary) -> Path:
    file = folder / "trend.html"
    page = trend_html(trend_of(summaries), pace_wpm=(120.0, 160.0), fillers_per_minute=2.0)
    file.write_text(page, encoding="utf-8", errors="replace")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Five sessions; ids and names as long as they get, which is what sticks out of a phone."""
    long = answer("a-question-with-a-name-that-somebody-thought-of-for-long-" * 2, 40)
    weeks = [session(7 * week, answer(score=50 + week), long) for week in range(1, 3)]
    return written(tmp_path, *THREE, *weeks)


class Opened(OpenedPage):
    """The page, with all that is folded in it laid open."""

    def __init__(self, browser: Browser, file: Path, **how: Any) -> None:
        super().__init__(browser.new_context(**how), file)
        self.page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")


def test_it_asks_for_nothing_and_complains_of_nothing(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    assert opened.page.locator("svg[role=img]").count() == 5  # three measures, two sections
    assert opened.page.locator("details tbody tr").first.is_visible()
    assert opened.asked == [opened.address]
    assert opened.complaints == []
    opened.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser: Browser, file: Path, scheme: Any, width: int) -> None:
    opened = Opened(browser, file, viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened.axe_finds_nothing()
    opened.context.close()


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_nothing_sticks_out(browser: Browser, file: Path, width: int) -> None:
    opened = Opened(browser, file, viewport={"width": width, "height": 800})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    opened.context.close()


def test_without_any_practice_there_is_a_page_too(browser: Browser, tmp_path: Path) -> None:
    opened = Opened(browser, written(tmp_path))
    assert "mockview run" in opened.page.locator("main").inner_text()
    assert opened.complaints == []
    opened.axe_finds_nothing()
    opened.context.close()


def test_markup_in_names_is_text(browser: Browser, tmp_path: Path) -> None:
    bad = replace(THREE[0], id=HOSTILE, answers=(answer(HOSTILE, section=HOSTILE),))
    opened = Opened(browser, written(tmp_path, bad, *THREE[1:]))
    assert opened.asked == [opened.address]
    assert opened.complaints == []
    assert opened.page.evaluate("window.hacked") is None
    assert "<script>window.hacked=1</script>" in opened.page.locator("main").inner_text()
    opened.context.close()
