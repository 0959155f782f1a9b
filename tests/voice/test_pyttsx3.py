"""The system's voices: the process that speaks, and what becomes of its answers."""

import ctypes.util
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np
import pytest
import soundfile

from simulator.voice import VoiceError, pyttsx3
from simulator.voice.pyttsx3 import Pyttsx3Voice, as_spoken
from tests.voice.hearing import saying, tone

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="eSpeak's way")
ANSWERS = 'import json, sys; order = json.load(sys.stdin)\nif not order: print(\'{"engine": "x"}\')'
EMPTY_SOUND = """import wave
    with wave.open(order['file'], 'wb') as file:
        file.setparams((1, 2, 8000, 0, 'NONE', ''))
    print('{}')"""


def voice_of(tmp_path: Path, speak: str, *, longest_s: float = 20) -> Pyttsx3Voice:
    """One whose worker starts well, and then does `speak` (indented by one step)."""
    worker = tmp_path / "worker.py"
    worker.write_text(f"{ANSWERS}\nelse:\n    {speak}\n")
    return Pyttsx3Voice(longest_s=longest_s, worker=(sys.executable, worker))


def test_the_library_is_not_hidden_by_the_file_of_its_name(pyttsx3: Pyttsx3Voice) -> None:
    """That file lies beside the worker, and would come first if it were on the path."""
    assert pyttsx3.version.startswith("pyttsx3 ")
    code = (
        "import pyttsx3, simulator.voice.pyttsx3 as ours; print(pyttsx3.__file__ == ours.__file__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@ON_LINUX
def test_the_version_names_the_library_for_it_changes_the_sound(pyttsx3: Pyttsx3Voice) -> None:
    assert "espeak 1." in pyttsx3.version


@ON_LINUX
def test_without_espeak_the_probe_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyttsx3, "espeak_is_here", lambda: False)
    probe = pyttsx3.probe()
    assert not probe.works
    assert "eSpeak NG" in probe.why_not
    assert "apt install espeak-ng" in probe.fix
    assert f"{sys.executable} -m pip install espeakng-loader" in probe.fix


def test_without_pyttsx3_the_probe_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    probe = pyttsx3.probe()
    assert not probe.works
    assert "pip install pyttsx3" in probe.fix


@pytest.mark.parametrize(
    ("on_the_system", "as_a_package", "here"),
    [(True, True, True), (True, False, True), (False, True, True), (False, False, False)],
)
def test_espeak_comes_from_the_system_or_from_a_package(
    monkeypatch: pytest.MonkeyPatch, on_the_system: bool, as_a_package: bool, here: bool
) -> None:
    library = "libespeak-ng.so.1" if on_the_system else None
    spec = importlib.util.find_spec("json") if as_a_package else None
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: library)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    assert pyttsx3.espeak_is_here() is here


def test_a_worker_that_hangs_is_ended(tmp_path: Path) -> None:
    told = tmp_path / "told"
    hanging = voice_of(
        tmp_path,
        f"import os, time; open({str(told)!r}, 'w').write(str(os.getpid())); time.sleep(600)",
        longest_s=3,
    )
    with pytest.raises(VoiceError, match="longer than 3 s"):
        hanging.synthesise(saying("Hello."))
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)


def test_a_worker_that_hangs_from_the_beginning_is_ended() -> None:
    hang = (sys.executable, "-c", "import time; time.sleep(600)")
    with pytest.raises(VoiceError, match="The system voices do not work") as raised:
        Pyttsx3Voice(longest_s=1, worker=hang)
    assert raised.value.fix == pyttsx3.INSTALL


@pytest.mark.parametrize(
    "speak",
    [
        "import os; os.abort()",
        "import os; os._exit(0)",
        "print('Audio saved')",
        "print('[1, 2]')",
        "print('null')",
        "raise RuntimeError",
        "sys.stdout.buffer.write(b'\\xff\\xfe')",
    ],
)
def test_a_worker_that_ends_without_an_answer_is_an_error(tmp_path: Path, speak: str) -> None:
    with pytest.raises(VoiceError, match="could not say 'Hello") as raised:
        voice_of(tmp_path, speak).synthesise(saying("Hello."))
    assert "--voice" in raised.value.fix


def test_a_program_that_is_not_there_is_an_error() -> None:
    with pytest.raises(VoiceError):
        Pyttsx3Voice(worker=("/nowhere/python",))


def test_what_the_worker_says_of_a_failure_is_told(tmp_path: Path) -> None:
    speak = "print(json.dumps({'failed': 'it has no such voice'}))"
    with pytest.raises(VoiceError, match="it has no such voice"):
        voice_of(tmp_path, speak).synthesise(saying("Hello."))


@pytest.mark.parametrize("content", [b"", b"no sound", b"RIFF\x04\0\0\0WAVE"])
def test_a_file_that_is_no_sound_is_an_error(tmp_path: Path, content: bytes) -> None:
    speak = f"open(order['file'], 'wb').write({content!r}); print('{{}}')"
    with pytest.raises(VoiceError):
        voice_of(tmp_path, speak).synthesise(saying("Hello."))


def test_a_worker_that_fails_is_asked_again(tmp_path: Path) -> None:
    """eSpeak writes an empty sound, or forgets the pace, once in a hundred times."""
    asked = tmp_path / "asked"
    speak = (
        f"open({str(asked)!r}, 'a').write('.')\n"
        f"    if len(open({str(asked)!r}).read()) < 3:\n"
        "        print(json.dumps({'failed': 'it wrote no sound'})); sys.exit()\n"
        f"    {EMPTY_SOUND}"
    )
    assert voice_of(tmp_path, speak).synthesise(saying("Hello.")).duration_s == 0
    assert asked.read_text() == "..."


def test_the_time_limit_is_for_all_attempts_together(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    speak = (
        f"import time; open({str(asked)!r}, 'a').write('.')\n"
        f"    if len(open({str(asked)!r}).read()) > 1: time.sleep(600)\n"
        "    print(json.dumps({'failed': 'it wrote no sound'}))"
    )
    with pytest.raises(VoiceError, match="it wrote no sound"):
        voice_of(tmp_path, speak, longest_s=3).synthesise(saying("Hello."))
    assert asked.read_text() == ".."


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(VoiceError):
        voice_of(tmp_path, "print('{}')").synthesise(saying("Hello."))


@pytest.mark.parametrize(
    ("kind", "subtype", "channels"),
    [
        ("WAV", "PCM_16", 1),
        ("WAV", "PCM_16", 2),
        ("WAV", "PCM_24", 1),
        ("WAV", "FLOAT", 1),
        ("WAV", "PCM_U8", 1),
        ("AIFF", "PCM_16", 1),
    ],
)
def test_whatever_sound_file_the_system_writes_is_read(
    tmp_path: Path, kind: str, subtype: str, channels: int
) -> None:
    made = tone(440, 0.5, 16_000)
    file = tmp_path / "made"
    soundfile.write(file, np.column_stack([made] * channels), 16_000, subtype, format=kind)
    speak = f"import shutil; shutil.copy({str(file)!r}, order['file']); print('{{}}')"
    sound = voice_of(tmp_path, speak).synthesise(saying("Hello."))
    assert sound.sample_rate_hz == 16_000
    assert len(sound.samples) == pytest.approx(len(made), abs=10)
    assert np.allclose(sound.samples[:7000], made[:7000], atol=0.02)


def test_a_folder_that_cannot_be_written_is_an_error_and_not_a_hang(
    pyttsx3: Pyttsx3Voice, tmp_path: Path
) -> None:
    order = {"text": "x", "file": str(tmp_path / "no" / "x.wav"), "gender": None, "rate_wpm": 170}
    quick = Pyttsx3Voice(longest_s=3)
    with pytest.raises(VoiceError):
        quick._ask(order, "No", "Do")


def test_nothing_is_left_behind_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    failing = voice_of(tmp_path, "open(order['file'], 'w').write('x')")
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    with pytest.raises(VoiceError):
        failing.synthesise(saying("Hello."))
    assert list(place.iterdir()) == []


def test_the_order_carries_the_wish(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    speak = f"json.dump(order, open({str(told)!r}, 'w'))\n    {EMPTY_SOUND}"
    voice_of(tmp_path, speak).synthesise(saying(" Grüße\0 🙂 ", "male", 175))
    order = json.loads(told.read_text())
    assert (order["text"], order["gender"], order["rate_wpm"]) == ("Grüße  🙂", "male", 175)


@pytest.mark.parametrize(
    ("text", "platform", "spoken"),
    [
        ("Half \ud83d a\0nd\x1b[1m", "linux", "Half   a nd [1m"),
        ("Two\nlines\tand", "linux", "Two\nlines\tand"),
        ("[[rate 50]] <b>", "linux", "[[rate 50]] <b>"),
        ("[[rate 50]] <b>", "darwin", "[ [rate 50]] <b>"),
        ("[[rate 50]] <b>", "win32", "[[rate 50]]  b>"),
        ("\0 \x07", "linux", ""),
    ],
)
def test_what_an_engine_would_obey_is_taken_out(text: str, platform: str, spoken: str) -> None:
    assert as_spoken(text, platform) == spoken


@ON_LINUX
def test_espeak_from_the_package_speaks_too(tmp_path: Path) -> None:
    """As on a machine without eSpeak: the system's library is not found."""
    if importlib.util.find_spec("espeakng_loader") is None:
        pytest.skip("espeakng_loader is not installed")
    worker = pyttsx3.WORKER[-1]
    without = tmp_path / "without.py"
    without.write_text(
        "import ctypes.util, runpy\n"
        "ctypes.util.find_library = lambda name: None\n"
        f"runpy.run_path({worker!r}, run_name='__main__')\n"
    )
    voice = Pyttsx3Voice(worker=(sys.executable, "-P", str(without)))
    sound = voice.synthesise(saying("Hello there, take your time.", "male"))
    assert 1 < sound.duration_s < 4
    assert np.abs(sound.samples).max() > 0.1
    assert "espeak 1." in voice.version


def test_a_wave_file_is_what_the_worker_writes(pyttsx3: Pyttsx3Voice, tmp_path: Path) -> None:
    file = tmp_path / "said.wav"
    order = {"text": "Hello.", "file": str(file), "gender": "female", "rate_wpm": 170}
    pyttsx3._ask(order, "No", "Do")
    with wave.open(str(file)) as sound:
        assert sound.getnframes() > 4000
