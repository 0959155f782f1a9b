"""What a stored session must look like, in schema 1: apart from the live values, so that these may
change while what is on disk still opens.

Session folders can be edited, copied and damaged by anybody: everything is checked, nothing that is
read here can name a file outside its folder, and unknown keys are passed over.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from simulator.archive.model import Answer, AnswerState, Said, Session, SessionState
from simulator.archive.names import is_plain_name
from simulator.assessment import Assessment, Mark, MarkKind
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
from simulator.questions import (
    Exchange,
    FollowUp,
    Interviewer,
    Question,
    Recall,
    TalkingPoint,
    Target,
    Topic,
    VoiceWish,
)
from simulator.questions.model import AnswerCondition, Gender, Manner, Situation
from simulator.scoring import Finding, Part, Score
from simulator.transcription import FilledPause, Span, Transcript, Word

LONGEST_S = 1e6
"""Nothing lasts longer (11 days): what says so is damaged."""


def _plain(name: str) -> str:
    if not is_plain_name(name):
        raise ValueError("must be the name of a file in the session's own folder")
    return name


Seconds = Annotated[float, Field(ge=-LONGEST_S, le=LONGEST_S)]
Rate = Annotated[float, Field(ge=0, le=LONGEST_S)]
Difference = Annotated[float, Field(ge=-LONGEST_S, le=LONGEST_S)]
Probability = Annotated[float, Field(ge=0, le=1)]
Percent = Annotated[int, Field(ge=0, le=100)]
Position = Annotated[int, Field(ge=0)]
FileName = Annotated[str, AfterValidator(_plain)]


class Stored(BaseModel):
    """Strict about what a value is, lenient about keys that it does not know."""

    model_config = ConfigDict(extra="ignore", strict=True, allow_inf_nan=False, frozen=True)


class StoredSpan(Stored):
    start_s: Seconds
    end_s: Seconds

    def live(self) -> Span:
        return Span(self.start_s, self.end_s)


class StoredAudio(Stored):
    duration_s: Annotated[float, Field(ge=0, le=LONGEST_S)]
    sample_rate_hz: Annotated[int, Field(ge=1)]


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
    filled_pauses: list[StoredFilledPause] = []
    speech: list[StoredSpan] = []

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


class StoredPause(StoredSpan):
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
    stretch_ends: list[StoredStretchEnd] = []
    stretch_end_drop_db: Difference | None = None
    curve_step_s: Annotated[float, Field(gt=0, le=LONGEST_S)]
    curve_semitones: list[Difference | None] = []

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
    possible_fillers: list[StoredFiller] = []
    clusters: list[StoredCluster] = []
    disfluencies: list[StoredDisfluency] = []
    pace_curve: list[StoredPacePoint] = []
    conditions: list[StoredCondition] = []
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
    topics: list[str] = []
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
    harsh: list[StoredHarshSentence] = []
    raises_pay: list[StoredSentence] = []
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


class StoredFinding(Stored):
    part: Part
    points: Annotated[float, Field(ge=-100, le=100)]
    reason: str
    at_s: list[Seconds] = []
    source: str = ""
    neutral: bool = False

    def live(self) -> Finding:
        return Finding(
            self.part, self.points, self.reason, tuple(self.at_s), self.source, self.neutral
        )


class StoredScore(Stored):
    total: Percent | None
    parts: dict[Part, Percent | None]
    findings: list[StoredFinding]
    not_scored: str = ""

    def live(self) -> Score:
        findings = tuple(finding.live() for finding in self.findings)
        return Score(self.total, dict(self.parts), findings, self.not_scored)


class StoredTalkingPoint(Stored):
    id: str
    label: str
    description: str
    weight: Annotated[float, Field(ge=0)] = 1.0
    examples: list[str] = []
    counter_examples: list[str] = []
    facts: list[str] = []

    def live(self) -> TalkingPoint:
        return TalkingPoint(
            id=self.id,
            label=self.label,
            description=self.description,
            weight=self.weight,
            examples=tuple(self.examples),
            counter_examples=tuple(self.counter_examples),
            facts=tuple(self.facts),
        )


class StoredWhen(Stored):
    missed: str | None = None
    answer: AnswerCondition | None = None


class StoredFollowUp(Stored):
    when: StoredWhen
    ask: str


class StoredSaid(Stored):
    question: str
    point: str


class StoredRecall(Stored):
    when: StoredSaid
    say: str

    def live(self) -> Recall:
        return Recall(self.when.question, self.when.point, self.say)


class StoredTopic(Stored):
    id: str
    label: str
    examples: list[str] = []
    replies: list[str] = []
    replied_by: str | None = None
    expected: bool = True
    researchable: bool = False
    remark: str = ""

    def live(self) -> Topic:
        return Topic(
            id=self.id,
            label=self.label,
            examples=tuple(self.examples),
            replies=tuple(self.replies),
            replied_by=self.replied_by,
            expected=self.expected,
            researchable=self.researchable,
            remark=self.remark,
        )


class StoredExchange(Stored):
    topics: list[StoredTopic]
    otherwise: str = ""
    more: list[str] = []
    time_s: Seconds = 300.0

    def live(self) -> Exchange:
        topics = tuple(topic.live() for topic in self.topics)
        return Exchange(topics, self.otherwise, tuple(self.more), self.time_s)


class StoredReply(Stored):
    """What an interviewer said after an answer."""

    by: str
    text: str


class StoredTarget(Stored):
    answer_s: Annotated[list[Seconds], Field(min_length=2, max_length=2)]


class StoredMark(Stored):
    kind: MarkKind
    point: str | None = None
    text: str = ""
    made_at: AwareDatetime

    def live(self) -> Mark:
        return Mark(self.kind, self.made_at, self.point or "", self.text)


class StoredOwn(Stored):
    """The program's own assessment, where the candidate's word changed what counts."""

    transcript: StoredTranscript | None = None
    measures: StoredMeasures | None = None
    coverage: list[StoredCoverage]
    score: StoredScore
    asked: list[StoredAsked] | None = None
    brought_in: list[StoredCoverage] | None = None
    telling: StoredTelling | None = None

    def live(self, counts: Assessment | None, duration_s: float | None) -> Assessment | None:
        if counts is None:
            return None
        heard = self.transcript
        # Unlike the others it may be missing in its own right, in an old session.
        telling = None if self.telling is None else self.telling.live()
        return Assessment(
            transcript=counts.transcript if heard is None else heard.live(duration_s),
            measures=counts.measures if self.measures is None else self.measures.live(),
            coverage=tuple(point.live() for point in self.coverage),
            score=self.score.live(),
            asked=counts.asked
            if self.asked is None
            else tuple(asked.live() for asked in self.asked),
            brought_in=counts.brought_in
            if self.brought_in is None
            else tuple(point.live() for point in self.brought_in),
            telling=counts.telling if heard is None else telling,
        )


class StoredAnswer(Stored):
    question: str
    source: FileName | None
    audio: StoredAudio | None
    transcript: StoredTranscript | None
    measures: StoredMeasures | None
    coverage: list[StoredCoverage]
    score: StoredScore | None
    number: Annotated[int, Field(ge=1)]
    take: Annotated[int, Field(ge=1)] = 1
    state: AnswerState
    typed: bool = False
    lost: str = ""
    note: str = ""
    asked_at: AwareDatetime
    section: str
    asked_by: str
    ask: str
    topic: str | None = None
    roles: list[str] = []
    target: StoredTarget
    talking_points: list[StoredTalkingPoint] = []
    follow_ups: list[StoredFollowUp] = []
    typed_text: str | None = None
    marks: list[StoredMark] = []
    own: StoredOwn | None = None
    situation: Situation | None = None
    behavioural: bool = False
    recalls: list[StoredRecall] = []
    exchange: StoredExchange | None = None
    follows_question: str = ""
    follows: Annotated[int, Field(ge=1)] | None = None
    said_after: list[StoredReply] = []
    asked: list[StoredAsked] = []
    brought_in: list[StoredCoverage] = []
    telling: StoredTelling | None = None

    def live(self) -> Answer:
        assessment = self._assessment()
        duration_s = self.audio.duration_s if self.audio else None
        return Answer(
            number=self.number,
            question=self._question(),
            asked_at=self.asked_at,
            state=self.state,
            sound=self.source,
            typed=self.typed,
            take=self.take,
            lost=self.lost,
            note=self.note,
            assessment=assessment,
            marks=tuple(mark.live() for mark in self.marks),
            own_assessment=None if self.own is None else self.own.live(assessment, duration_s),
            typed_text=self.typed_text,
            follows=self.follows,
            said_after=tuple(Said(said.by, said.text) for said in self.said_after),
        )

    def _question(self) -> Question:
        return Question(
            id=self.question,
            section=self.section,
            asked_by=self.asked_by,
            ask=self.ask,
            roles=tuple(self.roles),
            topic=self.topic,
            target=Target((self.target.answer_s[0], self.target.answer_s[1])),
            talking_points=tuple(point.live() for point in self.talking_points),
            follow_ups=tuple(
                FollowUp(f.when.missed, f.ask, f.when.answer) for f in self.follow_ups
            ),
            situation=self.situation,
            behavioural=self.behavioural,
            recalls=tuple(recall.live() for recall in self.recalls),
            exchange=None if self.exchange is None else self.exchange.live(),
            follows=self.follows_question,
        )

    def _assessment(self) -> Assessment | None:
        if self.transcript is None or self.measures is None or self.score is None:
            return None
        return Assessment(
            transcript=self.transcript.live(self.audio.duration_s if self.audio else None),
            measures=self.measures.live(),
            coverage=tuple(point.live() for point in self.coverage),
            score=self.score.live(),
            asked=tuple(asked.live() for asked in self.asked),
            brought_in=tuple(point.live() for point in self.brought_in),
            telling=None if self.telling is None else self.telling.live(),
        )


class StoredVoice(Stored):
    gender: Gender | None = None
    rate_wpm: Annotated[int, Field(ge=1, le=1000)] = 170


class StoredInterviewer(Stored):
    id: str
    name: str
    title: str
    voice: StoredVoice = StoredVoice()
    manner: Manner = "warm"

    def live(self) -> Interviewer:
        wish = VoiceWish(self.voice.gender, self.voice.rate_wpm)
        return Interviewer(self.id, self.name, self.title, wish, self.manner)


class StoredSet(Stored):
    id: str
    title: str


class StoredDocument(Stored):
    """`session.json`."""

    schema_number: Literal[1] = Field(alias="schema")
    id: str
    started_at: AwareDatetime
    state: SessionState
    set: StoredSet
    role: str | None
    seed: int
    plan: list[str]
    version: str = ""
    interviewers: list[StoredInterviewer] = []
    answers: list[StoredAnswer]

    def live(self) -> Session:
        return Session(
            id=self.id,
            started_at=self.started_at,
            state=self.state,
            set_id=self.set.id,
            set_title=self.set.title,
            role=self.role,
            seed=self.seed,
            plan=tuple(self.plan),
            answers=tuple(answer.live() for answer in self.answers),
            version=self.version,
            interviewers=tuple(person.live() for person in self.interviewers),
        )
