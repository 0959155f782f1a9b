"""Makes the pictures of the report in docs/report: light, dark, on a phone, on paper.

    make screenshots

Two interviews with sample answers are held for it, so that there is something to compare with.
With RECORDINGS=folder, the newest interview there is shown instead. Needs Chromium; with the font
Inter (Debian: fonts-inter) the pictures look as most people will see the page.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests import browser

HERE = Path(__file__).resolve().parent.parent
PICTURES = HERE / "docs" / "report"
SEEDS = (3, 7)
DESKTOP = {"width": 1180, "height": 820}
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 120_000
PAPER = {"width": 794, "height": 1123}  # A4 at 96 dots an inch


def main(recordings: str | None) -> None:
    why_not = browser.why_not()
    if why_not:
        sys.exit(f"There is no browser to make pictures with: {why_not}.")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if recordings is None:
            recordings = folder
            for seed in SEEDS:
                mockview(
                    recordings, "run", "--role", "manager", "--answers", "sample", "--no-input",
                    "--seed", str(seed),
                )  # fmt: skip
        page = Path(folder) / "report.html"
        mockview(recordings, "report", "-o", str(page))
        with browser.running() as running:
            pictures(running, page.as_uri())
    for file in sorted(PICTURES.glob("*.png")):
        print(f"{file.relative_to(HERE)}: {file.stat().st_size // 1024} kB")


def pictures(running: Browser, address: str) -> None:
    shoot(running, address, "light", DESKTOP)
    shoot(running, address, "answer", DESKTOP, heard=True)
    shoot(running, address, "dark", DESKTOP, heard=True, color_scheme="dark")
    shoot(running, address, "phone", PHONE, heard=True, is_mobile=True, has_touch=True)
    shoot(running, address, "print", PAPER, paper=True)


def shoot(
    running: Browser,
    address: str,
    name: str,
    size: Any,
    *,
    heard: bool = False,
    paper: bool = False,
    **how: Any,
) -> None:
    """`heard` shows an answer while it plays, `paper` shows it as it is printed."""
    context = running.new_context(viewport=size, reduced_motion="reduce", **how)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(address)
    if heard:
        play_a_word(page)
    if paper:
        page.emulate_media(media="print")
        page.locator(".answer").nth(3).evaluate("(element) => element.scrollIntoView()")
    page.screenshot(path=PICTURES / f"{name}.png")
    context.close()


def play_a_word(page: Page) -> None:
    """The same moment each time: the answer's best proof, just begun, and paused."""
    answer = page.locator(".answer[data-heard]:has(.p-covered):has(.t-filled_pause)").first
    answer.locator(".p-covered").nth(6).click()
    page.locator(".dock .caption .lit").wait_for()
    page.keyboard.press("k")
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    answer.evaluate("(element) => element.scrollIntoView()")


def mockview(recordings: str, *words: str) -> None:
    """Without a flag for the recordings: the page would repeat it in what it suggests."""
    command = [sys.executable, "-m", "simulator", *words]
    environment = os.environ | {"MOCKVIEW_RECORDINGS": recordings}
    subprocess.run(command, check=True, cwd=HERE, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] and sys.argv[1] else None)
