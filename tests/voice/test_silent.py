"""No voice at all."""

from simulator.voice import silent
from tests.voice.hearing import QUESTION, saying


def test_it_always_works() -> None:
    assert silent.probe().works


def test_it_says_nothing_in_a_sound_of_no_length() -> None:
    sound = silent.load().synthesise(saying(QUESTION))
    assert sound.duration_s == 0
    assert sound.sample_rate_hz > 0
