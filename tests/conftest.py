"""Tests stand apart from the user's own folders; those with sound say when they cannot run."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.virtual_sound_card import VirtualSoundCard, why_not

# A busy machine is no failure; the same examples each time where nobody can look into a failure.
settings.register_profile("mockview", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("mockview")

NEED_SOUND = os.environ.get("MOCKVIEW_TESTS_NEED_SOUND") == "1"
_why_no_sound = why_not()
_not_run: list[str] = []

# A shell that starts the tests in the background makes them ignore Ctrl-C, and what they start
# would inherit that; programs under test are to heed it.
signal.signal(signal.SIGINT, signal.default_int_handler)


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not _why_no_sound:
        return
    for item in items:
        if item.get_closest_marker("sound_card"):
            if NEED_SOUND:
                item.fixturenames.insert(0, "sound_is_missing")  # type: ignore[attr-defined]
            else:
                item.add_marker(pytest.mark.skip(reason=f"no virtual sound card: {_why_no_sound}"))
                _not_run.append(item.nodeid)


@pytest.fixture
def sound_is_missing() -> None:
    pytest.fail(f"the sound-card tests were to run, but: {_why_no_sound}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _not_run:
        terminalreporter.section("NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.line(
            f"{len(_not_run)} tests with a real sound path were NOT RUN: {_why_no_sound}. "
            "Install libportaudio2, pulseaudio, pulseaudio-utils and libasound2-plugins."
        )
