"""The computer's own clock."""

import time
from datetime import datetime


class SystemClock:
    """A `Clock`, in the computer's time zone."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def monotonic_s(self) -> float:
        return time.monotonic()

    def sleep(self, duration_s: float) -> None:
        time.sleep(duration_s)
