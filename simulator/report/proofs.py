"""In which sound each talking point of an answer is proven: its own, or that of a reply."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.archive import Answer
from simulator.measures import Coverage


def proven(main: Answer, replies: Sequence[Answer]) -> tuple[Coverage, ...]:
    """The talking points of an answer, evidence from a reply with its times in that reply.

    Interviews from before those times were kept with the answer have them in the reply alone.
    """
    if main.assessment is None:
        return ()
    by_number = {reply.number: reply for reply in replies}
    return tuple(
        _placed(point, by_number.get(point.evidence.answer or 0))
        if point.evidence is not None
        else point
        for point in main.assessment.coverage
    )


def proven_in(number: int | None, points: Sequence[Coverage]) -> tuple[Coverage, ...]:
    """The points whose evidence lies in the reply of that number; None: in the answer itself."""
    return tuple(p for p in points if p.evidence is not None and p.evidence.answer == number)


def _placed(point: Coverage, reply: Answer | None) -> Coverage:
    said = point.evidence
    if reply is None or reply.assessment is None or said is None or said.start_s is not None:
        return point
    for heard in reply.assessment.coverage:
        there = heard.evidence
        if heard.point == point.point and there is not None and there.text == said.text:
            return replace(point, evidence=replace(there, answer=reply.number))
    return point
