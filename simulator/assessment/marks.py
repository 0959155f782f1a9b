"""The candidate's own word on an answer, kept beside what the program made of it.

Marks are a list in the order they were made; the last one on a matter counts, and taking it off the
list undoes it. What they come to is computed anew from the program's own assessment every time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from simulator.assessment.assessing import Assessment, brought_in, scored
from simulator.assessment.replies import Reply, together, turns, with_replies
from simulator.assessment.standards import USUAL, Standards
from simulator.judge import Judge
from simulator.measures import Coverage, Verdict, asked, cover, measure, telling
from simulator.questions import Question
from simulator.transcription.correcting import corrected

MarkKind = Literal["covered", "not_covered", "transcript", "note"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing the candidate said of an answer.

    `point` is the id of a talking point, for the first two kinds. `text` is the corrected
    transcript or the note; an empty note takes an earlier one back.
    """

    kind: MarkKind
    made_at: datetime
    """With its time zone."""
    point: str = ""
    text: str = ""


def marked_points(marks: Sequence[Mark]) -> dict[str, Verdict]:
    """The talking points that the candidate has a word on, and the last word on each."""
    verdicts: dict[str, Verdict] = {}
    for mark in marks:
        if mark.kind in ("covered", "not_covered"):
            verdicts[mark.point] = "covered" if mark.kind == "covered" else "not_found"
    return verdicts


def corrected_text(marks: Sequence[Mark]) -> str | None:
    """The last corrected transcript; None where there is none."""
    return next((mark.text for mark in reversed(marks) if mark.kind == "transcript"), None)


def own_note(marks: Sequence[Mark]) -> str:
    """The candidate's last note; "" where there is none."""
    return next((mark.text for mark in reversed(marks) if mark.kind == "note"), "")


def by_own_word(
    own: Assessment,
    question: Question,
    marks: Sequence[Mark],
    *,
    judge: Callable[[], Judge],
    standards: Standards = USUAL,
    replies: Sequence[Reply] = (),
) -> Assessment:
    """What the program's `own` assessment becomes by the candidate's word. Pure, given a judge.

    `judge` is called only where a transcript was corrected: its talking points are then judged
    anew, before the word on each, and what `replies` bring counts again. Melody and the recording's
    own faults stay as they were heard.
    """
    text, verdicts = corrected_text(marks), marked_points(marks)
    if text is None and not verdicts:
        return own
    made = own
    if text is not None:
        made = with_replies(
            _corrected(own, text, question, judge(), standards),
            replies,
            question=question,
            standards=standards,
        )
    coverage = tuple(_by_own_word(point, verdicts.get(point.point)) for point in made.coverage)
    measures = together(made.measures, turns(replies))
    score = scored(made.transcript, measures, coverage, question, standards).score
    return replace(made, coverage=coverage, score=score)


def _corrected(
    own: Assessment, text: str, question: Question, judge: Judge, standards: Standards
) -> Assessment:
    transcript = corrected(own.transcript, text)
    measures = replace(
        measure(transcript, standards.fillers),
        conditions=own.measures.conditions,
        melody=own.measures.melody,
    )
    points = standards.own_points
    return replace(
        own,
        transcript=transcript,
        measures=measures,
        coverage=cover(question, transcript, judge),
        asked=asked(question, transcript, judge),
        brought_in=brought_in(points, transcript, judge) if points else own.brought_in,
        telling=telling(question, transcript, judge),
    )


def _by_own_word(point: Coverage, word: Verdict | None) -> Coverage:
    """The evidence stays where it may still prove the point."""
    if word is None:
        return point
    evidence = point.evidence if word == "covered" else None
    return replace(point, verdict=word, program_verdict=point.verdict, evidence=evidence)
