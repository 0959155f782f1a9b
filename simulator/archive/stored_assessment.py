"""What was heard, measured and judged of an answer, as a session file stores it."""

from typing import Annotated

from pydantic import Field

from simulator.archive.stored_values import (
    LONGEST_S,
    Difference,
    Percent,
    Position,
    Probability,
    Rate,
    Seconds,
    Stored,
)
from simulator.measures import (
    Asked,
    Closing,
    Cluster,
    Condition,
    Coverage,
    Disfluency,
    Evidence,
    Filler,
    HarshSentence,
    Measures,
    Melody,
    PacePoint,
    Pause,
    Sentence,
    StretchEnd,
    Telling,
)
from simulator.measures.model import (
    ConditionKind,
    DisfluencyKind,
    FillerKind,
    FillerSource,
    Verdict,
)
from simulator.scoring import Elsewhere, Finding, Part, Score
from simulator.transcription import FilledPause, TimeSpan, Transcript, Word


class StoredTimeSpan(Stored):
    start_s: Seconds
    end_s: Seconds

    def live(self) -> TimeSpan:
        return TimeSpan(self.start_s, self.end_s)


class StoredWord(Stored):
    text: str
    start_s: Seconds | None
    end_s: Seconds | None
    probability: Probability | None

    def live(self) -> Word:
        return Word(self.text, self.start_s, self.end_s, self.probability)


class StoredFilledPause(Stored):
    text: str
    start_s: Seconds | None
    end_s: Seconds | None
    source: FillerSource
    confidence: Probability

    def live(self) -> FilledPause:
        return FilledPause(self.text, self.start_s, self.end_s, self.source, self.confidence)


class StoredTranscript(Stored):
    model: str
    words: list[StoredWord]
    language: str = "en"
    filled_pauses: list[StoredFilledPause] = Field(default_factory=list)
    speech: list[StoredTimeSpan] = Field(default_factory=list)

    def live(self, duration_s: float | None) -> Transcript:
        return Transcript(
            words=tuple(word.live() for word in self.words),
            filled_pauses=tuple(pause.live() for pause in self.filled_pauses),
            speech=tuple(span.live() for span in self.speech),
            duration_s=duration_s,
            model=self.model,
            language=self.language,
        )


class StoredFiller(StoredFilledPause):
    kind: FillerKind

    def live_filler(self) -> Filler:
        return Filler(self.text, self.kind, self.start_s, self.end_s, self.source, self.confidence)


class StoredPause(StoredTimeSpan):
    inside_sentence: bool | None = None

    def live_pause(self) -> Pause:
        return Pause(self.start_s, self.end_s, self.inside_sentence)


class StoredCluster(Stored):
    fillers: Annotated[list[StoredFiller], Field(min_length=1)]

    def live(self) -> Cluster:
        return Cluster(tuple(filler.live_filler() for filler in self.fillers))


class StoredDisfluency(Stored):
    text: str
    kind: DisfluencyKind
    start_s: Seconds | None
    end_s: Seconds | None

    def live(self) -> Disfluency:
        return Disfluency(self.text, self.kind, self.start_s, self.end_s)


class StoredPacePoint(Stored):
    at_s: Seconds
    rate_wpm: Rate

    def live(self) -> PacePoint:
        return PacePoint(self.at_s, self.rate_wpm)


class StoredCondition(Stored):
    kind: ConditionKind
    told: str
    remedy: str

    def live(self) -> Condition:
        return Condition(self.kind, self.told, self.remedy)


class StoredStretchEnd(Stored):
    at_s: Seconds
    drop_db: Difference

    def live(self) -> StretchEnd:
        return StretchEnd(self.at_s, self.drop_db)


class StoredClosing(Stored):
    pitch_spread_difference_semitones: Difference
    loudness_difference_db: Difference
    rate_difference_wpm: Difference | None

    def live(self) -> Closing:
        return Closing(
            self.pitch_spread_difference_semitones,
            self.loudness_difference_db,
            self.rate_difference_wpm,
        )


class StoredMelody(Stored):
    pitch_median_hz: Rate
    pitch_spread_semitones: Rate
    loudness_spread_db: Rate
    closing: StoredClosing | None = None
    stretch_ends: list[StoredStretchEnd] = Field(default_factory=list)
    stretch_end_drop_db: Difference | None = None
    curve_step_s: Annotated[float, Field(gt=0, le=LONGEST_S)]
    curve_semitones: list[Difference | None] = Field(default_factory=list)

    def live(self) -> Melody:
        return Melody(
            pitch_median_hz=self.pitch_median_hz,
            pitch_spread_semitones=self.pitch_spread_semitones,
            loudness_spread_db=self.loudness_spread_db,
            closing=None if self.closing is None else self.closing.live(),
            stretch_ends=tuple(end.live() for end in self.stretch_ends),
            stretch_end_drop_db=self.stretch_end_drop_db,
            curve_step_s=self.curve_step_s,
            curve_semitones=tuple(self.curve_semitones),
        )


class StoredMeasures(Stored):
    answer_s: Seconds | None
    speech_s: Seconds | None
    words: Annotated[int, Field(ge=0)]
    speech_rate_wpm: Rate | None
    articulation_rate_wpm: Rate | None
    response_latency_s: Seconds | None
    pauses: list[StoredPause] | None
    fillers: list[StoredFiller]
    fillers_per_minute: Rate | None
    possible_fillers: list[StoredFiller] = Field(default_factory=list)
    clusters: list[StoredCluster] = Field(default_factory=list)
    disfluencies: list[StoredDisfluency] = Field(default_factory=list)
    pace_curve: list[StoredPacePoint] = Field(default_factory=list)
    conditions: list[StoredCondition] = Field(default_factory=list)
    melody: StoredMelody | None = None

    def live(self) -> Measures:
        return Measures(
            words=self.words,
            answer_s=self.answer_s,
            speech_s=self.speech_s,
            speech_rate_wpm=self.speech_rate_wpm,
            articulation_rate_wpm=self.articulation_rate_wpm,
            response_latency_s=self.response_latency_s,
            pauses=None
            if self.pauses is None
            else tuple(pause.live_pause() for pause in self.pauses),
            fillers=tuple(filler.live_filler() for filler in self.fillers),
            fillers_per_minute=self.fillers_per_minute,
            possible_fillers=tuple(filler.live_filler() for filler in self.possible_fillers),
            clusters=tuple(cluster.live() for cluster in self.clusters),
            disfluencies=tuple(disfluency.live() for disfluency in self.disfluencies),
            pace_curve=tuple(point.live() for point in self.pace_curve),
            conditions=tuple(condition.live() for condition in self.conditions),
            melody=None if self.melody is None else self.melody.live(),
        )


class StoredEvidence(Stored):
    text: str
    start_s: Seconds | None
    end_s: Seconds | None
    answer: Annotated[int, Field(ge=1)] | None = None


class StoredAsked(Stored):
    text: str
    start_s: Seconds | None
    end_s: Seconds | None
    topics: list[str] = Field(default_factory=list)
    closed: bool = False
    leading: bool = False

    def live(self) -> Asked:
        return Asked(
            self.text, self.start_s, self.end_s, tuple(self.topics), self.closed, self.leading
        )


class StoredSentence(Stored):
    text: str
    start_s: Seconds | None
    end_s: Seconds | None
    span: tuple[Position, Position]

    def live(self) -> Sentence:
        return Sentence(self.span, self.text, self.start_s, self.end_s)


class StoredHarshSentence(StoredSentence):
    softer: str

    def live_harsh(self) -> HarshSentence:
        return HarshSentence(self.span, self.text, self.start_s, self.end_s, self.softer)


class StoredTelling(Stored):
    harsh: list[StoredHarshSentence] = Field(default_factory=list)
    raises_pay: list[StoredSentence] = Field(default_factory=list)
    ended: bool | None = None

    def live(self) -> Telling:
        return Telling(
            tuple(one.live_harsh() for one in self.harsh),
            tuple(one.live() for one in self.raises_pay),
            self.ended,
        )


class StoredCoverage(Stored):
    point: str
    label: str
    verdict: Verdict
    probability: Probability
    evidence: StoredEvidence | None
    weight: Annotated[float, Field(ge=0)] = 1.0
    program_verdict: Verdict | None = None
    prompted: bool = False

    def live(self) -> Coverage:
        found = self.evidence
        evidence = (
            None
            if found is None
            else Evidence(found.text, found.start_s, found.end_s, found.answer)
        )
        return Coverage(
            self.point,
            self.label,
            self.weight,
            self.verdict,
            self.probability,
            evidence,
            self.program_verdict,
            self.prompted,
        )


class StoredElsewhere(Stored):
    answer: Annotated[int, Field(ge=1)]
    at_s: Seconds

    def live(self) -> Elsewhere:
        return Elsewhere(self.answer, self.at_s)


class StoredFinding(Stored):
    part: Part
    points: Annotated[float, Field(ge=-100, le=100)]
    reason: str
    at_s: list[Seconds] = Field(default_factory=list)
    source: str = ""
    neutral: bool = False
    in_replies: list[StoredElsewhere] = Field(default_factory=list)

    def live(self) -> Finding:
        return Finding(
            self.part,
            self.points,
            self.reason,
            tuple(self.at_s),
            self.source,
            self.neutral,
            tuple(moment.live() for moment in self.in_replies),
        )


class StoredScore(Stored):
    total: Percent | None
    parts: dict[Part, Percent | None]
    findings: list[StoredFinding]
    not_scored: str = ""

    def live(self) -> Score:
        findings = tuple(finding.live() for finding in self.findings)
        return Score(self.total, dict(self.parts), findings, self.not_scored)
