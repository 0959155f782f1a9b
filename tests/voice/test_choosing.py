"""Which engine speaks."""

import subprocess
import sys

import pytest

from simulator.voice import Probe, VoiceEngine, VoiceError
from simulator.voice.choosing import AUTO, ENGINES, choose, load, probe_all


def probes(*working: str) -> list[Probe]:
    return [
        Probe(name, name in working, name, *(("", "") if name in working else ("Gone.", "Get it.")))
        for name in ENGINES
    ]


@pytest.mark.parametrize(
    ("requested", "working", "chosen"),
    [
        (AUTO, ["neural", "pyttsx3", "silent"], "neural"),
        (AUTO, ["pyttsx3", "silent"], "pyttsx3"),
        (AUTO, ["neural", "silent"], "neural"),
        (AUTO, ["silent"], "silent"),
        ("neural", ["neural", "pyttsx3", "silent"], "neural"),
        ("pyttsx3", ["neural", "pyttsx3", "silent"], "pyttsx3"),
        ("pyttsx3", ["pyttsx3"], "pyttsx3"),
        ("silent", ["neural", "pyttsx3", "silent"], "silent"),
    ],
)
def test_the_most_natural_that_works_or_the_one_asked_for(
    requested: str, working: list[str], chosen: str
) -> None:
    assert choose(requested, probes(*working)) == chosen


@pytest.mark.parametrize(
    ("requested", "working", "what", "fix"),
    [
        ("neural", ["pyttsx3", "silent"], "Gone.", "Get it."),
        ("pyttsx3", ["neural", "silent"], "Gone.", "Get it."),
        (AUTO, [], "No voice works", "Get it."),
        ("nueral", ["neural"], "no voice 'nueral'", "Did you mean 'neural'?"),
        ("Neural", ["neural"], "no voice 'Neural'", "Did you mean 'neural'?"),
        ("", ["neural"], "no voice ''", "Known: auto, neural, pyttsx3, silent."),
        ("../cache", ["neural"], "no voice '../cache'", "Known: auto, neural, pyttsx3, silent."),
    ],
)
def test_otherwise_it_says_what_to_do(
    requested: str, working: list[str], what: str, fix: str
) -> None:
    with pytest.raises(VoiceError) as raised:
        choose(requested, probes(*working))
    assert what in raised.value.what
    assert raised.value.fix == fix


def test_without_any_engine_there_is_no_voice() -> None:
    with pytest.raises(VoiceError):
        choose(AUTO, [])


def test_every_engine_is_probed_in_order() -> None:
    assert [probe.engine for probe in probe_all()] == list(ENGINES)


def test_there_is_always_something_that_auto_can_take() -> None:
    engine: VoiceEngine = load(choose(AUTO, probe_all()))
    assert engine.name in ENGINES


def test_probing_loads_no_engine() -> None:
    heavy = "hibari onnxruntime pyttsx3 espeakng_loader soundfile av".split()
    code = (
        "import sys; from simulator.voice import choosing; choosing.probe_all();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
