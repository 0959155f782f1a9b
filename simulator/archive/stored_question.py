"""A question as a session file stores it, so that a session needs no question set."""

from typing import Annotated

from pydantic import Field

from simulator.archive.stored_values import Seconds, Stored
from simulator.questions import (
    Exchange,
    Recall,
    TalkingPoint,
    Topic,
)
from simulator.questions.model import AnswerCondition


class StoredTalkingPoint(Stored):
    id: str
    label: str
    description: str
    weight: Annotated[float, Field(ge=0)] = 1.0
    examples: list[str] = Field(default_factory=list)
    counter_examples: list[str] = Field(default_factory=list)
    facts: list[str] = Field(default_factory=list)

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
    examples: list[str] = Field(default_factory=list)
    replies: list[str] = Field(default_factory=list)
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
    more: list[str] = Field(default_factory=list)
    time_s: Seconds = 300.0

    def live(self) -> Exchange:
        topics = tuple(topic.live() for topic in self.topics)
        return Exchange(topics, self.otherwise, tuple(self.more), self.time_s)


class StoredTarget(Stored):
    answer_s: Annotated[list[Seconds], Field(min_length=2, max_length=2)]
