"""How loud a sound is, and whether it is a voice or the room: pure, block by block."""

import numpy as np

from simulator.audio.base import Level
from simulator.sound import Samples

SILENCE_DBFS = -120.0
ABOVE_ROOM_DB = 9.0
"""A sound this much louder than the room is somebody; see `Listener`."""
QUIETEST_VOICE_DBFS = -55.0
"""Nothing below this is taken for a voice, however quiet the room."""
ROOM_RISES_DB_PER_S = 1.5
"""How fast the idea of the room's noise follows a room that has become louder."""
FIRST_ROOM_DBFS = -45.0


def level(block: Samples) -> Level:
    """Root mean square and peak of a block, in dBFS."""
    if not len(block):
        return Level(SILENCE_DBFS, SILENCE_DBFS)
    return Level(_dbfs(float(np.sqrt(np.mean(np.square(block, dtype=np.float64))))), _dbfs(
        float(np.max(np.abs(block)))
    ))  # fmt: skip


def _dbfs(amplitude: float) -> float:
    return max(SILENCE_DBFS, 20 * float(np.log10(max(amplitude, 1e-9))))


class Listener:
    """Follows a recording: the room's noise floor, and how long nobody has spoken.

    The floor falls at once to the quietest block heard and rises slowly, so that a fan that comes
    on becomes part of the room and a long sentence does not.
    """

    def __init__(self) -> None:
        self._room_dbfs = FIRST_ROOM_DBFS
        self.silent_for_s = 0.0
        self.heard_anything = False
        self.level = Level(SILENCE_DBFS, SILENCE_DBFS)

    def hear(self, block: Samples, sample_rate_hz: int) -> None:
        duration_s = len(block) / sample_rate_hz
        self.level = level(block)
        loud_dbfs = self.level.rms_dbfs
        self._room_dbfs = min(loud_dbfs, self._room_dbfs + ROOM_RISES_DB_PER_S * duration_s)
        if loud_dbfs > max(QUIETEST_VOICE_DBFS, self._room_dbfs + ABOVE_ROOM_DB):
            self.silent_for_s = 0.0
            self.heard_anything = True
        else:
            self.silent_for_s += duration_s
