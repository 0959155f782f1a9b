import sys
from pathlib import Path

import pytest

from simulator.audio import DeviceError
from simulator.audio.devices import Device, choose, find, portaudio

MICROPHONES = [
    Device(0, "HDA Intel PCH: ALC257 Analog (hw:0,0)", 2, 44_100, default=False),
    Device(3, "Yeti Stereo Microphone", 2, 48_000, default=False),
    Device(4, "Yeti", 1, 48_000, default=False),
    Device(7, "default", 32, 44_100, default=True),
]


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (None, 7),
        ("0", 0),
        ("3", 3),
        ("Yeti", 4),  # a whole name comes before a part of one
        ("yeti stereo", 3),
        (" YETI ", 4),
        ("alc257", 0),
        ("default", 7),
    ],
)
def test_a_device_is_found(wanted: str | None, number: int) -> None:
    assert choose("input", MICROPHONES, wanted).number == number


def test_without_a_default_the_first_one_is_taken() -> None:
    assert choose("input", MICROPHONES[:3], None).number == 0


@pytest.mark.parametrize("wanted", ["Yetti", "9", "", " "])
def test_an_unknown_one_is_told(wanted: str) -> None:
    with pytest.raises(DeviceError, match=f"There is no microphone '{wanted}'"):
        choose("input", MICROPHONES, wanted)


def test_a_near_name_is_offered() -> None:
    with pytest.raises(DeviceError) as told:
        choose("input", MICROPHONES, "Yetti")
    assert "Did you mean 'Yeti'?" in told.value.fix


def test_no_device_at_all_is_told() -> None:
    with pytest.raises(DeviceError, match="No loudspeaker was found"):
        choose("output", [], None)


def test_a_missing_portaudio_is_told_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What sounddevice does where there is no libportaudio; it cannot be taken off a test's machine.
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio library not found')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    with pytest.raises(DeviceError, match="PortAudio is missing") as told:
        find("input", None)
    assert "nstall" in told.value.fix
    with pytest.raises(DeviceError):
        portaudio()
