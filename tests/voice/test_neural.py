"""The neural voice, beyond the contract."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.sound import Samples
from simulator.voice import VoiceError, neural
from simulator.voice.neural import PACE, NeuralVoice, engine_speed
from tests.voice.hearing import QUESTION, saying


class Hibari:
    """As much of the library as the voice uses, to see what it is given."""

    sample_rate = 24_000

    def __init__(self, sentence: Samples | Exception) -> None:
        self.sentence = sentence
        self.texts: list[str] = []
        self.speeds: list[float] = []

    def split_sentences(self, text: str) -> list[str]:
        return [text] if text.strip() else []

    def stream(self, text: str, speed: float, seed: int) -> Iterator[Samples]:
        assert isinstance(seed, int)
        self.texts.append(text)
        self.speeds.append(speed)
        while True:
            if isinstance(self.sentence, Exception):
                raise self.sentence
            yield self.sentence


def test_without_the_package_the_probe_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(name: str) -> ModuleSpec | None:
        return None

    monkeypatch.setattr(importlib.util, "find_spec", find_nothing)
    probe = neural.probe()
    assert not probe.works
    assert f"{sys.executable} -m pip install hibari-tts" in probe.fix


def test_half_installed_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, neural: NeuralVoice
) -> None:
    """Its folder is there, but its description is not, as after a broken update."""
    (tmp_path / "hibari").mkdir()
    (tmp_path / "hibari" / "__init__.py").write_text("raise RuntimeError")
    code = (
        "import sys; from simulator.voice import neural\n"
        "sys.path = [sys.argv[1]] + [p for p in sys.path if 'site-packages' not in p]\n"
        "print(neural.probe().works)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_a_broken_package_is_an_error_with_a_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hibari", None)  # importing it fails
    with pytest.raises(VoiceError, match="cannot be loaded") as raised:
        neural.load()
    assert "pip install --force-reinstall --no-deps hibari-tts" in raised.value.fix


def test_it_leaves_nothing_and_calls_nobody(neural: NeuralVoice, tmp_path: Path) -> None:
    """In a process of its own, for onnxruntime decides when it is first imported."""
    code = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('calls somebody')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from simulator.voice import choosing\n"
        "from tests.voice.hearing import saying\n"
        "print(choosing.load('neural').synthesise(saying('Hello there.')).duration_s > 0.3)"
    )
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    environment = os.environ | home
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout == "True\n"
    assert list(tmp_path.iterdir()) == []


@given(st.integers(1, 1000), st.integers(1, 1000))
def test_a_faster_wish_is_never_spoken_slower(one: int, other: int) -> None:
    slower, faster = sorted((one, other))
    assert PACE[0][1] <= engine_speed(slower) <= engine_speed(faster) <= PACE[-1][1]


def test_the_measured_paces_are_met() -> None:
    assert [engine_speed(pace_wpm) for pace_wpm, _ in PACE] == [speed for _, speed in PACE]


def test_a_man_is_spoken_faster_for_he_is_played_slower() -> None:
    hibari = Hibari(np.zeros(0, np.float32))
    for gender, rate_wpm in (("female", 165), ("male", 132)):
        with pytest.raises(VoiceError):
            NeuralVoice(hibari, "1", longest_s=0).synthesise(
                saying("Hello.", "male" if gender == "male" else "female", rate_wpm)
            )
    assert hibari.speeds == [pytest.approx(engine_speed(165))] * 2


def test_no_wish_gets_the_voice_as_it_is(neural: NeuralVoice) -> None:
    nobody = neural.synthesise(saying(QUESTION, None))
    assert np.array_equal(nobody.samples, neural.synthesise(saying(QUESTION, "female")).samples)


def test_what_takes_too_long_is_cut_off() -> None:
    endless = NeuralVoice(Hibari(np.ones(9, np.float32)), "1", longest_s=0.05)
    with pytest.raises(VoiceError, match="longer than"):
        endless.synthesise(saying("Hello."))


def test_what_goes_wrong_inside_is_told() -> None:
    broken = NeuralVoice(Hibari(RuntimeError("out of phonemes")), "1")
    with pytest.raises(VoiceError, match="out of phonemes") as raised:
        broken.synthesise(saying("Hello."))
    assert "--voice" in raised.value.fix


@given(st.text(alphabet="ab ,.;\n", max_size=1500))
def test_no_clause_is_endless_and_no_word_is_lost(text: str) -> None:
    hibari = Hibari(RuntimeError())
    with pytest.raises(VoiceError):
        NeuralVoice(hibari, "1").synthesise(saying(text))
    (given_text,) = hibari.texts
    assert "".join(given_text.split()) == "".join(text.split())
    for run in given_text.replace(",", "\n").replace(";", "\n").replace(" \n", "\n").split("\n"):
        assert len(run) <= 320


def test_text_without_a_comma_takes_no_more_memory_than_others(neural: NeuralVoice) -> None:
    """3,000 characters in one breath took 1.2 GB."""
    code = (
        "from pathlib import Path\n"
        "from simulator.voice import choosing\n"
        "from tests.voice.hearing import saying\n"
        "choosing.load('neural').synthesise(saying('word ' * 600))\n"
        # Not ru_maxrss: that one still counts what the tests themselves had before the exec.
        "lines = Path('/proc/self/status').read_text().splitlines()\n"
        "print(next(int(line.split()[1]) for line in lines if line.startswith('VmHWM')) // 1024)"
    )
    if sys.platform != "linux":
        pytest.skip("memory is counted in other units elsewhere")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 600


def test_ordinary_text_is_spoken_as_the_library_would(neural: NeuralVoice) -> None:
    texts = (QUESTION, "Dr. Smith said so. Did he? Yes, at 5 p.m. on J. K. Street!\nA new line.")
    for text in texts:
        hibari = neural._hibari
        wanted = hibari(text, speed=0.8, seed=7)
        assert np.array_equal(hibari(neural._in_short_runs(text), speed=0.8, seed=7), wanted)
