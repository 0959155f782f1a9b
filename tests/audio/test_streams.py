import threading

import pytest

from simulator.audio import DeviceError, streams
from simulator.audio.devices import Device, portaudio

pytestmark = pytest.mark.sound_card  # PortAudio must be there, though nothing is played

DEVICE = Device(2, "Yeti", 1, 48_000, default=True)


class Stream:
    """A stream whose calls wait for `thawed`, as those of a frozen sound server do."""

    def __init__(self, *, frozen_in: str = "") -> None:
        self.frozen_in = frozen_in
        self.thawed = threading.Event()
        self.closed = threading.Event()
        self.calls: list[str] = []

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if name == self.frozen_in:
            self.thawed.wait(60)

    def start(self) -> None:
        self._call("start")

    def stop(self) -> None:
        self._call("stop")

    def abort(self) -> None:
        self._call("abort")

    def close(self) -> None:
        self._call("close")
        self.closed.set()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "OPENING_S", 0.1)
    monkeypatch.setattr(streams, "CLOSING_S", 0.1)
    monkeypatch.setattr(streams, "_leave_at_exit", lambda module: None)  # ours is to tidy up


def test_a_stream_is_opened_and_started() -> None:
    stream = Stream()
    assert streams.start("input", DEVICE, lambda: stream) is stream
    assert stream.calls == ["start"]


def test_a_device_that_does_not_answer_is_given_up_and_closed_when_it_does() -> None:
    stream = Stream(frozen_in="start")
    with pytest.raises(DeviceError, match="The microphone 'Yeti' does not answer"):
        streams.start("input", DEVICE, lambda: stream)
    stream.thawed.set()
    assert stream.closed.wait(10)


def test_a_device_that_cannot_be_opened_is_told() -> None:
    def refuse() -> Stream:
        raise portaudio().PortAudioError("Device unavailable")

    with pytest.raises(DeviceError, match="The loudspeaker 'Yeti' cannot be opened") as told:
        streams.start("output", DEVICE, refuse)
    assert "Another program" in told.value.fix


def test_one_that_opens_but_does_not_start_is_closed_again() -> None:
    class Refuses(Stream):
        def start(self) -> None:
            raise portaudio().PortAudioError("Unanticipated host error")

    stream = Refuses()
    with pytest.raises(DeviceError):
        streams.start("input", DEVICE, lambda: stream)
    assert stream.closed.wait(10)


def test_our_own_mistakes_are_not_hidden() -> None:
    def wrong() -> Stream:
        raise KeyError("blocksize")

    with pytest.raises(KeyError):
        streams.start("input", DEVICE, wrong)


def test_closing_lets_sound_through_or_cuts_it_off() -> None:
    gently, at_once = Stream(), Stream()
    streams.close(gently)
    streams.close(at_once, gently=False)
    assert gently.calls == ["stop", "close"]
    assert at_once.calls == ["abort", "close"]


@pytest.mark.parametrize("frozen_in", ["abort", "close"])
def test_closing_does_not_wait_for_ever(frozen_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[object] = []
    monkeypatch.setattr(streams, "_leave_at_exit", left.append)
    stream = Stream(frozen_in=frozen_in)
    streams.close(stream, gently=False)
    assert left == [portaudio()]
    stream.thawed.set()
    assert stream.closed.wait(10)
