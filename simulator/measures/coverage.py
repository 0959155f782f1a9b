"""Which talking points an answer makes, and the words that prove it.

Three steps, each in a file of its own: the answer is cut into `windows`, a judge of meaning tells
their `nearness` to what the set's author wrote, and here facts and probability make a verdict.
Facts that a point requires come before any similarity.
"""

from collections.abc import Sequence

from simulator.judge import Judge
from simulator.measures import facts
from simulator.measures.model import Coverage, Evidence, Verdict
from simulator.measures.nearness import FITTED, Rows, by_example, nearness
from simulator.measures.windows import Window, windows
from simulator.questions import Question, TalkingPoint
from simulator.transcription import Transcript, Word

COVERED_FROM = 0.5
UNSURE_FROM = 0.35
"""Below, fewer than a third of the answers that were fitted on make the point."""
PROVING_FACTS = frozenset({"money_range"})
"""Facts that are what the point is about: with one there, the point is made. Another fact (some
figure, some question) has to be there, but is no proof of what it is about."""
FACT_THERE = 0.9
"""The least probability of a point whose proving fact is there."""
FACT_MISSING = 0.02
"""The probability of a point whose required fact is not there, and of any point in silence."""


def cover(question: Question, transcript: Transcript, judge: Judge) -> tuple[Coverage, ...]:
    """The verdict on each talking point, in the order of the set."""
    cut = windows(transcript.words)
    if not cut:
        return tuple(_not_found(point, FACT_MISSING) for point in question.talking_points)
    seen = judge.embed([window.text for window in cut])
    return tuple(
        _point(point, transcript.words, cut, seen, judge) for point in question.talking_points
    )


def verdict(probability: float) -> Verdict:
    """What a probability comes to: three verdicts, so that what is open is told as open."""
    if probability >= COVERED_FROM:
        return "covered"
    return "unsure" if probability >= UNSURE_FROM else "not_found"


def _point(
    point: TalkingPoint, words: Sequence[Word], cut: Sequence[Window], seen: Rows, judge: Judge
) -> Coverage:
    found = facts.find(point.facts, [word.text for word in words])
    if found is None:
        return _not_found(point, FACT_MISSING)
    probability = FITTED.probability(nearness(point, seen, judge))
    if PROVING_FACTS.intersection(point.facts):
        probability = max(probability, FACT_THERE)
    probability = round(probability, 3)
    told = verdict(probability)
    if told == "not_found":
        return _not_found(point, probability)
    best = _best(cut, by_example(point, seen, judge), found)
    evidence = Evidence(best.text, words[best.first].start_s, words[best.last - 1].end_s)
    return Coverage(point.id, point.label, point.weight, told, probability, evidence)


def _best(cut: Sequence[Window], near: Rows, found: Sequence[facts.Found]) -> Window:
    """The nearest of the windows that hold the facts, or of all where none holds them together."""
    ranked = sorted(range(len(cut)), key=lambda i: (-float(near[i]), i))
    holding = (i for i in ranked if all(cut[i].holds(*span) for span in found))
    return cut[next(holding, ranked[0])]


def _not_found(point: TalkingPoint, probability: float) -> Coverage:
    return Coverage(point.id, point.label, point.weight, "not_found", probability, None)
