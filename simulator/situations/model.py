"""What is to be said of an interview as a whole, by the six parts of a second interview."""

from dataclasses import dataclass
from typing import Literal

from simulator.questions import Situation
from simulator.scoring import Finding

NoticeKind = Literal[
    "pay-early",
    "harsh",
    "hedged",
    "closed-question",
    "leading-question",
    "researchable",
    "remark",
    "left-out",
]
Readiness = Literal["ready", "nearly", "not-yet", "not-practised"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was done in one answer. `told` is a sentence, `better` what to do instead.

    `quote` is the candidate's own words, "" where the notice is about what was not said; `at_s` is
    when they begin, None where there is no sound.
    """

    kind: NoticeKind
    answer: int
    told: str
    quote: str = ""
    at_s: float | None = None
    better: str = ""


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """One of the candidate's own talking points, and where it was brought in.

    `answer` is None where it was not. `place` is then the number of the answer that would have been
    the place, None where no question of that kind was asked.
    """

    point: str
    label: str
    answer: int | None
    quote: str = ""
    at_s: float | None = None
    sure: bool = True
    place: int | None = None
    situation: Situation = "unsaid"


@dataclass(frozen=True, slots=True)
class PartReadiness:
    """How ready one part of a second interview is. `score` is the mean of its answers, 0 to 100."""

    situation: Situation
    title: str
    readiness: Readiness
    score: int | None
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to practise next, and the question to do it with.

    `situation` is None and `title` "" in a session whose questions belong to none of the six parts.
    """

    situation: Situation | None
    title: str
    question: str
    answer: int
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Topics:
    """What the candidate asked about, by the labels of the set's topics."""

    covered: tuple[str, ...]
    left_out: tuple[str, ...]
    questions: int


@dataclass(frozen=True, slots=True)
class Pitch:
    """The last impression against the prepared pitch: which of its sentences were kept."""

    answer: int
    kept: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Everything of one session."""

    parts: tuple[PartReadiness, ...]
    next_step: NextStep | None
    notices: tuple[Notice, ...]
    own_points: tuple[OwnPoint, ...]
    topics: Topics | None
    pitch: Pitch | None
