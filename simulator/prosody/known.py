"""What a network made of pieces of sound lately: an answer that goes on is not gone over again."""

import hashlib
from collections.abc import Callable
from typing import Generic, TypeVar

from simulator.sound import Samples

Found = TypeVar("Found")
MOST = 300
"""Pieces: 20 minutes of an answer in pieces of 4 s."""


class Known(Generic[Found]):
    """Remembers by what the samples are; holds the results alone, not the sound."""

    def __init__(self, find: Callable[[Samples], Found]) -> None:
        self._find = find
        self._found: dict[bytes, Found] = {}

    def __call__(self, samples: Samples) -> Found:
        key = hashlib.blake2b(samples.tobytes(), digest_size=16).digest()
        if key not in self._found:
            while len(self._found) >= MOST:
                del self._found[next(iter(self._found))]
            self._found[key] = self._find(samples)
        return self._found[key]
