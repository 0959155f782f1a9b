"""What a reply to a follow-up brings: it counts with the answer that called for it. Pure."""

from dataclasses import replace

from simulator.assessment.assessing import Assessment, scored
from simulator.assessment.standards import USUAL, Standards
from simulator.measures import Coverage, Evidence
from simulator.questions import Question
from simulator.scoring import Score

COUNTED = "What a reply to a follow-up brings is counted with answer {number}."


def as_reply(assessment: Assessment, number: int) -> Assessment:
    """A reply's own assessment: all that was measured, and no score of its own.

    `number` is that of the answer with which it counts.
    """
    return replace(assessment, score=Score(None, {}, (), COUNTED.format(number=number)))


def with_reply(
    main: Assessment,
    reply: Assessment,
    *,
    question: Question,
    number: int,
    prompted: bool,
    standards: Standards = USUAL,
) -> Assessment:
    """The main answer with the points that a reply has made, scored anew.

    `number` is the reply's. A point counts in full, and says that it was `prompted`; its words are
    the reply's, and their times stand there. How the main answer was spoken stays as it was.
    """
    better = {point.point: point for point in reply.coverage}
    coverage = tuple(
        _better(point, better.get(point.point), number, prompted) for point in main.coverage
    )
    if coverage == main.coverage:
        return main
    made = scored(main.transcript, main.measures, coverage, question, standards)
    return replace(main, coverage=coverage, score=made.score)


RANKS = {"not_found": 0, "unsure": 1, "covered": 2}


def _better(before: Coverage, after: Coverage | None, number: int, prompted: bool) -> Coverage:
    if after is None or RANKS[after.verdict] <= RANKS[before.verdict]:
        return before
    said = None if after.evidence is None else Evidence(after.evidence.text, None, None, number)
    return replace(
        before,
        verdict=after.verdict,
        probability=after.probability,
        evidence=said,
        prompted=prompted,
    )
