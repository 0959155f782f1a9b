"""A browser for the tests of the report that need one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests import browser as chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.running() as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1200, "height": 900})
    yield made
    made.close()
