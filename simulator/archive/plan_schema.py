"""What a stored plan must look like: questions as in an answer of `session.json`."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from simulator.archive.model import AnswerState
from simulator.archive.plan import Plan
from simulator.archive.schema import StoredAnswer
from simulator.archive.stored_assessment import StoredCoverage
from simulator.archive.stored_values import Stored

_NEVER = datetime.fromtimestamp(0, UTC)


class _StoredQuestion(StoredAnswer):
    """A question that nobody has answered yet."""

    source: None = None
    audio: None = None
    transcript: None = None
    measures: None = None
    coverage: Annotated[list[StoredCoverage], Field(default_factory=list)]
    score: None = None
    number: Annotated[int, Field(ge=1)] = 1
    state: AnswerState = "skipped"
    asked_at: AwareDatetime = _NEVER


class StoredPlan(Stored):
    schema_number: Literal[1] = Field(alias="schema")
    language: str = "en"
    typed: bool = False
    feedback_each: bool = False
    follow_ups: bool = False
    questions: Annotated[list[_StoredQuestion], Field(max_length=1000)]

    def live(self) -> Plan:
        return Plan(
            questions=tuple(question.live().question for question in self.questions),
            language=self.language,
            typed=self.typed,
            feedback_each=self.feedback_each,
            follow_ups=self.follow_ups,
        )
