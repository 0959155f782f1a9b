"""Tests stand apart from the user's own folders; those with sound say when they cannot run."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests import browser, virtual_sound_card
from tests.virtual_sound_card import VirtualSoundCard

# A busy machine is no failure; the same examples each time where nobody can look into a failure.
settings.register_profile("mockview", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("mockview")


@dataclass
class Need:
    """Something outside of Python that marked tests need, and what is to be said without it."""

    marker: str
    what: str
    tests: str
    why_not: str
    remedy: str
    must_run: bool
    not_run: list[str] = field(default_factory=list)


SOUND_CARD = Need(
    "sound_card",
    "no virtual sound card",
    "tests with a real sound path",
    virtual_sound_card.why_not(),
    "Install libportaudio2, pulseaudio, pulseaudio-utils and libasound2-plugins.",
    os.environ.get("TESTS_NEED_SOUND") == "1",
)
BROWSER = Need(
    "browser",
    "no browser",
    "tests of the report in a real browser",
    browser.why_not(),
    "Install chromium.",
    os.environ.get("TESTS_NEED_BROWSER") == "1",
)
NEEDS = (SOUND_CARD, BROWSER)

# A shell that starts the tests in the background makes them ignore Ctrl-C and Ctrl-\, and what they
# start would inherit that; programs under test are to heed them.
signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32":
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)


@pytest.fixture(autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or changes the settings, recordings and caches of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("MOCKVIEW_")]:
        monkeypatch.delenv(name)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    return home


@pytest.fixture
def sound_card(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualSoundCard]:
    """A virtual sound card that PortAudio in this process sees as the only one."""
    import sounddevice

    card = VirtualSoundCard()
    for name, value in card.env.items():
        monkeypatch.setenv(name, value)
    sounddevice._terminate()
    sounddevice._initialize()
    yield card
    card.close()


@pytest.fixture(scope="module", name="browser")
def running_browser() -> Iterator[Browser]:
    with browser.running() as running:
        yield running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for need in NEEDS:
        if not need.why_not:
            continue
        for item in items:
            if item.get_closest_marker(need.marker):
                if need.must_run:
                    item.fixturenames.insert(0, f"{need.marker}_is_missing")  # type: ignore[attr-defined]
                else:
                    item.add_marker(pytest.mark.skip(reason=f"{need.what}: {need.why_not}"))
                    need.not_run.append(item.nodeid)


@pytest.fixture
def sound_card_is_missing() -> None:
    pytest.fail(f"the sound-card tests were to run, but: {SOUND_CARD.why_not}")


@pytest.fixture
def browser_is_missing() -> None:
    pytest.fail(f"the tests in a browser were to run, but: {BROWSER.why_not}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for need in NEEDS:
        if need.not_run:
            terminalreporter.section("NOT RUN", sep="!", red=True, bold=True)
            terminalreporter.line(
                f"{len(need.not_run)} {need.tests} were NOT RUN: {need.why_not}. {need.remedy}"
            )
