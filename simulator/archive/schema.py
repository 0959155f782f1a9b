"""What a stored session must look like, in schema 1: apart from the live values, so that these may
change while what is on disk still opens.

Session folders can be edited, copied and damaged by anybody: everything is checked, nothing that is
read here can name a file outside its folder, and unknown keys are passed over.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field

from simulator.archive.model import Answer, AnswerState, Said, Session, SessionState
from simulator.archive.stored_assessment import (
    StoredAsked,
    StoredCoverage,
    StoredMeasures,
    StoredScore,
    StoredTelling,
    StoredTranscript,
)
from simulator.archive.stored_question import (
    StoredExchange,
    StoredFollowUp,
    StoredRecall,
    StoredTalkingPoint,
    StoredTarget,
)
from simulator.archive.stored_values import (
    LONGEST_S,
    FileName,
    Stored,
)
from simulator.assessment import Assessment, Mark, MarkKind
from simulator.questions import (
    FollowUp,
    Interviewer,
    Question,
    Target,
    VoiceWish,
)
from simulator.questions.model import Gender, Manner, Situation


class StoredAudio(Stored):
    duration_s: Annotated[float, Field(ge=0, le=LONGEST_S)]
    sample_rate_hz: Annotated[int, Field(ge=1)]


class StoredReply(Stored):
    """What an interviewer said after an answer."""

    by: str
    text: str


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
    roles: list[str] = Field(default_factory=list)
    target: StoredTarget
    talking_points: list[StoredTalkingPoint] = Field(default_factory=list)
    follow_ups: list[StoredFollowUp] = Field(default_factory=list)
    typed_text: str | None = None
    marks: list[StoredMark] = Field(default_factory=list)
    own: StoredOwn | None = None
    situation: Situation | None = None
    behavioural: bool = False
    recalls: list[StoredRecall] = Field(default_factory=list)
    exchange: StoredExchange | None = None
    follows_question: str = ""
    follows: Annotated[int, Field(ge=1)] | None = None
    said_after: list[StoredReply] = Field(default_factory=list)
    asked: list[StoredAsked] = Field(default_factory=list)
    brought_in: list[StoredCoverage] = Field(default_factory=list)
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


def _in_order(answers: list[StoredAnswer]) -> list[StoredAnswer]:
    """Whoever looks up what an answer follows counts on it."""
    for number, answer in enumerate(answers, 1):
        if answer.number != number:
            raise ValueError(f"the answer at place {number} has another number")
        if answer.follows is not None and answer.follows >= number:
            raise ValueError(f"answer {number} follows an answer that is not before it")
    return answers


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
    interviewers: list[StoredInterviewer] = Field(default_factory=list)
    answers: Annotated[list[StoredAnswer], AfterValidator(_in_order)]

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
