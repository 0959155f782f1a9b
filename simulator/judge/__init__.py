"""A judge of meaning: does this sentence say what that talking point asks for?"""

from simulator.judge.base import Judge, JudgeError

__all__ = ["Judge", "JudgeError"]
