"""Ctrl-Z in the middle of an answer, and `fg`: what was said is kept, and the answer goes on."""

import json
import time
from pathlib import Path

import pytest

from simulator.sound import SPEECH_RATE_HZ
from tests.reliability import PLAIN
from tests.reliability.playing import KnownNoise
from tests.reliability.soaking import note, times
from tests.reliability.test_killed import speaks, whole
from tests.shell import Program
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = [pytest.mark.sound_card, pytest.mark.slow]

STOPS = times(1, 5)
STOPPED_S = 3.0
"""Longer than a microphone may be silent without being lost."""


def test_an_answer_outlives_ctrl_z(tmp_path: Path) -> None:
    for number in range(STOPS):
        stopped_and_continued(tmp_path / str(number), number)
    note("Ctrl-Z in an answer, `fg` after 3 s", STOPS, "the answer goes on, nothing kept is lost")


def stopped_and_continued(recordings: Path, seed: int) -> None:
    card = VirtualSoundCard(rate_hz=SPEECH_RATE_HZ)
    noise = KnownNoise(60, seed=seed)
    program = Program(
        *("run", *PLAIN, "--voice", "silent", "--model", "tiny.en", "--question", "pitch"),
        *("--recordings", str(recordings)),
        columns=100,
        **card.env,
    )
    try:
        feed = card.say_into_microphone(noise.sound)
        before_s = speaks(program.terminal, recordings, 1, 1.5)
        program.stop()
        (part,) = recordings.glob("*/01-*.part.wav")
        kept_s = (part.stat().st_size - 44) / 2 / SPEECH_RATE_HZ
        time.sleep(STOPPED_S)
        program.go_on()
        after_s = speaks(program.terminal, recordings, 1, kept_s + 2.0)
        program.terminal.send("\r")
        program.terminal.expect("Recorded 0:")
        status, shown = program.end()
        feed.kill()
        feed.wait()
    finally:
        program.close()
        card.close()
    assert status == 0, shown
    assert "lost" not in shown
    (file,) = recordings.glob("*/session.json")
    (answer,) = json.loads(file.read_text())["answers"]
    assert answer["lost"] == ""
    found = noise.found(whole(file.parent / answer["source"]))
    assert found.strange <= 8
    assert found.samples / SPEECH_RATE_HZ >= max(before_s, after_s) - 0.5
    gaps = [
        (after - before) / SPEECH_RATE_HZ
        for (_, before), (after, _) in zip(found.stretches, found.stretches[1:], strict=False)
        if after != before
    ]
    assert sum(gaps) <= STOPPED_S + 2.0, "only what was said while it was stopped is not there"
