"""Which engine speaks: what the user asked for, or the most natural one that works here."""

import importlib
from collections.abc import Sequence

from simulator.errors import did_you_mean
from simulator.voice.base import Probe, VoiceEngine, VoiceError

ENGINES = ("neural", "pyttsx3", "silent")
"""Most natural first; each is a module of this room."""
AUTO = "auto"


def choose(requested: str, probes: Sequence[Probe]) -> str:
    """The engine to load. `auto` takes the first that works.

    Raises `VoiceError` for one that does not work here, or that nobody knows.
    """
    if requested == AUTO:
        return next(probe.engine for probe in probes if probe.works)
    for probe in probes:
        if probe.engine == requested:
            if probe.works:
                return requested
            raise VoiceError(probe.why_not, probe.fix)
    known = [AUTO, *(probe.engine for probe in probes)]
    raise VoiceError(f"There is no voice '{requested}'.", did_you_mean(requested, known))


def probe_all() -> list[Probe]:
    """What every engine says of itself, most natural first."""
    return [_module(name).probe() for name in ENGINES]


def load(name: str) -> VoiceEngine:
    """Loads one engine. Raises `VoiceError` where it cannot be."""
    engine: VoiceEngine = _module(name).load()
    return engine


def _module(name: str):  # type: ignore[no-untyped-def]
    return importlib.import_module(f"simulator.voice.{name}")
