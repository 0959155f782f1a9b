"""A page for the tests of the report that need a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.report.opened import Opened


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1200, "height": 900})
    yield made
    made.close()


@pytest.fixture
def opened(context: BrowserContext, file: Path) -> Opened:
    """The page that each file of tests writes as its `file`."""
    return Opened(context, file)
