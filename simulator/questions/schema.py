"""How a question set is written in YAML: the public format, as pydantic models.

They make the JSON Schema that editors use (the line under a key is what an editor shows), and check
a file key by key. What spans several places (an id that is used twice, a role that nobody declared)
is `checks`'.
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

from simulator.questions.model import FACTS, AnswerCondition, Gender, Manner, Situation

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=1000, strip_whitespace=True)]
Seconds = Annotated[float, Field(gt=0, le=3600)]
Fact = Literal["money_range", "number", "asks_question"]
assert get_args(Fact) == FACTS  # noqa: S101 (a type cannot be made from the tuple)


class Part(BaseModel):
    model_config = ConfigDict(
        extra="forbid", strict=True, allow_inf_nan=False, use_attribute_docstrings=True
    )


class VoicePart(Part):
    gender: Gender | None = None
    rate_wpm: Annotated[int, Field(ge=80, le=300)] = 170
    """How fast the voice speaks, in words a minute."""


class InterviewerPart(Part):
    name: Line
    """A first name, as it is said in the greeting."""
    title: Line
    """What this person does, as it is said in the greeting."""
    manner: Manner = "warm"
    """How this person reacts to an answer."""
    voice: VoicePart = VoicePart()


class RolePart(Part):
    about: Line
    """Who this is: 'Someone applying to lead people'."""
    always: Annotated[list[Id], Field(max_length=20)] = []
    """Topics of which every interview for this role has a question."""


def _written_as(role: Any) -> str:
    return "mapping" if isinstance(role, dict) else "text"


RoleEntry = Annotated[
    Annotated[Line, Tag("text")] | Annotated[RolePart, Tag("mapping")], Discriminator(_written_as)
]


class SectionPart(Part):
    title: Line
    share: Annotated[int, Field(ge=0, le=20)] = 1
    """How many of eight questions come from here; 0: only when nothing else is left."""
    situation: Situation | None = None
    """Which part of a second interview this practises; the review tells how ready each is."""


class TargetPart(Part):
    answer_s: Annotated[list[Seconds], Field(min_length=2, max_length=2)]
    """How long a good answer is: the shortest and the longest, in seconds."""


class TalkingPointPart(Part):
    id: Id
    label: Line
    """What a good answer does, in a few words: 'Gives a range, not a single figure'."""
    description: Text
    """So that two readers would agree: 'The candidate names a lower and an upper figure.'"""
    weight: Annotated[float, Field(gt=0, le=10)] = 1
    """How much it counts; 2 counts twice."""
    examples: Annotated[list[Text], Field(min_length=1, max_length=100)]
    """How different people would really say it, in words of their own; four or more."""
    counter_examples: Annotated[list[Text], Field(max_length=100)] = []
    """Near misses that do not count; two or more."""
    facts: Annotated[list[Fact], Field(max_length=len(FACTS))] = []
    """What must be there, whatever the wording."""


class WhenPart(Part):
    """Where both are given, both have to hold."""

    missed: Id | None = None
    """The id of a talking point that the answer did not cover."""
    answer: AnswerCondition | None = None
    """What the answer lacks: no-answer ('I don't know'), short, vague, ..."""


class FollowUpPart(Part):
    when: WhenPart
    ask: Text
    """As it is spoken."""


class SaidPart(Part):
    question: Id
    """The id of an earlier question."""
    point: Id
    """The id of one of its talking points, which the answer covered."""


class RecallPart(Part):
    when: SaidPart
    say: Text
    """Spoken before the question: 'You told Dana how you lead.'"""


class TopicPart(Part):
    id: Id
    label: Line
    """What it is about, in a word or two: 'Daily work'."""
    examples: Annotated[list[Text], Field(min_length=1, max_length=100)]
    """How candidates would ask about it, in words of their own; four or more."""
    replies: Annotated[list[Text], Field(min_length=1, max_length=10)]
    """What is answered, concretely; asked again, the next of them."""
    replied_by: Id | None = None
    """The id of the interviewer who knows; left out: whoever asked the question."""
    expected: bool = True
    """false: nobody is told that it was left out."""
    researchable: bool = False
    """true: reading up before the interview would have answered it."""
    remark: Text | None = None
    """What the review says to somebody who asked about it."""


class ExchangePart(Part):
    topics: Annotated[list[TopicPart], Field(min_length=1, max_length=30)]
    otherwise: Text | None = None
    """The reply to a question about none of the topics; left out: there is none."""
    more: Annotated[list[Text], Field(min_length=1, max_length=10)]
    """Hands the word back after a reply; each is said once."""
    time_s: Annotated[float, Field(ge=10, le=3600)] = 300
    """When so much time has passed, no further question is invited."""


class QuestionPart(Part):
    id: Id
    section: Id
    """Which part of the interview it belongs to."""
    asked_by: Id
    """The id of an interviewer."""
    roles: Annotated[list[Id], Field(max_length=20)] = []
    """Who is asked; left out: everybody."""
    topic: Id | None = None
    """What it is about, where a role always has a question on certain topics."""
    ask: Text
    """As it is spoken."""
    target: TargetPart = TargetPart(answer_s=[60, 120])
    talking_points: Annotated[list[TalkingPointPart], Field(max_length=20)] = []
    """What a good answer mentions; three to five."""
    follow_ups: Annotated[list[FollowUpPart], Field(max_length=10)] = []
    """Asked after an answer that calls for them; at most two."""
    behavioural: bool = False
    """true: it asks for a story, with a situation, a task, an action and a result."""
    recalls: Annotated[list[RecallPart], Field(max_length=10)] = []
    """What is said before it, where an earlier answer made a certain point."""
    exchange: ExchangePart | None = None
    """For questions at which the candidate asks: replies by topic."""


class SetFile(Part):
    """A whole file."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    """The version of this format."""
    id: Id
    title: Line
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)] = "en"
    """What is spoken, for the recogniser: en, de, ..."""
    interviewers: Annotated[dict[Id, InterviewerPart], Field(min_length=1, max_length=10)]
    roles: Annotated[dict[Id, RoleEntry], Field(max_length=50)] = {}
    """What people apply for: a text, or keys and values."""
    sections: Annotated[dict[Id, SectionPart], Field(max_length=50)] = {}
    """The parts in the order of the interview; left out: as they first appear."""
    questions: Annotated[list[QuestionPart], Field(min_length=1, max_length=1000)]


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a question set."""
    schema = SetFile.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "mockview question set",
        "description": "Questions of an interview, and what a good answer to each mentions.",
    }
