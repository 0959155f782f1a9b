"""A real browser for tests: the Chromium of the system, driven by Playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",  # root has none
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--mute-audio",
)
PATIENCE_MS = 120_000
"""A busy machine is no failure."""


def program() -> str | None:
    """Where the browser is; None where there is none."""
    return next((path for name in PROGRAMS if (path := shutil.which(name))), None)


def why_not() -> str:
    """Why there is no browser here, as a sentence; empty where there is one."""
    return "" if program() else f"none of {', '.join(PROGRAMS)} installed"


@contextmanager
def running() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


class OpenedPage:
    """A page that was opened from disk without a network, and all that it asked for and complained
    of."""

    def __init__(self, context: BrowserContext, file: Path) -> None:
        context.set_default_timeout(PATIENCE_MS)
        context.set_offline(True)
        self.context = context
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.address = file.as_uri()
        self.page.goto(self.address)

    def axe_finds_nothing(self) -> None:
        """Fails, with what axe says, where something keeps somebody out."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
