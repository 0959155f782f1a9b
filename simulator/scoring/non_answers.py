"""Answers that are none: silence, "I don't know", and talk about something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.measures import Coverage, Measures
from simulator.transcription import Transcript

FEWEST_WORDS = 5
PASSING_WORDS = 30
"""In an answer no longer than this, a sentence that passes the question on is the answer."""
NOTHING_THERE = ("too_short", "no_speech")
"""Conditions of a recording in which there is no answer to look at."""

_PASSES = re.compile(
    r"\b(?:i (?:really |honestly |just )?(?:don't|do not|dunno|can't|cannot|couldn't) (?:really )?"
    r"(?:know|think of (?:any|one|a)|remember|recall|say|have (?:an|any) (?:answer|example|idea))"
    r"|i have(?:n't| no) (?:a clue|idea|answer|example)|no (?:idea|clue|comment)|i'm not sure"
    r"|nothing comes to mind|rather not (?:say|answer)|prefer not to (?:say|answer)"
    r"|next question(?: please)?)\b"
    r"|^\W*(?:i(?:'ll| will| would)? )?pass(?: on (?:that|this|it)(?: one)?)?\W*$|^\W*not sure\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NonAnswer:
    """Why something is no answer, as a sentence.

    `nothing_to_add`: there is nothing in it that other findings could be about.
    """

    reason: str
    nothing_to_add: bool


def passes_on(transcript: Transcript, measures: Measures) -> bool:
    """Whether nothing was said, or a question was passed on ("I don't know") in a few words."""
    if any(condition.kind in NOTHING_THERE for condition in measures.conditions):
        return True
    text = transcript.text.replace("\u2019", "'")
    return measures.words == 0 or (
        measures.words <= PASSING_WORDS and _PASSES.search(text) is not None
    )


def non_answer(
    transcript: Transcript, measures: Measures, coverage: Sequence[Coverage]
) -> NonAnswer | None:
    """What makes this no answer, or None where it is one.

    Off topic is told where none of the talking points was so much as perhaps made.
    """
    near = any(point.verdict != "not_found" for point in coverage)
    made = any(point.verdict == "covered" for point in coverage)
    text = transcript.text.replace("\u2019", "'")
    for condition in measures.conditions:
        if condition.kind in NOTHING_THERE:
            return NonAnswer(f"{condition.told}. {condition.remedy}", nothing_to_add=True)
    if measures.words == 0:
        return NonAnswer("Nothing was said", nothing_to_add=True)
    if measures.words <= PASSING_WORDS and not made and _PASSES.search(text):
        return NonAnswer(
            "The question was passed on rather than answered: a small example beats none",
            nothing_to_add=True,
        )
    if measures.words < FEWEST_WORDS and not near:
        said = "One word is" if measures.words == 1 else f"{measures.words} words are"
        return NonAnswer(f"{said} no answer yet", nothing_to_add=True)
    if coverage and not near:
        return NonAnswer(
            "None of what a good answer mentions was heard: it may be about something else",
            nothing_to_add=False,
        )
    return None
