"""The worker's choice of a voice, on systems that are not here too."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from simulator.voice import pyttsx3
from simulator.voice.pyttsx3 import Pyttsx3Voice
from simulator.voice.pyttsx3_worker import choose_rate, choose_voice, fitting_voice


@dataclass
class Voice:
    """As pyttsx3 describes one."""

    id: str
    name: str
    gender: str | None
    languages: list[str | None] = field(default_factory=lambda: ["en_US"])


@dataclass
class Engine:
    """One that takes only the voices it has, and says nothing of others, as eSpeak does."""

    name: str
    voices: list[Voice]
    voice: str = "gmw/en-us"
    reads_back: str = "{}"
    rate: object = 200
    loses: int = 0

    def __str__(self) -> str:
        return self.name

    def setProperty(self, name: str, value: str | int) -> None:  # noqa: N802 (pyttsx3's name)
        if self.loses:
            self.loses -= 1
        elif name == "rate":
            self.rate = value
        elif value in [voice.id for voice in self.voices]:
            self.voice = self.reads_back.format(value)

    def getProperty(self, name: str) -> object:  # noqa: N802 (pyttsx3's name)
        return {"voices": self.voices, "voice": self.voice, "rate": self.rate}[name]


MAC = [
    Voice("com.apple.voice.Anna", "Anna", "VoiceGenderFemale", ["de_DE"]),
    Voice("com.apple.synthesis.Zarvox", "Zarvox", "VoiceGenderNeuter"),
    Voice("com.apple.synthesis.Kathy", "Kathy", "VoiceGenderFemale"),
    Voice("com.apple.synthesis.Fred", "Fred", "VoiceGenderMale"),
    Voice("com.apple.voice.Daniel", "Daniel", "VoiceGenderMale", ["en_GB"]),
    Voice("com.apple.voice.Samantha", "Samantha", "VoiceGenderFemale"),
]
WINDOWS = [
    Voice("TTS_MS_DE-DE_HEDDA", "Microsoft Hedda Desktop - German", "Female", ["de-DE"]),
    Voice("TTS_MS_EN-US_ZIRA", "Microsoft Zira Desktop - English", "Female", ["en-US"]),
    Voice("TTS_MS_EN-US_DAVID", "Microsoft David Desktop - English", "Male", ["en-US"]),
]
ODD = [Voice("a", "A", None, [None]), Voice("b", "B", None, []), Voice("c", "C", None)]


@pytest.mark.parametrize(
    ("voices", "gender", "chosen"),
    [
        (MAC, "female", "Samantha"),
        (MAC, "male", "Daniel"),
        (MAC, None, "Samantha"),
        (MAC[:4], "female", "Kathy"),
        (MAC[:4], "male", "Fred"),
        (MAC[:3], "male", None),
        (WINDOWS, "female", "Zira"),
        (WINDOWS, "male", "David"),
        (WINDOWS[:2], "male", None),
        (WINDOWS[:1], "female", None),
        (ODD, None, "C"),
        (ODD, "male", None),
        ([], "female", None),
    ],
)
def test_an_english_voice_of_that_gender(
    voices: list[Voice], gender: str | None, chosen: str | None
) -> None:
    voice = fitting_voice(voices, gender)
    assert (voice is None) is (chosen is None)
    assert voice is None or chosen in voice.name.replace("Microsoft ", "").split()


def test_on_other_systems_the_voice_is_set_by_its_id() -> None:
    engine = Engine("nsss", MAC)
    assert choose_voice(engine, "male")
    assert engine.voice == "com.apple.voice.Daniel"


def test_where_none_fits_the_systems_own_stays() -> None:
    engine = Engine("sapi5", WINDOWS[:1], voice="TTS_MS_DE-DE_HEDDA")
    assert choose_voice(engine, "male")
    assert engine.voice == "TTS_MS_DE-DE_HEDDA"


def test_espeak_makes_a_woman_and_a_man_of_its_one_speaker() -> None:
    voices = [Voice("en-us+f3", "f", None), Voice("en-us+m3", "m", None)]
    engine = Engine("espeak", voices, reads_back="gmw/{}")
    for gender, read_back in (("male", "gmw/en-us+m3"), ("female", "gmw/en-us+f3")):
        assert choose_voice(engine, gender)
        assert engine.voice == read_back


def test_a_voice_that_espeak_ignored_is_noticed() -> None:
    assert not choose_voice(Engine("espeak", []), "male")


def test_a_wish_that_espeak_lost_is_told_again() -> None:
    engine = Engine("espeak", [Voice("en-us+m3", "m", None)], loses=2)
    assert choose_voice(engine, "male")
    engine.loses = 2
    assert choose_rate(engine, 170)
    assert engine.rate == 139  # which it speaks at 170


def test_a_pace_that_is_never_taken_is_noticed() -> None:
    assert not choose_rate(Engine("espeak", [], loses=1000), 170)


def test_other_systems_are_told_the_pace_as_it_is() -> None:
    engine = Engine("nsss", [])
    assert choose_rate(engine, 170)
    assert engine.rate == 170


def run(order: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(pyttsx3.WORKER, input=order, capture_output=True, text=True, check=False)


def test_only_the_answer_reaches_stdout(pyttsx3: Pyttsx3Voice, tmp_path: Path) -> None:
    """pyttsx3 prints `Audio saved to ...`."""
    file = tmp_path / "said.wav"
    done = run(json.dumps({"text": "Hi.", "file": str(file), "gender": "male", "rate_wpm": 170}))
    assert set(json.loads(done.stdout)) == {"engine"}
    assert file.stat().st_size > 4000


@pytest.mark.parametrize("order", ["", "no JSON", '{"text": "Hi."}', "[1]"])
def test_an_order_that_makes_no_sense_is_answered(pyttsx3: Pyttsx3Voice, order: str) -> None:
    answer = json.loads(run(order).stdout)
    assert set(answer) == {"failed"}
    assert answer["failed"]


def test_it_imports_nothing_of_the_program(pyttsx3: Pyttsx3Voice) -> None:
    """So that it starts in a tenth of a second."""
    code = (
        "import runpy, sys; sys.stdin = open('/dev/null');"
        f"runpy.run_path({pyttsx3_file()!r});"
        "print([name for name in sys.modules if name.startswith(('simulator', 'numpy'))])"
    )
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def pyttsx3_file() -> str:
    return pyttsx3.WORKER[-1]
