"""Signs of life of a device, by a clock that is set by hand."""

from simulator.audio.liveness import Liveness


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_a_device_that_is_silent_for_too_long_is_lost() -> None:
    clock = Clock()
    alive = Liveness(2.0, clock)
    for _ in range(20):
        assert not alive.lost()
        clock.now_s += 0.1
    clock.now_s += 0.1
    assert alive.lost()


def test_a_sign_counts_from_when_it_came() -> None:
    clock = Clock()
    alive = Liveness(2.0, clock)
    for tick in range(60):
        clock.now_s += 0.1
        if tick < 30:
            alive.sign()
        assert alive.lost() == (tick >= 50)


def test_a_program_that_was_stopped_does_not_blame_the_device() -> None:
    clock = Clock()
    alive = Liveness(2.0, clock)
    assert not alive.lost()
    clock.now_s += 3600.0
    assert not alive.lost()
    for _ in range(20):
        clock.now_s += 0.1
        assert not alive.lost()
    clock.now_s += 0.1
    assert alive.lost(), "it had its time"
