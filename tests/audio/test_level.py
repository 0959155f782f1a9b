import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.audio import Level
from simulator.audio.level import SILENCE_DBFS, Listener, level
from simulator.sound import Sound, silence
from tests.audio.sounds import joined, noise, tone

BLOCK = 800


def listened(sound: Sound, listener: Listener | None = None) -> Listener:
    listener = listener or Listener()
    for start in range(0, len(sound.samples), BLOCK):
        listener.hear(sound.samples[start : start + BLOCK], sound.sample_rate_hz)
    return listener


def words(duration_s: float, level_dbfs: float) -> Sound:
    """Syllables of 0.2 s, with the short breaks that speech has."""
    one = [tone(0.2, level_dbfs=level_dbfs), tone(0.05, level_dbfs=level_dbfs - 30)]
    return joined(*one * round(duration_s / 0.25))


@pytest.mark.parametrize("dbfs", [-3.5, -20.0, -60.0])
def test_a_tone_is_as_loud_as_it_was_made(dbfs: float) -> None:
    heard = level(tone(1.0, level_dbfs=dbfs).samples)
    assert heard.rms_dbfs == pytest.approx(dbfs, abs=0.01)
    assert heard.peak_dbfs == pytest.approx(dbfs + 3.01, abs=0.05)


def test_silence_and_nothing_have_a_level_too() -> None:
    assert level(silence(0.1, 16_000).samples) == Level(SILENCE_DBFS, SILENCE_DBFS)
    assert level(np.zeros(0, np.float32)) == Level(SILENCE_DBFS, SILENCE_DBFS)


def test_full_scale_clips_and_nearly_full_does_not() -> None:
    assert level(np.array([0.1, -1.0], np.float32)).clips
    assert not level(np.array([0.1, -0.9], np.float32)).clips


@given(st.lists(st.floats(-1, 1, width=32), min_size=1, max_size=200))
def test_the_root_mean_square_is_never_above_the_peak(values: list[float]) -> None:
    heard = level(np.array(values, np.float32))
    assert SILENCE_DBFS <= heard.rms_dbfs <= heard.peak_dbfs + 1e-6 <= 1e-5


@pytest.mark.parametrize("room_dbfs", [-90, -70, -60, -50, -40])
def test_a_room_by_itself_is_nobody(room_dbfs: float) -> None:
    listener = listened(noise(20, level_dbfs=room_dbfs))
    assert not listener.heard_anything
    assert listener.silent_for_s == pytest.approx(20)


@pytest.mark.parametrize("room_dbfs", [-90, -60, -45, -40])
def test_somebody_is_heard_above_the_room(room_dbfs: float) -> None:
    quiet, said = noise(1, level_dbfs=room_dbfs), words(2, -24)
    behind = noise(2, level_dbfs=room_dbfs, seed=1)  # the room goes on while somebody speaks
    listener = listened(joined(quiet, Sound(said.samples + behind.samples, 16_000)))
    assert listener.heard_anything
    assert listener.silent_for_s < 0.3
    listened(noise(3, level_dbfs=room_dbfs, seed=2), listener)
    assert listener.silent_for_s == pytest.approx(3, abs=0.3)


def test_who_speaks_from_the_first_moment_is_heard() -> None:
    assert listened(words(1, -24)).heard_anything


def test_a_long_answer_without_a_pause_does_not_become_the_room() -> None:
    listener = listened(joined(noise(1, level_dbfs=-60), words(60, -28)))
    assert listener.silent_for_s < 0.3


def test_a_fan_that_comes_on_becomes_part_of_the_room() -> None:
    listener = listened(joined(noise(2, level_dbfs=-65), noise(20, level_dbfs=-45)))
    assert listener.silent_for_s > 5


def test_a_device_that_wakes_up_in_digital_silence_does_not_make_its_room_a_voice() -> None:
    assert not listened(joined(silence(0.3, 16_000), noise(5, level_dbfs=-50))).heard_anything


def test_a_key_that_is_pressed_is_nobody() -> None:
    room = noise(1, level_dbfs=-65)
    listener = listened(joined(room, tone(0.05, level_dbfs=-15), room))
    assert not listener.heard_anything
    assert listener.silent_for_s == pytest.approx(2.05)


def test_the_meter_shows_the_last_tenth_of_a_second() -> None:
    listener = listened(joined(tone(0.5, level_dbfs=-6), tone(0.05, level_dbfs=-60)))
    assert listener.level().rms_dbfs == pytest.approx(-6, abs=0.1)
    listened(tone(0.1, level_dbfs=-60), listener)
    assert listener.level().rms_dbfs == pytest.approx(-60, abs=0.1)


def test_nothing_has_been_heard_before_anything_was() -> None:
    listener = Listener()
    listener.hear(np.zeros(0, np.float32), 16_000)
    assert listener.level() == Level(SILENCE_DBFS, SILENCE_DBFS)
    assert not listener.heard_anything


@given(st.lists(st.tuples(st.floats(-80, -1), st.integers(1, 1600)), max_size=40))
def test_silence_is_never_longer_than_the_recording(blocks: list[tuple[float, int]]) -> None:
    listener, total_s = Listener(), 0.0
    for dbfs, length in blocks:
        sound = tone(length / 16_000, level_dbfs=dbfs)
        listener.hear(sound.samples, 16_000)
        total_s += sound.duration_s
    assert 0 <= listener.silent_for_s <= total_s + 1e-9
