"""What interviewers say of their own accord, and that nothing of it is said twice."""

import random
from collections.abc import Sequence
from typing import Literal

from simulator.questions import Interviewer
from simulator.questions.model import AnswerCondition, Manner

Reaction = Literal["full", "some", "passed", "asked", "asked-nothing"]
"""To an answer that made most of its points, one that made some, one that was none; to somebody who
has asked questions, or had none to ask."""

REACTIONS: dict[Manner, dict[Reaction, tuple[str, ...]]] = {
    "warm": {
        "full": (
            "Thank you, I can really picture that.",
            "That is a good story, thank you.",
            "Thanks for telling us so openly.",
            "I like how concrete that was.",
            "Thank you, that tells me a lot.",
            "That was very clear, thank you.",
        ),
        "some": (
            "Thank you for that.",
            "I see, thank you.",
            "All right, thanks for that.",
            "Okay, I follow you.",
            "Thank you, let me make a note of that.",
            "I understand, thank you.",
            "Good, thanks.",
            "Right, thank you for sharing that.",
        ),
        "passed": (
            "That is all right, let us leave it there.",
            "No problem at all, not everything comes to mind at once.",
            "Do not worry about it, we can come back to that another time.",
        ),
        "asked": (
            "Thank you, those were good questions.",
            "Thanks for asking all that.",
            "I am glad that you asked.",
        ),
        "asked-nothing": (
            "All right, then that is settled.",
            "That is fine, you can write to us at any time.",
        ),
    },
    "brisk": {
        "full": (
            "Good, that is what I wanted to hear.",
            "Clear, thank you.",
            "Good, I have that.",
            "That answers it.",
            "Right, very clear.",
        ),
        "some": (
            "Right.",
            "Okay, noted.",
            "Good, I have got it.",
            "Fine, let us keep going.",
            "Understood.",
            "All right, noted.",
            "Okay, thanks.",
        ),
        "passed": (
            "Fine, we will leave that one.",
            "Okay, then on we go.",
            "All right, no matter.",
        ),
        "asked": (
            "Good, thanks for asking.",
            "Good questions, on we go.",
        ),
        "asked-nothing": (
            "All right, no questions, then.",
            "Fine, that is settled.",
        ),
    },
    "sceptical": {
        "full": (
            "Well, that does convince me.",
            "I had my doubts, but that is a good answer.",
            "Fair enough, I believe you.",
            "I see, that holds together.",
        ),
        "some": (
            "Hm, I see.",
            "Well, let us leave it at that for now.",
            "I will have to think about that one.",
            "Hm, all right.",
            "I see what you mean, up to a point.",
            "Perhaps, yes.",
        ),
        "passed": (
            "Hm, then let us move on.",
            "I see. We will leave it, then.",
            "Well, that one stays open.",
        ),
        "asked": (
            "Fair questions, I must say.",
            "Well, at least you ask.",
        ),
        "asked-nothing": (
            "Hm, no questions at all. All right.",
            "I see, nothing to ask.",
        ),
    },
}

USUAL_FOLLOW_UPS: dict[AnswerCondition, tuple[str, ...]] = {
    "no-answer": (
        "Take your time. Does a small example come to mind, from any place you have worked?",
        "It need not be a big thing. Is there a moment from the last year that comes close?",
        "Let me put it another way. What would somebody who worked with you tell me about it?",
        "There is no hurry. Is there a part of it that you can say something about?",
    ),
    "no-example": (
        "Can you give me one example of that?",
        "When was the last time that happened?",
        "Could you take me to one particular day?",
    ),
    "no-result": (
        "And how did it end?",
        "What came of it?",
        "And what was different afterwards?",
    ),
    "vague": (
        "What exactly did you do yourself?",
        "Can you make that a little more concrete?",
        "Who was involved, and what did you do?",
    ),
    "short": (
        "Can you tell me a little more about that?",
        "I would like to hear more about it, if there is more.",
        "Go on, what else belongs to that?",
    ),
}
"""Asked where a set has nothing of its own for the case."""

UNKNOWN = (
    "I would have to find that out, and I will write to you.",
    "That one I cannot answer off the top of my head. Let me come back to you on it.",
    "Good question. I do not know, but I can ask.",
)
"""Replies to a question about none of the topics, after the set's own."""


class Lines:
    """Hands out lines, each once in an interview; which comes first is up to the seed."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._said: set[str] = set()

    def next(self, lines: Sequence[str], *, shuffled: bool = False) -> str | None:
        """The next that has not been said; looking alone does not say it."""
        order = list(lines)
        if shuffled:
            random.Random(f"{self._seed} {order[:1]}").shuffle(order)  # noqa: S311 (not a secret)
        return next((line for line in order if line not in self._said), None)

    def say(self, line: str) -> str:
        self._said.add(line)
        return line

    def reaction(self, kind: Reaction, person: Interviewer) -> str | None:
        return self.next(REACTIONS[person.manner][kind], shuffled=True)
