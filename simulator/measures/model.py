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
class StretchEnd:
    """The last second of a stretch of speech, before a pause or the end of the answer.

    `drop_db` is how much softer it is than the rest of the stretch; below 0 for louder.
    """

    at_s: float
    drop_db: float


@dataclass(frozen=True, slots=True)
class Closing:
    """The last ten seconds of an answer less the rest: above 0 is livelier, louder, faster."""

    pitch_spread_difference_semitones: float
    loudness_difference_db: float
    rate_difference_wpm: float | None


@dataclass(frozen=True, slots=True)
class Melody:
    """Pitch and loudness of a voice. A spread is the range of the middle 80 of 100 moments.

    `curve_semitones` is pitch against `pitch_median_hz`, one value for each `curve_step_s` from the
    beginning of the recording, None where the voice has no pitch.
    """

    pitch_median_hz: float
    pitch_spread_semitones: float
    loudness_spread_db: float
    closing: Closing | None
    stretch_ends: tuple[StretchEnd, ...]
    stretch_end_drop_db: float | None
    """The median over the ends."""
    curve_step_s: float
    curve_semitones: tuple[float | None, ...]


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
    melody: Melody | None = None
    """None for a typed answer, and where there is too little voice."""


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
