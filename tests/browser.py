"""A real browser for tests: the Chromium of the system, driven by Playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

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
