"""How a question set is written in YAML: the public format, as pydantic models.

They make the JSON Schema that editors use, and check a file key by key. What spans several places
(an id that is used twice, a role that nobody declared) is `checks`'.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from simulator.questions.model import FACTS, Gender

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True)]
Seconds = Annotated[float, Field(gt=0, le=3600)]
Fact = Literal["money_range", "number", "asks_question"]
assert set(Fact.__args__) == set(FACTS)  # type: ignore[attr-defined]  # noqa: S101


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class VoicePart(Part):
    gender: Gender | None = None
    rate_wpm: Annotated[int, Field(ge=80, le=300)] = 170


class InterviewerPart(Part):
    name: Line
    title: Line
    voice: VoicePart = VoicePart()


class RolePart(Part):
    about: Line
    always: list[Id] = Field(default=[], max_length=20, description="Topics that are always asked.")


class SectionPart(Part):
    title: Line
    share: Annotated[int, Field(ge=0, le=20)] = 1


class TargetPart(Part):
    answer_s: Annotated[list[Seconds], Field(min_length=2, max_length=2)]


class TalkingPointPart(Part):
    id: Id
    label: Line
    description: Text
    weight: Annotated[float, Field(gt=0, le=10)] = 1
    examples: Annotated[list[Text], Field(min_length=1, max_length=100)]
    counter_examples: Annotated[list[Text], Field(max_length=100)] = []
    facts: Annotated[list[Fact], Field(max_length=3)] = []


class WhenPart(Part):
    missed: Id


class FollowUpPart(Part):
    when: WhenPart
    ask: Text


class QuestionPart(Part):
    id: Id
    section: Id
    asked_by: Id
    roles: Annotated[list[Id], Field(max_length=20)] = []
    topic: Id | None = None
    ask: Text
    target: TargetPart = TargetPart(answer_s=[60, 120])
    talking_points: Annotated[list[TalkingPointPart], Field(max_length=20)] = []
    follow_ups: Annotated[list[FollowUpPart], Field(max_length=10)] = []


class SetFile(Part):
    """A whole file."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: Id
    title: Line
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] = "en"
    interviewers: Annotated[dict[Id, InterviewerPart], Field(min_length=1, max_length=10)]
    roles: Annotated[dict[Id, Line | RolePart], Field(max_length=50)] = {}
    sections: Annotated[dict[Id, SectionPart], Field(max_length=50)] = {}
    questions: Annotated[list[QuestionPart], Field(min_length=1, max_length=1000)]


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a question set."""
    schema = SetFile.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "mockview question set",
        **{key: value for key, value in schema.items() if key != "title"},
    }
