import time

import numpy as np
import pytest

from simulator.audio import DeviceError, Loudspeaker, Playback
from simulator.audio.loudspeaker import DeviceLoudspeaker, NoLoudspeaker
from simulator.sound import Sound
from tests.audio.sounds import rms, tone
from tests.audio.test_devices_with_sound_card import chirp, found_in
from tests.virtual_sound_card import VirtualSoundCard

sound_card_needed = pytest.mark.sound_card


def wait(playback: Playback, longest_s: float = 20) -> None:
    end = time.monotonic() + longest_s
    while not playback.done:
        assert time.monotonic() < end, "it comes to its end"
        time.sleep(0.02)


def reach(playback: Playback, position_s: float) -> None:
    end = time.monotonic() + 20
    while playback.position_s < position_s:
        assert time.monotonic() < end, "it goes on"
        time.sleep(0.01)


def test_without_a_loudspeaker_everything_is_done_at_once() -> None:
    loudspeaker: Loudspeaker = NoLoudspeaker()
    assert isinstance(loudspeaker, Loudspeaker)
    playback = loudspeaker.play(tone(60))
    assert isinstance(playback, Playback)
    assert playback.done
    assert playback.position_s == 60
    playback.seek(3)
    playback.stop()


@sound_card_needed
def test_a_sound_is_heard_whole_to_its_last_block(sound_card: VirtualSoundCard) -> None:
    loudspeaker: Loudspeaker = DeviceLoudspeaker()
    assert isinstance(loudspeaker, Loudspeaker)
    ear = sound_card.listen_to_loudspeaker()
    playback = loudspeaker.play(chirp(2.0, 24_000))
    assert isinstance(playback, Playback)
    wait(playback)
    assert playback.position_s == 2.0
    playback.stop()
    assert found_in(chirp(2.0).samples, ear.heard().samples) >= 0.99


@sound_card_needed
def test_an_empty_sound_is_done_at_once(sound_card: VirtualSoundCard) -> None:
    playback = DeviceLoudspeaker().play(Sound(np.zeros(0, np.float32), 24_000))
    assert playback.done
    assert playback.position_s == 0
    playback.stop()


@sound_card_needed
def test_a_pause_is_silent_and_goes_on_where_it_was(sound_card: VirtualSoundCard) -> None:
    ear = sound_card.listen_to_loudspeaker()
    playback = DeviceLoudspeaker().play(chirp(2.0))
    reach(playback, 0.5)
    playback.pause()
    time.sleep(0.1)  # a block that was on its way
    at_s = playback.position_s
    time.sleep(1.0)
    assert playback.position_s == at_s
    assert not playback.done
    playback.resume()
    wait(playback)
    playback.stop()
    heard = ear.heard().samples
    whole = chirp(2.0).samples
    cut = round(at_s * 16_000)
    assert found_in(whole[cut:], heard) >= 0.95
    assert found_in(whole[:cut], heard) >= 0.8
    first, last = np.flatnonzero(np.abs(heard) > 0.05)[[0, -1]]
    assert (last - first) / 16_000 == pytest.approx(3.1, abs=0.3)


@sound_card_needed
def test_it_goes_where_it_is_told_and_no_further_than_there_is(
    sound_card: VirtualSoundCard,
) -> None:
    playback = DeviceLoudspeaker().play(chirp(60.0))
    playback.pause()
    time.sleep(0.2)
    for position_s, where_s in ((31.5, 31.5), (-3, 0.0), (99.0, 60.0)):
        playback.seek(position_s)
        assert playback.position_s == where_s
    playback.resume()
    wait(playback)  # from the end it is not far
    playback.stop()


@sound_card_needed
def test_it_stops_at_once_and_again(sound_card: VirtualSoundCard) -> None:
    ear = sound_card.listen_to_loudspeaker()
    playback = DeviceLoudspeaker().play(tone(30))
    reach(playback, 0.3)
    playback.stop()
    playback.stop()
    assert playback.done
    time.sleep(0.5)
    assert rms(ear.heard().samples[-4000:]) < 0.001


@sound_card_needed
def test_a_device_of_another_rate_gets_a_converted_sound(
    sound_card: VirtualSoundCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sounddevice

    class Stubborn(sounddevice.OutputStream):  # type: ignore[misc]
        def __init__(self, *, samplerate: int, **rest: object) -> None:
            if samplerate == 24_000:
                raise sounddevice.PortAudioError("Invalid sample rate")
            super().__init__(samplerate=samplerate, **rest)

    monkeypatch.setattr(sounddevice, "OutputStream", Stubborn)
    ear = sound_card.listen_to_loudspeaker()
    playback = DeviceLoudspeaker().play(chirp(2.0, 24_000))
    wait(playback)
    assert playback.position_s == pytest.approx(2.0, abs=0.005)
    playback.stop()
    assert found_in(chirp(2.0).samples, ear.heard().samples) >= 0.99


@sound_card_needed
@pytest.mark.parametrize("how", ["kill", "freeze"])
def test_a_loudspeaker_that_is_lost_is_not_waited_for(
    sound_card: VirtualSoundCard, how: str
) -> None:
    playback = DeviceLoudspeaker().play(tone(300))
    reach(playback, 0.3)
    getattr(sound_card, how)()
    wait(playback)
    playback.stop()


@sound_card_needed
def test_no_server_at_all_is_told(sound_card: VirtualSoundCard) -> None:
    sound_card.kill()
    with pytest.raises(DeviceError, match=r"cannot be opened|No loudspeaker"):
        DeviceLoudspeaker().play(tone())
