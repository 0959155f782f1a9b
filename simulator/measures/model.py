"""What was measured in one answer: numbers with units, and where they were found."""

from dataclasses import dataclass
from typing import Literal

from simulator.transcription import Span

FillerKind = Literal["filled_pause", "discourse_marker"]
FillerSource = Literal["transcript", "acoustic"]
Verdict = Literal["covered", "unsure", "not_found"]


@dataclass(frozen=True, slots=True)
class Filler:
    """A sound (um) or a word (you know) that fills time. No times where there is no sound."""

    text: str
    kind: FillerKind
    start_s: float | None
    end_s: float | None
    source: FillerSource
    confidence: float


@dataclass(frozen=True, slots=True)
class Measures:
    """Delivery in numbers. What needs sound is None for a typed answer.

    `answer_s` runs from the first speech to the last, `speech_s` is the part of it with a voice in
    it. Speech rate is words by `answer_s`, articulation rate words by `speech_s`; filled pauses are
    not words. `pauses` are silent pauses of `pauses.SILENT_PAUSE_S` or more between speech.
    """

    words: int
    answer_s: float | None
    speech_s: float | None
    speech_rate_wpm: float | None
    articulation_rate_wpm: float | None
    response_latency_s: float | None
    pauses: tuple[Span, ...] | None
    fillers: tuple[Filler, ...]
    fillers_per_minute: float | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidate's own words that prove a talking point. No times where there is no sound."""

    text: str
    start_s: float | None
    end_s: float | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether an answer makes one talking point; `probability` that it does, 0 to 1."""

    point: str
    label: str
    weight: float
    verdict: Verdict
    probability: float
    evidence: Evidence | None
