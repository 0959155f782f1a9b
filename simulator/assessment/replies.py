"""What a reply to a follow-up brings: it counts with the answer that called for it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from simulator.assessment.assessing import Assessment, scored
from simulator.assessment.standards import USUAL, Standards
from simulator.judge import Judge
from simulator.measures import Coverage, Measures, cover
from simulator.questions import Question
from simulator.scoring import Score

COUNTED = "What a reply to a follow-up brings is counted with answer {number}."


def as_reply(assessment: Assessment, number: int) -> Assessment:
    """A reply's own assessment: all that was measured, and no score of its own.

    `number` is that of the answer with which it counts.
    """
    return replace(assessment, score=Score(None, {}, (), COUNTED.format(number=number)))


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said to a follow-up; `number` is that of its answer.

    One that was not `prompted` is a further turn of an exchange.
    """

    number: int
    assessment: Assessment
    prompted: bool


def with_replies(
    main: Assessment,
    replies: Sequence[Reply],
    *,
    question: Question,
    standards: Standards = USUAL,
) -> Assessment:
    """As `with_reply`, for all that was said after an answer; one counted twice counts once."""
    for reply in replies:
        main = with_reply(
            main,
            reply.assessment,
            question=question,
            number=reply.number,
            prompted=reply.prompted,
            turns=turns(replies),
            standards=standards,
        )
    return main


def turns(replies: Sequence[Reply]) -> tuple[Measures, ...]:
    """What the further turns of an exchange measure; their fillers say in which turn they are."""
    return tuple(_named(reply) for reply in replies if not reply.prompted)


def _named(turn: Reply) -> Measures:
    measures = turn.assessment.measures
    fillers = tuple(replace(filler, answer=turn.number) for filler in measures.fillers)
    return replace(measures, fillers=fillers)


def judged_alone(
    main: Assessment, question: Question, judge: Judge, standards: Standards = USUAL
) -> Assessment:
    """The main answer judged anew by its own words, without what replies have brought."""
    coverage = cover(question, main.transcript, judge)
    made = scored(main.transcript, main.measures, coverage, question, standards)
    return replace(main, coverage=coverage, score=made.score)


def with_reply(
    main: Assessment,
    reply: Assessment,
    *,
    question: Question,
    number: int,
    prompted: bool,
    turns: Sequence[Measures] = (),
    standards: Standards = USUAL,
) -> Assessment:
    """The main answer with the points that a reply has made, scored anew.

    `number` is the reply's. A point counts in full, and says that it was `prompted`; its words and
    their times are the reply's. How the main answer was spoken stays as it was, but
    the further `turns` of an exchange are scored together with it: an answer in pieces.
    """
    better = {point.point: point for point in reply.coverage}
    coverage = tuple(
        _better(point, better.get(point.point), number, prompted) for point in main.coverage
    )
    if coverage == main.coverage and not turns:
        return main
    measures = together(main.measures, turns)
    made = scored(main.transcript, measures, coverage, question, standards)
    return replace(main, coverage=coverage, score=made.score)


def together(first: Measures, turns: Sequence[Measures]) -> Measures:
    """An answer in pieces, measured as one: times and words add up, rates are over all of it.

    Moments are those of the first piece, but for fillers: each `turn`'s say themselves whose they
    are (see `turns`).
    """
    if not turns:
        return first
    pieces = (first, *turns)
    words = sum(piece.words for piece in pieces)
    answer_s = _sum(piece.answer_s for piece in pieces)
    speech_s = _sum(piece.speech_s for piece in pieces)
    fillers = tuple(filler for piece in pieces for filler in piece.fillers)
    return replace(
        first,
        words=words,
        answer_s=answer_s,
        speech_s=speech_s,
        speech_rate_wpm=words / answer_s * 60 if answer_s else None,
        articulation_rate_wpm=words / speech_s * 60 if speech_s else None,
        fillers=fillers,
        fillers_per_minute=len(fillers) / answer_s * 60 if answer_s else None,
    )


def _sum(times_s: Iterable[float | None]) -> float | None:
    """None where there is no sound at all."""
    told = [time_s for time_s in times_s if time_s is not None]
    return sum(told) if told else None


RANKS = {"not_found": 0, "unsure": 1, "covered": 2}


def _better(before: Coverage, after: Coverage | None, number: int, prompted: bool) -> Coverage:
    if after is None or RANKS[after.verdict] <= RANKS[before.verdict]:
        return before
    said = None if after.evidence is None else replace(after.evidence, answer=number)
    return replace(
        before,
        verdict=after.verdict,
        probability=after.probability,
        evidence=said,
        prompted=prompted,
    )
