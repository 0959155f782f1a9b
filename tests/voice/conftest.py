"""Each engine is loaded once."""

import pytest

from simulator.voice import VoiceEngine, choosing
from simulator.voice.neural import NeuralVoice
from simulator.voice.pyttsx3 import Pyttsx3Voice

_loaded: dict[str, VoiceEngine] = {}


def engine_here(name: str) -> VoiceEngine:
    """The engine; the test is skipped where it does not work."""
    if name not in _loaded:
        probe = next(probe for probe in choosing.probe_all() if probe.engine == name)
        if not probe.works:
            pytest.skip(f"{probe.why_not} {probe.fix}")
        _loaded[name] = choosing.load(name)
    return _loaded[name]


@pytest.fixture(params=choosing.ENGINES)
def engine(request: pytest.FixtureRequest) -> VoiceEngine:
    return engine_here(request.param)


@pytest.fixture(params=[name for name in choosing.ENGINES if name != "silent"])
def audible(request: pytest.FixtureRequest) -> VoiceEngine:
    return engine_here(request.param)


@pytest.fixture
def neural() -> NeuralVoice:
    voice = engine_here("neural")
    assert isinstance(voice, NeuralVoice)
    return voice


@pytest.fixture
def pyttsx3() -> Pyttsx3Voice:
    voice = engine_here("pyttsx3")
    assert isinstance(voice, Pyttsx3Voice)
    return voice
