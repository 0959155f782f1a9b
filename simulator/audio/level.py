"""How loud a sound is, and whether it is somebody or the room: pure, block by block."""

from collections import deque

import numpy as np

from simulator.audio.base import Level
from simulator.sound import Samples

SILENCE_DBFS = -120.0
ABOVE_ROOM_DB = 9.0
"""A sound this much louder than the room is somebody (a convention, as are the numbers below)."""
STILL_ABOVE_ROOM_DB = 6.0
"""Somebody who speaks is heard down to this, so that a falling voice does not flicker."""
QUIETEST_VOICE_DBFS = -55.0
"""Nothing below this is taken for a voice, however quiet the room."""
QUIETEST_ROOM_DBFS = -80.0
"""No room is quieter: below this the device is still waking up, or muted."""
LOUDEST_FIRST_ROOM_DBFS = -35.0
"""What is louder than this at the very beginning is not the room: somebody speaks already."""
ROOM_RISES_DB_PER_S = 1.5
"""How fast the idea of the room follows a room that has become louder."""
SHORTEST_VOICE_S = 0.15
"""Anything shorter is a click, a key, a knock."""
METER_S = 0.1


def level(block: Samples) -> Level:
    """Root mean square and peak of a block, in dBFS."""
    if not len(block):
        return Level(SILENCE_DBFS, SILENCE_DBFS)
    power = float(np.mean(np.square(block, dtype=np.float64)))
    return Level(_dbfs(power**0.5), _dbfs(float(np.max(np.abs(block)))))


def _dbfs(amplitude: float) -> float:
    return max(SILENCE_DBFS, 20 * float(np.log10(max(amplitude, 1e-9))))


class Listener:
    """Follows a recording: how loud it is, what the room sounds like, how long nobody has spoken.

    The idea of the room begins with the first block heard, falls at once to the quietest one and
    rises slowly: a fan that comes on becomes part of the room, and a long sentence, with its short
    breaks between words and sounds, does not.
    """

    def __init__(self) -> None:
        self.silent_for_s = 0.0
        self.heard_anything = False
        self._room_dbfs: float | None = None
        self._somebody_for_s = 0.0
        self._last: deque[tuple[Level, float]] = deque()
        self._last_s = 0.0

    def hear(self, block: Samples, sample_rate_hz: int) -> None:
        """Takes the next block, of any length; blocks of 0.02 to 0.1 s tell most."""
        if not len(block):
            return
        duration_s = len(block) / sample_rate_hz
        now = level(block)
        self._meter(now, duration_s)
        loud_dbfs = now.rms_dbfs
        room_dbfs = self._follow_room(loud_dbfs, duration_s)
        above_db = STILL_ABOVE_ROOM_DB if self._somebody_for_s else ABOVE_ROOM_DB
        if loud_dbfs > max(QUIETEST_VOICE_DBFS, room_dbfs + above_db):
            self._somebody_for_s += duration_s
        else:
            self._somebody_for_s = 0.0
        # Blocks are told apart by half a sample at least: sums of floats are not exact.
        if self._somebody_for_s > SHORTEST_VOICE_S - 0.5 / sample_rate_hz:
            self.silent_for_s = 0.0
            self.heard_anything = True
        else:
            self.silent_for_s += duration_s

    def _follow_room(self, loud_dbfs: float, duration_s: float) -> float:
        if self._room_dbfs is None:
            if loud_dbfs < QUIETEST_ROOM_DBFS:
                return QUIETEST_ROOM_DBFS
            self._room_dbfs = min(loud_dbfs, LOUDEST_FIRST_ROOM_DBFS)
        risen_dbfs = self._room_dbfs + ROOM_RISES_DB_PER_S * duration_s
        self._room_dbfs = max(QUIETEST_ROOM_DBFS, min(loud_dbfs, risen_dbfs))
        return self._room_dbfs

    def _meter(self, now: Level, duration_s: float) -> None:
        self._last.append((now, duration_s))
        self._last_s += duration_s
        while self._last_s - self._last[0][1] >= METER_S:
            self._last_s -= self._last.popleft()[1]

    def level(self) -> Level:
        """How loud the last moment was: the loudest of the blocks of about 0.1 s."""
        # A copy: a screen may look while a recorder's thread is at it.
        last = [heard for heard, _ in tuple(self._last)]
        return Level(
            max((heard.rms_dbfs for heard in last), default=SILENCE_DBFS),
            max((heard.peak_dbfs for heard in last), default=SILENCE_DBFS),
        )
