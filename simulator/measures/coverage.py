"""Which talking points an answer makes, and the words that prove it.

The answer is cut into `sentences`, a judge of meaning reads them beside all points of the question,
what it read are the `grounds` of a probability, and here facts and probability make a verdict.
Facts that a point requires come before any meaning.
"""

from collections.abc import Sequence

from simulator.judge import Judge, Weighed
from simulator.measures import facts
from simulator.measures.grounds import FITTED, as_proof, claim, grounds, of_another_point
from simulator.measures.model import Coverage, Evidence, Verdict
from simulator.measures.sentences import Sentence, sentences
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
    said = sentences(transcript.words)
    if not said:
        return tuple(_not_found(point, FACT_MISSING) for point in question.talking_points)
    claims = [claim(point) for point in question.talking_points]
    read = judge.weigh(claims, [sentence.text for sentence in said])
    return tuple(
        _point(point, weighed, said, transcript.words, another_point=others, judge=judge)
        for point, weighed, others in zip(
            question.talking_points, read, of_another_point(read), strict=True
        )
    )


def place(question: Question, judge: Judge) -> None:
    """Has the judge read what the set says of the points, which it remembers: `cover` is sooner
    by a few tenths of a second then."""
    for point in question.talking_points:
        judge.standard(claim(point))


def verdict(probability: float) -> Verdict:
    """What a probability comes to: three verdicts, so that what is open is told as open."""
    if probability >= COVERED_FROM:
        return "covered"
    return "unsure" if probability >= UNSURE_FROM else "not_found"


def _point(
    point: TalkingPoint,
    read: Weighed,
    said: Sequence[Sentence],
    words: Sequence[Word],
    *,
    another_point: Sequence[float],
    judge: Judge,
) -> Coverage:
    found = facts.find(point.facts, [word.text for word in words], judge)
    if found is None:
        return _not_found(point, FACT_MISSING)
    probability = FITTED.probability(grounds(read, judge.standard(claim(point))))
    if PROVING_FACTS.intersection(point.facts):
        probability = max(probability, FACT_THERE)
    probability = round(probability, 3)
    told = verdict(probability)
    if told == "not_found":
        return _not_found(point, probability)
    best = _proof(said, as_proof(read, another_point), found)
    evidence = Evidence(best.text, words[best.first].start_s, words[best.last - 1].end_s)
    return Coverage(point.id, point.label, point.weight, told, probability, evidence)


def _proof(
    said: Sequence[Sentence], proves: Sequence[float], found: Sequence[facts.Found]
) -> Sentence:
    """The best of the sentences that hold the facts, or of all where none holds them together."""
    ranked = sorted(range(len(said)), key=lambda i: (-proves[i], i))
    holding = (i for i in ranked if all(said[i].holds(*span) for span in found))
    return said[next(holding, ranked[0])]


def _not_found(point: TalkingPoint, probability: float) -> Coverage:
    return Coverage(point.id, point.label, point.weight, "not_found", probability, None)
