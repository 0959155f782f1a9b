"""What every engine promises (`simulator/voice/base.py`), asked of each that works here."""

import os
import tempfile
from pathlib import Path

import numpy as np
import pytest

from simulator.voice import Probe, VoiceEngine, choosing
from tests.voice.hearing import QUESTION, median_pitch_hz, saying

ODD_TEXTS = {
    "markup": '<speak><prosody rate="x-slow">Hello</prosody></speak> & [[h@\'loU]] {\\b}',
    "emoji": "Well done! 🙂👩‍💻",
    "control characters": "Hello\0 there\x1b[31m,\x07 you.",
    "half a character": "Hello \ud83d there.",
    "no words": " — ... ?! “” ",
    "zero width": "\u200b",
    "other scripts": "Grüße, Ωmega, 你好.",
    "numbers": "Between $75,000 and 85.5% of €1,234,567.89 by 3/4/2025.",
    "lines": "One.\n\nTwo\r\nthree\ttabs.",
}


@pytest.mark.parametrize("name", choosing.ENGINES)
def test_a_probe_says_what_is_wrong_or_nothing(name: str) -> None:
    probe = next(probe for probe in choosing.probe_all() if probe.engine == name)
    assert isinstance(probe, Probe)
    assert probe.about
    assert bool(probe.why_not) is bool(probe.fix) is (not probe.works)


def test_it_is_a_voice_engine(engine: VoiceEngine) -> None:
    assert isinstance(engine, VoiceEngine)
    assert engine.name in choosing.ENGINES
    assert engine.version == engine.version != ""


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_text_gives_an_empty_sound(engine: VoiceEngine, text: str) -> None:
    sound = engine.synthesise(saying(text))
    assert sound.duration_s == 0
    assert sound.sample_rate_hz > 0


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_any_text_is_taken(engine: VoiceEngine, text: str) -> None:
    sound = engine.synthesise(saying(text))
    assert sound.samples.ndim == 1
    assert sound.samples.dtype == np.float32
    assert np.isfinite(sound.samples).all()
    assert np.abs(sound.samples).max(initial=0) <= 1
    assert sound.duration_s < 60


def test_markup_is_read_not_obeyed(audible: VoiceEngine) -> None:
    plain = audible.synthesise(saying("Hello there."))
    marked = audible.synthesise(saying('<voice gender="male"><s>Hello there.</s></voice>'))
    assert marked.duration_s > 1.5 * plain.duration_s


def test_nothing_after_a_control_character_is_lost(audible: VoiceEngine) -> None:
    whole = audible.synthesise(saying("Tell me about yourself, and take your time."))
    broken = audible.synthesise(saying("Tell me\0 about yourself,\x07 and take your time."))
    assert broken.duration_s > 0.8 * whole.duration_s


def test_three_thousand_characters_are_spoken(engine: VoiceEngine) -> None:
    text = (QUESTION + " ") * 28
    assert len(text) > 3000
    sound = engine.synthesise(saying(text))
    once = engine.synthesise(saying(QUESTION))
    assert sound.duration_s >= 20 * once.duration_s


def test_the_same_again_is_the_same_sample_by_sample(engine: VoiceEngine) -> None:
    first = engine.synthesise(saying(QUESTION, "male"))
    engine.synthesise(saying("Something else.", "female"))
    again = engine.synthesise(saying(QUESTION, "male"))
    assert again.sample_rate_hz == first.sample_rate_hz
    assert np.array_equal(again.samples, first.samples)


def test_it_is_loud_enough_and_begins_and_ends_at_once(audible: VoiceEngine) -> None:
    sound = audible.synthesise(saying(QUESTION))
    assert 0.1 < np.abs(sound.samples).max() < 1
    heard_s = np.flatnonzero(np.abs(sound.samples) > 0.02) / sound.sample_rate_hz
    assert heard_s[0] < 0.25
    assert sound.duration_s - heard_s[-1] < 0.25


def test_a_man_sounds_lower_than_a_woman(audible: VoiceEngine) -> None:
    woman = audible.synthesise(saying(QUESTION, "female"))
    man = audible.synthesise(saying(QUESTION, "male"))
    assert median_pitch_hz(man) < 0.88 * median_pitch_hz(woman)  # more than two semitones


def test_a_man_and_a_woman_keep_the_same_pace(audible: VoiceEngine) -> None:
    woman = audible.synthesise(saying(QUESTION, "female"))
    man = audible.synthesise(saying(QUESTION, "male"))
    assert man.duration_s == pytest.approx(woman.duration_s, rel=0.12)


def test_the_pace_follows_the_wish(audible: VoiceEngine) -> None:
    durations_s = [
        audible.synthesise(saying(QUESTION, rate_wpm=rate_wpm)).duration_s
        for rate_wpm in (120, 150, 180, 220)
    ]
    assert durations_s == sorted(durations_s, reverse=True)
    assert durations_s[0] > 1.4 * durations_s[-1]


@pytest.mark.parametrize("gender", ["female", "male"])
def test_the_pace_is_near_the_wish(audible: VoiceEngine, gender: str) -> None:
    texts = [
        QUESTION,
        "Walk me through the piece of work you know most deeply. What was hard about it?",
        "What are your salary expectations for this role?",
        "Think of a time when you disagreed with a colleague about how to do something.",
        "Is there anything about the company, or about this team, that you would like to know?",
    ]
    words = sum(len(text.split()) for text in texts)
    sounds = [
        audible.synthesise(saying(text, "male" if gender == "male" else "female", 170))
        for text in texts
    ]
    rate_wpm = 60 * words / sum(sound.duration_s for sound in sounds)
    assert rate_wpm == pytest.approx(170, rel=0.12)


@pytest.mark.parametrize("rate_wpm", [1, 2000])
def test_a_pace_nobody_speaks_is_not_an_error(audible: VoiceEngine, rate_wpm: int) -> None:
    assert audible.synthesise(saying("Hello.", rate_wpm=rate_wpm)).duration_s > 0


def test_nothing_is_printed_or_left_behind(
    engine: VoiceEngine,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    choosing.probe_all()
    engine.synthesise(saying(QUESTION))
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
    assert list(Path(os.environ["HOME"]).iterdir()) == []


def test_loading_prints_nothing(engine: VoiceEngine, capfd: pytest.CaptureFixture[str]) -> None:
    assert choosing.load(engine.name).version == engine.version
    assert capfd.readouterr() == ("", "")
