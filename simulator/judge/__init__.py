"""A judge of meaning: does this answer make that talking point, and what does a sentence do?"""

from simulator.judge.base import Deed, Judge, JudgeError, PayAnswer, Told, Topic, Weighed, claim

__all__ = ["Deed", "Judge", "JudgeError", "PayAnswer", "Told", "Topic", "Weighed", "claim"]
