"""Everything that the page shows of one answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.archive import Answer, UsualVoice
from simulator.coaching.takes import VERDICTS, Comparison
from simulator.questions import Interviewer
from simulator.report.speech_sound import Heard
from simulator.report.timeline import Timeline, timeline
from simulator.report.tokens import Token, tokens
from simulator.review.marks import own_word, own_word_lines
from simulator.review.melody import melody_lines
from simulator.review.pages import delivery, possible_fillers, worst_first
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
    """A time to listen to, as it is shown and in seconds."""

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
class ReplyShown:
    """A follow-up and what was said to it; `state` where nothing was heard of it."""

    number: int
    asked: str
    said: str
    state: str


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """`sound` is a sound file, empty for none; `no_sound` says why there is none to hear."""

    answer: Answer
    asked_by: str
    section: str
    sound: bytes
    no_sound: str
    state: str
    tokens: tuple[Token, ...]
    timeline: Timeline | None
    points: tuple[Point, ...]
    parts: tuple[PartOfScore, ...]
    total: int | None
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    conditions: tuple[str, ...]
    comparison: Comparison | None
    replies: tuple[ReplyShown, ...] = ()
    """What counts with this answer and has no score of its own."""
    said_after: tuple[str, ...] = ()
    """What the interviewers replied to what was asked of them, and their reaction."""
    own_word: tuple[str, ...] = ()
    """What the candidate said of the answer, and a note."""


def answer_card(
    answer: Answer,
    *,
    people: Sequence[Interviewer],
    section: str,
    heard: Heard,
    comparison: Comparison | None,
    targets: Targets,
    usual: UsualVoice | None,
    replies: Sequence[Answer] = (),
    hide_scores: bool = False,
) -> AnswerCard:
    """`replies` are the answers to follow-ups of this one."""
    assessment = answer.assessment
    measures = None if assessment is None else assessment.measures
    melody = None if measures is None else measures.melody
    possible = "" if measures is None else possible_fillers(measures.possible_fillers)
    return AnswerCard(
        answer=answer,
        asked_by=_who(answer.question.asked_by, people),
        section=section,
        sound=heard.compressed,
        no_sound=heard.trouble,
        state=_state(answer),
        tokens=() if assessment is None else tokens(assessment),
        timeline=None if assessment is None else timeline(assessment, heard.wave, targets),
        points=_points(answer),
        parts=_parts(answer),
        total=None if assessment is None else assessment.score.total,
        facts=() if measures is None else tuple(delivery(measures, typed=answer.typed)),
        notes=(
            *(melody_lines(melody, usual) if melody is not None else ()),
            *([f"{possible}."] if possible else ()),
        ),
        conditions=() if assessment is None else _conditions(answer, assessment.score.not_scored),
        comparison=comparison,
        replies=tuple(_reply(one) for one in replies),
        said_after=tuple(said.text for one in (answer, *replies) for said in one.said_after),
        own_word=tuple(line.plain for line in own_word_lines(answer, scores=not hide_scores)),
    )


def _reply(answer: Answer) -> ReplyShown:
    said = "" if answer.assessment is None else answer.assessment.transcript.text
    state = _state(answer) or ("" if said else "No words were heard.")
    return ReplyShown(answer.number, answer.question.ask, said, state)


def _who(person_id: str, people: Sequence[Interviewer]) -> str:
    for person in people:
        if person.id == person_id:
            return f"{person.name}, {person.title}" if person.title else person.name
    return person_id.capitalize()


def _state(answer: Answer) -> str:
    """What there is to say of an answer that was not assessed; "" for one that was."""
    if answer.assessment is not None:
        return ""
    if answer.state == "skipped":
        return "You passed on this question."
    if answer.state == "failed":
        return f"Not transcribed: {answer.note or 'no reason was given.'} The recording is kept."
    return "Recorded, not transcribed yet."


def _conditions(answer: Answer, not_scored: str) -> tuple[str, ...]:
    told = [f"The recording broke off: {answer.lost}"] if answer.lost else []
    if not_scored:
        told.append(not_scored)
    return tuple(told)


def _points(answer: Answer) -> tuple[Point, ...]:
    if answer.assessment is None:
        return ()
    return tuple(
        Point(
            label=point.label,
            verdict=VERDICTS[point.verdict],
            tone=point.verdict,
            evidence="" if point.evidence is None else point.evidence.text,
            moment=None if point.evidence is None else _moment(point.evidence.start_s),
            aside=", ".join(
                told for told in (own_word(point), "when asked" if point.prompted else "") if told
            ),
            said_in=None if point.evidence is None else point.evidence.answer,
            said_well=answer.question.said_well(point.point)
            if point.verdict == "not_found"
            else "",
        )
        for point in answer.assessment.coverage
    )


def _parts(answer: Answer) -> tuple[PartOfScore, ...]:
    if answer.assessment is None:
        return ()
    score = answer.assessment.score
    findings = worst_first(score)
    parts = []
    for part in sorted(PARTS, key=list(PART_NAMES).index):
        reasons = tuple(_reason(finding) for finding in findings if finding.part == part)
        if score.parts.get(part) is not None or reasons:
            parts.append(PartOfScore(PART_NAMES[part], score.parts.get(part), reasons))
    return tuple(parts)


def _reason(finding: Finding) -> Reason:
    tone = "note" if finding.neutral else "lost" if finding.points < 0 else "good"
    cost = ""
    if finding.points < 0:
        cost = f"\u2212{-finding.points:.{0 if finding.points <= -1 else 1}f}"
    moments = tuple(Moment(clock(at_s), at_s) for at_s in finding.at_s)
    return Reason(tone, cost, finding.reason, moments, finding.source)


def _moment(at_s: float | None) -> Moment | None:
    return None if at_s is None else Moment(clock(at_s), at_s)
