"""The microphone is lost in the middle of an answer: it is kept, and the interview goes on."""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from simulator.sound import SPEECH_RATE_HZ
from tests.reliability.playing import KnownNoise
from tests.reliability.soaking import note, some, times
from tests.reliability.test_killed import LONGEST_S, QUESTIONS, interview, speaks, whole
from tests.virtual_sound_card import VirtualSoundCard

pytestmark = [pytest.mark.sound_card, pytest.mark.slow]

KEPT = r"What you said until\s+then is kept"
WAYS: dict[str, Callable[[VirtualSoundCard], None]] = {
    "the sound server dies": VirtualSoundCard.kill,
    "the microphone sends nothing any more": VirtualSoundCard.mute_microphone,
    "the sound server hangs": VirtualSoundCard.freeze,
}
LOSSES_OF_A_KIND = times(1, 5)
OTHER_RATES = times(1, 5)


def session_in(recordings: Path) -> tuple[Path, dict[str, Any]]:
    (file,) = recordings.glob("*/session.json")
    document: dict[str, Any] = json.loads(file.read_text())
    return file.parent, document


@pytest.mark.parametrize("way", some(WAYS, 1))
def test_it_goes_on_by_typing(way: str, tmp_path: Path) -> None:
    for number in range(LOSSES_OF_A_KIND):
        by_typing(way, tmp_path / str(number), random.Random(f"{way} {number}"))
    note(way, LOSSES_OF_A_KIND, "told, the answer so far kept, the rest typed, session finished")


def by_typing(way: str, recordings: Path, chance: random.Random) -> None:
    card = VirtualSoundCard(rate_hz=SPEECH_RATE_HZ)
    noise = KnownNoise(60)
    try:
        feed = card.say_into_microphone(noise.sound)
        with interview(card, recordings) as terminal:
            speaks(terminal, recordings, 1, chance.uniform(0.5, 2.5))
            WAYS[way](card)
            terminal.expect(KEPT)
            terminal.expect("t: type")
            terminal.send("t")
            for _ in QUESTIONS[1:]:
                terminal.expect("An empty line ends")
                terminal.expect("> ")
                terminal.send("I would do it, and say so.\r\r")
            terminal.expect("Kept in")
            terminal.expect(pexpect.EOF)
            terminal.close()
        assert terminal.exitstatus == 0
        feed.kill()
    finally:
        card.close()
    folder, session = session_in(recordings)
    assert session["state"] == "finished"
    first, *typed = session["answers"]
    assert first["lost"]
    found = noise.found(whole(folder / first["source"]))
    assert found.missing == 0
    assert found.samples > 0.3 * SPEECH_RATE_HZ
    assert [answer["typed"] for answer in typed] == [True, True]
    assert all(answer["state"] == "assessed" for answer in typed)


def test_it_goes_on_with_another_microphone_of_another_rate(tmp_path: Path) -> None:
    for number in range(OTHER_RATES):
        other_rate_hz = (44_100, 8_000, 48_000, 96_000, 16_000)[number]
        recordings = tmp_path / str(number)
        card = VirtualSoundCard(rate_hz=SPEECH_RATE_HZ)
        try:
            card.say_into_microphone(KnownNoise(60).sound)
            with interview(card, recordings) as terminal:
                speaks(terminal, recordings, 1, 1.0)
                card.kill()
                terminal.expect(KEPT)
                card.start_again(other_rate_hz)
                card.say_into_microphone(KnownNoise(60).sound)
                # Whoever asks at once finds the new one; who was too quick chooses it.
                choice = terminal.expect(["Enter: done", "1: "])
                if choice == 1:
                    terminal.send("1")
                for answer in (2, 3):
                    speaks(terminal, recordings, answer, 1.0)
                    terminal.send("\r")
                terminal.expect("Kept in")
                terminal.expect(pexpect.EOF)
                terminal.close()
            assert terminal.exitstatus == 0
        finally:
            card.close()
        folder, session = session_in(recordings)
        lost, *others = session["answers"]
        assert lost["lost"]
        assert [answer["lost"] for answer in others] == ["", ""]
        assert all(len(whole(folder / answer["source"])) > 8_000 for answer in session["answers"])
    note(
        "the microphone is lost and another one, of another rate, is there", OTHER_RATES,
        "told, the answer so far kept, the rest spoken into the new one, session finished",
    )  # fmt: skip


def test_a_lost_loudspeaker_leaves_captions(tmp_path: Path) -> None:
    """No microphone is needed for this one: the answers are recordings."""
    import numpy as np
    import soundfile

    answer = tmp_path / "answer.wav"
    soundfile.write(answer, np.zeros(16_000, np.float32), 16_000)
    card = VirtualSoundCard()
    terminal = pexpect.spawn(
        sys.executable,
        [
            *(
                "-m",
                "simulator",
                "run",
                "--no-follow-ups",
                "--voice",
                "neural",
                "--model",
                "tiny.en",
            ),
            *("--question", "pitch", "--recordings", str(tmp_path / "recordings")),
            *("--answers", str(answer)),
        ],
        env=os.environ | card.env | {"TERM": "xterm"},
        encoding="utf-8",
        timeout=LONGEST_S,
    )
    try:
        terminal.expect("Hello, and thank")
        time.sleep(0.5)
        card.kill()
        terminal.expect(r"goes on\s+with captions")
        terminal.expect("Kept in")
        terminal.expect(pexpect.EOF)
    finally:
        terminal.close(force=True)
        card.close()
    assert terminal.exitstatus == 0
    note("the loudspeaker is lost while a question is asked", 1, "told once, captions, finished")
