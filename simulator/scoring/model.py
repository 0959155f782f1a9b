"""A score, and why it is what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Part = Literal["length", "fillers", "coverage", "delivery"]
PARTS: tuple[Part, ...] = ("length", "fillers", "coverage", "delivery")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A moment in the sound of a reply to a follow-up; `answer` is the number of that reply."""

    answer: int
    at_s: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason for points lost (below 0) or a thing done well (0).

    `neutral` is a thing told that is neither.

    `points` are points of the total, so that all findings of an answer and its total add up to 100
    (but for rounding). `at_s` are the moments to listen to; empty where there is none. `source`
    names the study, page or convention behind the threshold (see `docs/scoring.md`).
    """

    part: Part
    points: float
    reason: str
    at_s: tuple[float, ...] = ()
    source: str = ""
    neutral: bool = False
    in_replies: tuple[Elsewhere, ...] = ()
    """Moments to listen to that lie in replies, beside those of the answer itself."""


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100, for the whole and for each part; None where a part could not be told (no sound).

    `not_scored` says in one sentence what was left out and why; empty where nothing was.
    """

    total: int | None
    parts: Mapping[Part, int | None]
    findings: tuple[Finding, ...]
    not_scored: str = ""
