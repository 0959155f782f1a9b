"""What was measured in one answer: numbers with units, and where they were found."""

from dataclasses import dataclass
from typing import Literal

from simulator.measures.running_text import WordSpan

FillerKind = Literal["filled_pause", "discourse_marker"]
FillerSource = Literal["transcript", "acoustic"]
DisfluencyKind = Literal["repetition", "false_start"]
ConditionKind = Literal["too_short", "no_speech", "clipped", "too_quiet", "other_voice"]
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
    """That it fills time and means nothing, 0 to 1."""
    answer: int | None = None
    """The number of the reply that it was said in, where an answer is measured together with the
    further turns of an exchange; times stand there. Nothing of that is kept."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Fillers that come close together, in order of time: at least three."""

    fillers: tuple[Filler, ...]

    @property
    def start_s(self) -> float:
        return self.fillers[0].start_s or 0.0

    @property
    def end_s(self) -> float:
        last = self.fillers[-1]
        return last.end_s or last.start_s or 0.0


@dataclass(frozen=True, slots=True)
class Disfluency:
    """Words said twice ("we were, we were") or a beginning given up ("I, we decided")."""

    text: str
    kind: DisfluencyKind
    start_s: float | None
    end_s: float | None


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence between two stretches of speech.

    `inside_sentence` is None where no words tell. Recognisers set full stops by ear: about as
    dependable as a listener's guess.
    """

    start_s: float
    end_s: float
    inside_sentence: bool | None = None

    @property
    def duration_s(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class PacePoint:
    """Words a minute in the seconds around a moment, silent pauses left out."""

    at_s: float
    rate_wpm: float


@dataclass(frozen=True, slots=True)
class Condition:
    """Something about a recording that keeps it from being measured as it should.

    `told` and `remedy` are sentences without their full stops.
    """

    kind: ConditionKind
    told: str
    remedy: str


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
    not words. `pauses` are silent pauses of `delivery.SILENT_PAUSE_S` or more between speech.
    """

    words: int
    answer_s: float | None
    speech_s: float | None
    speech_rate_wpm: float | None
    articulation_rate_wpm: float | None
    response_latency_s: float | None
    pauses: tuple[Pause, ...] | None
    fillers: tuple[Filler, ...]
    fillers_per_minute: float | None
    possible_fillers: tuple[Filler, ...] = ()
    """Discourse markers that may as well be words with a meaning ("it's like a ..."): shown, never
    scored or counted."""
    clusters: tuple[Cluster, ...] = ()
    disfluencies: tuple[Disfluency, ...] = ()
    pace_curve: tuple[PacePoint, ...] = ()
    conditions: tuple[Condition, ...] = ()
    """What is wrong with the recording itself."""
    melody: Melody | None = None
    """None for a typed answer, and where there is too little voice."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidate's own words that prove a talking point. No times where there is no sound."""

    text: str
    start_s: float | None
    end_s: float | None
    answer: int | None = None
    """The number of the answer to a follow-up in which it was said: times are those of its sound.
    None where it was said in the answer itself."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that the candidate asked. No times where there is no sound.

    `topics` are ids of the exchange's topics, none where it is about something else. A closed
    question can be answered with yes or no; a leading one says the answer it wants.
    """

    text: str
    start_s: float | None
    end_s: float | None
    topics: tuple[str, ...]
    closed: bool = False
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the candidate's; `span`, its words. No times where there is no sound."""

    span: WordSpan
    text: str
    start_s: float | None
    end_s: float | None


@dataclass(frozen=True, slots=True)
class HarshSentence(Sentence):
    """One that can be heard as blame; `softer`, another way to begin it, ends in "..."."""

    softer: str


@dataclass(frozen=True, slots=True)
class Telling:
    """How an answer is told, whatever its talking points are.

    `ended`: whether a story comes to an end; None where the question does not ask for one.
    """

    harsh: tuple[HarshSentence, ...] = ()
    raises_pay: tuple[Sentence, ...] = ()
    """Where the candidate brings up their own pay; empty where the question is about pay, or none
    is known."""
    ended: bool | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether an answer makes one talking point; `probability` that it does, 0 to 1."""

    point: str
    label: str
    weight: float
    verdict: Verdict
    probability: float
    evidence: Evidence | None
    program_verdict: Verdict | None = None
    """What the program made of it, where the candidate's own word stands in `verdict`."""
    prompted: bool = False
    """Whether it took a follow-up to hear it."""
