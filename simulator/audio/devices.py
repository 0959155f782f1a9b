"""Microphones and loudspeakers of this computer, through PortAudio."""

import importlib
import sys
from dataclasses import dataclass
from typing import Any, Literal

from simulator.audio.base import DeviceError
from simulator.errors import did_you_mean
from simulator.installing import with_pip

Kind = Literal["input", "output"]
NAMES = {"input": "microphone", "output": "loudspeaker"}


@dataclass(frozen=True, slots=True)
class Device:
    """`number` is what `--input` and `--output` take beside a part of the name."""

    number: int
    name: str
    channels: int
    sample_rate_hz: int
    default: bool


def portaudio() -> Any:
    """The module sounddevice. Raises `DeviceError` where PortAudio is missing."""
    try:
        return importlib.import_module("sounddevice")
    except OSError as error:
        fix = (
            "Install it (Debian, Ubuntu: apt install libportaudio2)."
            if sys.platform.startswith("linux")
            else f"Install sounddevice anew: {with_pip('sounddevice', anew=True)}"
        )
        raise DeviceError("The sound library PortAudio is missing.", fix) from error


def look_again() -> None:
    """Makes PortAudio see devices that were plugged in since it first looked."""
    module = portaudio()
    module._terminate()
    module._initialize()


def listing(kind: Kind) -> list[Device]:
    """The devices there are; may be empty. Raises `DeviceError` without PortAudio."""
    module = portaudio()
    default = module.default.device[0 if kind == "input" else 1]
    return [
        Device(
            number,
            str(info["name"]),
            int(info[f"max_{kind}_channels"]),
            round(info["default_samplerate"]),
            number == default,
        )
        for number, info in enumerate(module.query_devices())
        if info[f"max_{kind}_channels"] > 0
    ]


def find(kind: Kind, wanted: str | None) -> Device:
    """The device of that number, name or part of a name; the default one for None.

    Raises `DeviceError` where there is none.
    """
    return choose(kind, listing(kind), wanted)


def choose(kind: Kind, devices: list[Device], wanted: str | None) -> Device:
    """As `find`, from the devices given. A whole name comes before a part of one."""
    name = NAMES[kind]
    if not devices:
        raise DeviceError(
            f"No {name} was found.",
            "Plug one in and check the sound settings of your system, then: mockview doctor",
        )
    if wanted is None:
        return next((device for device in devices if device.default), devices[0])
    asked = wanted.strip().casefold()
    whole = [d for d in devices if asked in (str(d.number), d.name.casefold())]
    part = [d for d in devices if asked and asked in d.name.casefold()]
    for device in (*whole, *part):
        return device
    known = [device.name for device in devices]
    raise DeviceError(
        f"There is no {name} '{wanted}'.", f"{did_you_mean(wanted, known)} See: mockview doctor"
    )
