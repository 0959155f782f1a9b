"""A page opened from disk in a real browser, for tests: what it asked for, where its sound is."""

import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator

from tests.browser import PATIENCE_MS, OpenedPage

NEAR_S = 0.25

WATCH = """
() => {
  const audio = document.querySelector('audio');
  window.starts = 0;
  audio.addEventListener('playing', () => window.starts += 1);
  // Each frame that is drawn while the sound plays: where the sound is, and which word is lit.
  window.drawn = [];
  const draw = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (then) => draw((time) => {
    then(time);
    if (audio.paused || audio.seeking) return;
    const word = document.querySelector('.w.lit');
    window.drawn.push([audio.currentTime, word ? Number(word.dataset.at) : null]);
  });
}
"""


class Opened(OpenedPage):
    """One that has sound, and where that is."""

    def __init__(self, context: BrowserContext, file: Path) -> None:
        super().__init__(context, file)
        self.page.evaluate(WATCH)

    def position(self) -> float:
        return float(self.page.evaluate("document.querySelector('audio').currentTime"))

    def started(self, number: int = 1) -> float:
        """Where the sound first played, once it has begun to for the nth time. (Not where it is
        when the event comes: on a busy machine that is later.)"""
        audio = "document.querySelector('audio')"
        self.wait_until(f"window.starts >= {number} && {audio}.played.length")
        return float(self.page.evaluate(f"{audio}.played.start(0)"))

    def starts(self) -> int:
        return int(self.page.evaluate("window.starts"))

    def drawn(self) -> list[tuple[float, float | None]]:
        """Of each frame drawn while the sound played: where it was, and when the lit word begins
        (None: no word was lit)."""
        return [(now_s, lit_s) for now_s, lit_s in self.page.evaluate("window.drawn")]

    def time_of(self, element: Locator) -> float:
        """Where an element begins in the sound, in seconds."""
        return float(element.get_attribute("data-at") or "nan")

    def times(self, selector: str) -> list[float]:
        """Where the elements begin in the sound, in seconds."""
        return [start_s for start_s, _ in self.spans(selector)]

    def spans(self, selector: str) -> list[tuple[float, float]]:
        """Where the elements begin and end in the sound, in seconds (NaN: not told)."""
        found = self.page.locator(selector).evaluate_all(
            "(elements) => elements.map((one) => [one.dataset.at, one.dataset.end || 'NaN'])"
        )
        return [(float(start_s), float(end_s)) for start_s, end_s in found]

    def playing(self) -> bool:
        return bool(self.page.evaluate("!document.querySelector('audio').paused"))

    def wait_for_position(self, at_s: float) -> None:
        self.wait_until(
            f"Math.abs(document.querySelector('audio').currentTime - {at_s}) < {NEAR_S}"
        )

    def wait_until(self, expression: str) -> None:
        """Playwright's own way evaluates strings in the page, which its policy forbids."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while not self.page.evaluate(expression):
            assert time.monotonic() < until, f"still not so: {expression}"
            self.page.wait_for_timeout(50)


def only_the_word_that_is_heard_is_lit(opened: Opened, words: str) -> None:
    """In every frame that was drawn: the word that is heard then, or for a moment the one before.

    `words` is a selector for all words of what was played.
    """
    ends = dict(opened.spans(words))
    a_frame_s = 0.02  # the sound may go on between the page's look at it and ours
    for now_s, lit_s in opened.drawn():
        heard = [
            start_s
            for start_s, end_s in ends.items()
            if start_s + a_frame_s <= now_s <= end_s - a_frame_s
        ]
        if heard:
            assert lit_s == max(heard), f"at {now_s}"
        if lit_s is not None:
            assert lit_s - a_frame_s <= now_s <= ends[lit_s] + NEAR_S
