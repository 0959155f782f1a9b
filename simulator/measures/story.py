"""Which parts of a story an answer has: situation, task, action, result; and whether it is vague.

An answer is cut into clauses, and each is looked at by itself: what the speaker did is an action,
what the speaker was to do a task. What others did or how things stood is the situation while no
action has been told, and the result once one has: stories are told in that order. Phrases that can
only be an outcome make a result wherever they stand, and hopes and habits make none. Stories end in
more ways than that, so where no result is found a judge is asked as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.judge import Judge
from simulator.measures.phrases import any_of
from simulator.measures.running_text import CharSpan, WordSpan, running_text
from simulator.measures.story_phrases import (
    ACTION,
    GENERAL,
    NOT_YET,
    OUTCOME,
    PLACE,
    REACTION,
    SITUATION,
    TASK,
    TIME,
)

_CLAUSE_END = re.compile(
    r"[.?!;]+[\"')]*(?=\s|$)|\s+(?=(?:and|so|but|then)\s+(?:then\s+)?(?:i|we|he|she|they|it|the"
    r"|my|our|nobody|everybody|everyone|people|by|after|within|in|at|since|um|as|that|what|now|one"
    r"|this|two|three)\b)",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter|percent|double"
    r"\w*|twice)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.?!])(?<!^)\s(?!I\b|I'|OK\b|Um\b)[A-Z][\w'-]+")
_SPEAKER = any_of((r"(?:(?:and|so|but|then) )*(?:i|i'd|i've|we|we'd|we've)",))
_WHEN = any_of((r"(?:(?:and|so|but) )?(?:when|before|after|while|as) (?:i|we)",))
FEWEST_WORDS = 4
ENDED_FROM = 1.5
"""Log-odds from which the last words of an answer tell how it ended."""
ENDING_WORDS = 60


@dataclass(frozen=True, slots=True)
class StoryParts:
    """Where each part is first told; None where it is missing.

    `vague`: nobody and nothing is named, no figure, time or place, or it is about what the speaker
    does in general.
    """

    situation: WordSpan | None
    task: WordSpan | None
    action: WordSpan | None
    result: WordSpan | None
    vague: bool

    @property
    def missing(self) -> tuple[str, ...]:
        parts = {
            "situation": self.situation,
            "task": self.task,
            "action": self.action,
            "result": self.result,
        }
        return tuple(part for part, span in parts.items() if span is None)


def story_parts(words: Sequence[str]) -> StoryParts:
    said = running_text(words)
    found: dict[str, WordSpan] = {}
    for first, last in _clauses(said.text):
        part = _part(said.text[first:last], acted="action" in found)
        if part and part not in found:
            found[part] = said.words(first, last)
    return StoryParts(
        found.get("situation"),
        found.get("task"),
        found.get("action"),
        found.get("result"),
        _is_vague(said.text),
    )


def result_missing(words: Sequence[str], judge: Judge | None = None) -> bool:
    """Whether neither the rules nor the judge, where there is one, find how the story ended."""
    if story_parts(words).result is not None:
        return False
    if judge is None or not words:
        return True
    end = " ".join(words[-ENDING_WORDS:])
    return judge.tell(end).deeds["ends"] < ENDED_FROM


def _clauses(text: str) -> list[CharSpan]:
    starts = [0, *(match.end() for match in _CLAUSE_END.finditer(text))]
    ends = [*starts[1:], len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip(" .,;:!?")]


def _part(clause: str, *, acted: bool) -> str | None:
    if NOT_YET.search(clause):
        return "task" if TASK.search(clause) else None
    if GENERAL.search(clause):
        return None
    if OUTCOME.search(clause) and not SITUATION.search(clause):
        return "result"
    own = _SPEAKER.match(clause.lstrip()) is not None
    if REACTION.search(clause) and not own and not SITUATION.search(clause):
        return "result"
    if TASK.search(clause):
        return "task"
    if ACTION.search(clause) and not _WHEN.match(clause):
        return "action"
    if acted and _tells_of_others(clause):
        return "result"
    told = not acted and len(clause.split()) >= FEWEST_WORDS
    return "situation" if told or SITUATION.search(clause) else None


def _tells_of_others(clause: str) -> bool:
    """Whether somebody or something else than the speaker comes first in it."""
    words = clause.split()
    return len(words) >= FEWEST_WORDS and _SPEAKER.search(" ".join(words[:FEWEST_WORDS])) is None


def _is_vague(text: str) -> bool:
    """A figure, a name, a time or a place makes an answer particular; general talk needs two."""
    there = [_FIGURE.search(text), _NAME.search(text), TIME.search(text), PLACE.search(text)]
    named = sum(found is not None for found in there)
    return named == 0 or (named == 1 and GENERAL.search(text) is not None)
