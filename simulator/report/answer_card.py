"""Everything that the page shows of one answer, the replies that follow it among it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.archive import Answer, UsualVoice
from simulator.coaching.takes import Comparison
from simulator.coaching.verdicts import POINTS
from simulator.measures import Coverage
from simulator.questions import Interviewer
from simulator.report.proofs import proven, proven_in
from simulator.report.speech_sound import Heard
from simulator.report.spoken import Spoken, spoken
from simulator.review.marks import own_word
from simulator.review.pages import worst_first
from simulator.review.plain import clock
from simulator.scoring import PARTS, Finding, Part, Targets

PART_NAMES: dict[Part, str] = {
    "coverage": "Talking points",
    "length": "Length",
    "fillers": "Fillers",
    "delivery": "Delivery",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to listen to, as it is shown and in seconds, in the sound of answer `number`."""

    number: int
    clock: str
    at_s: float


@dataclass(frozen=True, slots=True)
class Reason:
    """A finding. `tone` is `lost`, `good` or `note`; `cost` is its points as text."""

    tone: str
    cost: str
    text: str
    moments: tuple[Moment, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PartOfScore:
    """One part; `value` is None where it could not be told."""

    name: str
    value: int | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A talking point with what proves it, "" for nothing."""

    label: str
    verdict: str
    tone: str
    evidence: str
    moment: Moment | None
    aside: str = ""
    """Whose word it is, and whether it took a follow-up."""
    said_in: int | None = None
    """The number of the reply that proves it, where it was said in one."""
    said_well: str = ""
    """How the set's author would say it, where nothing was heard of it."""


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """`replies` are what was said to follow-ups: it counts with this answer, and has no score of
    its own."""

    spoken: Spoken
    section: str
    points: tuple[Point, ...]
    parts: tuple[PartOfScore, ...]
    total: int | None
    comparison: Comparison | None
    replies: tuple[Spoken, ...] = ()

    @property
    def answer(self) -> Answer:
        return self.spoken.answer


def answer_card(
    answer: Answer,
    *,
    people: Sequence[Interviewer],
    section: str,
    heard: Mapping[int, Heard],
    comparison: Comparison | None,
    targets: Targets,
    usual: UsualVoice | None,
    replies: Sequence[Answer] = (),
    hide_scores: bool = False,
) -> AnswerCard:
    """`heard` is the sound of each answer and reply, by their numbers."""
    points = proven(answer, replies)

    def as_spoken(one: Answer, number: int | None) -> Spoken:
        return spoken(
            one,
            heard[one.number],
            proven_in(number, points),
            people=people,
            targets=targets,
            usual=usual,
            hide_scores=hide_scores,
        )

    return AnswerCard(
        spoken=as_spoken(answer, None),
        section=section,
        points=tuple(_point(answer, point) for point in points),
        parts=_parts(answer),
        total=None if answer.assessment is None else answer.assessment.score.total,
        comparison=comparison,
        replies=tuple(as_spoken(reply, reply.number) for reply in replies),
    )


def _point(answer: Answer, point: Coverage) -> Point:
    said = point.evidence
    moment = None
    if said is not None and said.start_s is not None:
        moment = Moment(said.answer or answer.number, clock(said.start_s), said.start_s)
    asides = (own_word(point), "when asked" if point.prompted else "")
    return Point(
        label=point.label,
        verdict=POINTS[point.verdict],
        tone=point.verdict,
        evidence="" if said is None else said.text,
        moment=moment,
        aside=", ".join(aside for aside in asides if aside),
        said_in=None if said is None else said.answer,
        said_well=answer.question.said_well(point.point) if point.verdict == "not_found" else "",
    )


def _parts(answer: Answer) -> tuple[PartOfScore, ...]:
    if answer.assessment is None:
        return ()
    score = answer.assessment.score
    findings = worst_first(score)
    parts = []
    for part in sorted(PARTS, key=list(PART_NAMES).index):
        reasons = tuple(_reason(answer, finding) for finding in findings if finding.part == part)
        if score.parts.get(part) is not None or reasons:
            parts.append(PartOfScore(PART_NAMES[part], score.parts.get(part), reasons))
    return tuple(parts)


def _reason(answer: Answer, finding: Finding) -> Reason:
    tone = "note" if finding.neutral else "lost" if finding.points < 0 else "good"
    cost = ""
    if finding.points < 0:
        cost = f"\u2212{-finding.points:.{0 if finding.points <= -1 else 1}f}"
    places = [(answer.number, at_s) for at_s in finding.at_s]
    places += [(moment.answer, moment.at_s) for moment in finding.in_replies]
    moments = tuple(Moment(number, clock(at_s), at_s) for number, at_s in places)
    return Reason(tone, cost, finding.reason, moments, finding.source)
