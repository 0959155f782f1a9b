"""A judge of meaning: does this answer make that talking point?"""

from simulator.judge.base import Judge, JudgeError, Weighed, claim

__all__ = ["Judge", "JudgeError", "Weighed", "claim"]
