"""Which talking points an answer makes, and the words that prove it.

Three steps, each in a file of its own: the answer is cut into `windows`, a judge of meaning reads
it and tells its `nearness` to what the set's author wrote, and here facts and probability make a
verdict. Facts that a point requires come before any meaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.judge import Judge, claim
from simulator.measures import facts
from simulator.measures.model import Coverage, Evidence, Verdict
from simulator.measures.nearness import FITTED, Rows, by_example, grounds
from simulator.measures.windows import Window, sentences, windows
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
NEAR_AGAINST_READ = 25.0
"""What nearness (cosine) weighs against the judge's reading (log-odds) when evidence is chosen: the
judge knows whether a point is made better than it knows where."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """An answer, cut and placed once for all points."""

    words: Sequence[Word]
    sentences: Sequence[Window]
    windows: Sequence[Window]
    seen: Rows
    """Where the windows lie."""


def cover(question: Question, transcript: Transcript, judge: Judge) -> tuple[Coverage, ...]:
    """The verdict on each talking point, in the order of the set."""
    cut = windows(transcript.words)
    if not cut:
        return tuple(_not_found(point, FACT_MISSING) for point in question.talking_points)
    seen = judge.embed([window.text for window in cut])
    heard = _Heard(transcript.words, sentences(transcript.words), cut, seen)
    return tuple(_point(point, heard, judge) for point in question.talking_points)


def place(question: Question, judge: Judge) -> None:
    """Has the judge place what the set says of the points, which it remembers: `cover` is sooner
    by a few tenths of a second then."""
    for point in question.talking_points:
        judge.embed((point.description, *point.examples, *point.counter_examples))


def verdict(probability: float) -> Verdict:
    """What a probability comes to: three verdicts, so that what is open is told as open."""
    if probability >= COVERED_FROM:
        return "covered"
    return "unsure" if probability >= UNSURE_FROM else "not_found"


def _point(point: TalkingPoint, heard: _Heard, judge: Judge) -> Coverage:
    found = facts.find(point.facts, [word.text for word in heard.words], judge)
    if found is None:
        return _not_found(point, FACT_MISSING)
    read = judge.weigh(
        claim(point.label, point.description), [sentence.text for sentence in heard.sentences]
    )
    probability = FITTED.probability(grounds(read.whole, point, heard.seen, judge))
    if PROVING_FACTS.intersection(point.facts):
        probability = max(probability, FACT_THERE)
    probability = round(probability, 3)
    told = verdict(probability)
    if told == "not_found":
        return _not_found(point, probability)
    near = by_example(point, heard.seen, judge)
    best = _best(heard, _as_evidence(heard, read.sentences, near), found)
    evidence = Evidence(
        best.text, heard.words[best.first].start_s, heard.words[best.last - 1].end_s
    )
    return Coverage(point.id, point.label, point.weight, told, probability, evidence)


def _as_evidence(heard: _Heard, read: Sequence[float], near: Rows) -> list[float]:
    """How well each window proves the point: how its words were read, and what they are near to."""
    logits = [0.0] * len(heard.words)
    for sentence, logit in zip(heard.sentences, read, strict=True):
        logits[sentence.first : sentence.last] = [logit] * (sentence.last - sentence.first)
    return [
        sum(logits[window.first : window.last]) / (window.last - window.first)
        + NEAR_AGAINST_READ * float(nearness)
        for window, nearness in zip(heard.windows, near, strict=True)
    ]


def _best(heard: _Heard, proof: Sequence[float], found: Sequence[facts.Found]) -> Window:
    """The best of the windows that hold the facts, or of all where none holds them together."""
    ranked = sorted(range(len(heard.windows)), key=lambda i: (-proof[i], i))
    holding = (i for i in ranked if all(heard.windows[i].holds(*span) for span in found))
    return heard.windows[next(holding, ranked[0])]


def _not_found(point: TalkingPoint, probability: float) -> Coverage:
    return Coverage(point.id, point.label, point.weight, "not_found", probability, None)
