"""What an interview is made of: the questions, who asks them, and what a good answer mentions.

These are the live values. How they are written in a YAML file is `schema`'s and `reading`'s.
"""

from dataclasses import dataclass
from typing import Literal

Gender = Literal["female", "male"]
Manner = Literal["warm", "brisk", "sceptical"]
Situation = Literal["unsaid", "depth", "pay", "your-questions", "big-picture", "last-impression"]
"""The six parts of a second interview (`docs/guide.md`), in their order."""
AnswerCondition = Literal["no-answer", "short", "vague", "no-example", "no-result", "no-figure"]
"""What a follow-up can be about besides a talking point; `interview.lacking` tells each."""


@dataclass(frozen=True, slots=True)
class VoiceWish:
    """How an interviewer should sound; an engine comes as near as it can."""

    gender: Gender | None = None
    rate_wpm: int = 170


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody who asks. `id` is `supervisor`, `peer` or another word of the set's own."""

    id: str
    name: str
    title: str
    voice: VoiceWish = VoiceWish()
    manner: Manner = "warm"


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """Something that a good answer mentions."""

    id: str
    label: str
    description: str
    weight: float = 1.0
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """Names of facts (`simulator.measures.facts`) that must be there, whatever the wording."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question asked after an answer, when all that is given holds of that answer."""

    missed: str | None
    """The id of the talking point whose absence calls for this follow-up."""
    ask: str
    answer: AnswerCondition | None = None
    """What the answer as a whole lacks."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Words said before a question where the candidate made a point in an earlier answer."""

    question: str
    point: str
    say: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a candidate may ask about, and what is answered."""

    id: str
    label: str
    examples: tuple[str, ...]
    """How people ask about it."""
    replies: tuple[str, ...]
    """The first time the first of them, asked again the next."""
    replied_by: str | None = None
    """The id of an interviewer; None for whoever asked the question."""
    expected: bool = True
    """Whether leaving it out is told in the review."""
    researchable: bool = False
    """Whether some reading before the interview would have answered it."""
    remark: str = ""
    """What the review says to somebody who asked about it."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The candidate asks, the interviewers reply, until nothing more is asked or time is over."""

    topics: tuple[Topic, ...]
    otherwise: str
    """The reply to a question that is about none of the topics; "" where only topics are answered,
    because an answer may well hold questions that nobody is to reply to."""
    more: tuple[str, ...]
    """What hands the word back after a reply, each said once; the last ends what is not asked."""
    time_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Target:
    """How long an answer should be, in seconds (lower and upper end)."""

    answer_s: tuple[float, float] = (60.0, 120.0)


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `roles` empty means: for every role."""

    id: str
    section: str
    asked_by: str
    ask: str
    roles: tuple[str, ...] = ()
    topic: str | None = None
    """What it is about, where a role asks for certain topics always (`Role.always`)."""
    target: Target = Target()
    talking_points: tuple[TalkingPoint, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    situation: Situation | None = None
    """The part of a second interview that it practises; None where the set does not say."""
    behavioural: bool = False
    """Whether it asks for a story: situation, task, action, result."""
    recalls: tuple[Recall, ...] = ()
    exchange: Exchange | None = None
    follows: str = ""
    """The id of the question that this one follows up on; "" for a question of the plan."""

    @property
    def is_about_pay(self) -> bool:
        return self.situation == "pay" or any(
            "money_range" in point.facts for point in self.talking_points
        )

    def said_well(self, point: str) -> str:
        """How the set's author would say a talking point (its id); "" where none is told."""
        for one in self.talking_points:
            if one.id == point and one.examples:
                return one.examples[0]
        return ""

    def invites(self, ask: str) -> bool:
        """Whether these words hand the word back in its exchange: no point is prompted by them."""
        return self.exchange is not None and ask in self.exchange.more

    def is_for(self, role: str | None) -> bool:
        return role is None or not self.roles or role in self.roles


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the guide. Sections are in the order in which an interview goes through them."""

    id: str
    title: str
    share: int = 1
    """How many questions of it an interview of ordinary length (8) has."""
    situation: Situation | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What the candidate applies for."""

    id: str
    about: str
    always: tuple[str, ...] = ()
    """Topics of which every interview for this role has a question."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A whole set: everything that one file says."""

    id: str
    title: str
    language: str
    interviewers: tuple[Interviewer, ...]
    roles: tuple[Role, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question | None:
        return next((q for q in self.questions if q.id == question_id), None)

    def role(self, role_id: str) -> Role | None:
        return next((r for r in self.roles if r.id == role_id), None)


FACTS = ("money_range", "number", "asks_question")
"""What `TalkingPoint.facts` can name; `simulator.measures.facts` finds them."""
