"""Answers that are none: silence, "I don't know", and talk about something else."""

import re
from collections.abc import Sequence

from simulator.measures import Coverage, Measures
from simulator.transcription import Transcript

FEWEST_WORDS = 5
PASSING_WORDS = 30
"""In an answer no longer than this, a sentence that passes the question on is the answer."""

_PASSES = re.compile(
    r"\b(?:i (?:really )?(?:don't|do not|dunno|can't|cannot) (?:really )?"
    r"(?:know|think of|remember|recall|say|have (?:an|any) (?:answer|example|idea))"
    r"|i have no (?:idea|answer|example)|no (?:idea|comment)|not sure|nothing comes to mind"
    r"|(?:i(?:'d| would) )?(?:rather not|prefer not to) (?:say|answer)|next question|pass)\b",
    re.IGNORECASE,
)


def non_answer(transcript: Transcript, measures: Measures, coverage: Sequence[Coverage]) -> str:
    """Why this is no answer, as a sentence; empty where it is one."""
    if measures.words == 0:
        return "Nothing was said."
    covered = any(point.verdict != "not_found" for point in coverage)
    if measures.words <= PASSING_WORDS and not _sure(coverage) and _PASSES.search(transcript.text):
        return "The question was passed on rather than answered."
    if measures.words < FEWEST_WORDS and not covered:
        return f"{measures.words} words are no answer yet."
    if coverage and not covered:
        return "None of what a good answer mentions was found: it may be about something else."
    return ""


def _sure(coverage: Sequence[Coverage]) -> bool:
    return any(point.verdict == "covered" for point in coverage)
