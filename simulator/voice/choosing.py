"""Which engine speaks: what the user asked for, or the most natural one that works here."""

import importlib
from collections.abc import Sequence
from typing import Protocol, cast

from simulator.errors import did_you_mean
from simulator.voice.base import Probe, VoiceEngine, VoiceError

ENGINES = ("neural", "pyttsx3", "silent")
"""Most natural first; each is a module of this room."""
AUTO = "auto"


class _EngineModule(Protocol):
    def probe(self) -> Probe: ...
    def load(self) -> VoiceEngine: ...


def choose(requested: str, probes: Sequence[Probe]) -> str:
    """The engine to load. `auto` takes the first that works; `probes` come most natural first.

    Raises `VoiceError` for one that does not work here, or that nobody knows, and where none works.
    """
    working = [probe.engine for probe in probes if probe.works]
    if requested == AUTO:
        if working:
            return working[0]
        raise VoiceError("No voice works on this computer.", next((p.fix for p in probes), ""))
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
    """Loads one engine of `ENGINES`. Raises `VoiceError` where it cannot be."""
    return _module(name).load()


def _module(name: str) -> _EngineModule:
    return cast(_EngineModule, importlib.import_module(f"simulator.voice.{name}"))
