"""Whether a device still gives signs of life: none says by itself that it hangs."""

import time
from collections.abc import Callable


class Liveness:
    """`sign` is called by the device's callback, `lost` by whoever waits for the device.

    Where nobody has asked for as long as a device may be silent, this program itself was perhaps
    stopped (Ctrl-Z) and has just been continued: the device then gets its time from now on.
    """

    def __init__(self, longest_s: float, now: Callable[[], float] = time.monotonic) -> None:
        self._longest_s = longest_s
        self._now = now
        self._sign_s = self._asked_s = now()

    def sign(self) -> None:
        self._sign_s = self._now()

    def lost(self) -> bool:
        """Whether there was no sign for longer than `longest_s`."""
        now_s = self._now()
        if now_s - self._asked_s > self._longest_s:
            self._sign_s = now_s
        self._asked_s = now_s
        return now_s - self._sign_s > self._longest_s
