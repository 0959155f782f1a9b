"""A judge of meaning: does this answer make that talking point, and what does a sentence do?"""

from simulator.judge.base import (
    Claim,
    Deed,
    Judge,
    JudgeError,
    Likeness,
    PayAnswer,
    Standard,
    Told,
    Topic,
    Weighed,
)

__all__ = [
    "Claim",
    "Deed",
    "Judge",
    "JudgeError",
    "Likeness",
    "PayAnswer",
    "Standard",
    "Told",
    "Topic",
    "Weighed",
]
