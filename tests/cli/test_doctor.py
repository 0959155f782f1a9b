"""`doctor` lists the devices that `--input` and `--output` can name, whether all is well or not."""

import json
import os
import subprocess
import sys

import pytest

from simulator.cli import doctor
from simulator.cli.main import run
from tests.virtual_sound_card import VirtualSoundCard

LONGEST_S = 240


@pytest.mark.slow
@pytest.mark.sound_card
def test_devices_are_listed_whether_the_one_that_is_wanted_is_there_or_not(
    sound_card: VirtualSoundCard,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "doctor", "--json", "--input", "nowhere"],
        env=os.environ | sound_card.env,
        capture_output=True, text=True, check=False, timeout=LONGEST_S,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    findings = {one["what"]: one for one in json.loads(done.stdout)["findings"]}
    microphone, loudspeaker = findings["microphone"], findings["loudspeaker"]
    assert (microphone["good"], loudspeaker["good"]) == (False, True)
    for finding in (microphone, loudspeaker):
        numbers = [device.partition(" ")[0] for device in finding["devices"]]
        assert numbers
        assert all(number.isdecimal() for number in numbers)
    assert findings["settings"]["devices"] == []


def test_without_any_device_it_says_so_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from simulator.audio import DeviceError, devices

    def none(kind: str) -> list[devices.Device]:
        raise DeviceError(f"No {kind}.")

    monkeypatch.setattr(devices, "listing", none)
    assert run(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "microphone        PROBLEM" in out
    assert "can be" not in out


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (["microphone"], "mockview run --answers sample"),
        (["microphone"], "mockview run --typed"),
        (["microphone", "loudspeaker"], "mockview run --answers sample"),
        (["microphone", "voice"], "Mend what is marked PROBLEM, then: mockview doctor"),
        (["speech model"], "Mend what is marked PROBLEM, then: mockview doctor"),
    ],
)
def test_other_answers_are_offered_where_the_microphone_alone_is_missing(
    bad: list[str],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    looks = {
        "_voice": "voice",
        "_loudspeaker": "loudspeaker",
        "_microphone": "microphone",
        "_transcription": "speech model",
    }
    for look, what in looks.items():
        needed = what not in ("voice", "loudspeaker")
        found = doctor.Finding(what, what not in bad, "told", needed=needed)
        monkeypatch.setattr(doctor, look, lambda *_, found=found: found)
    assert run(["doctor"]) == 1
    assert says in capsys.readouterr().out
