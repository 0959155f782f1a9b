"""Where a talking point is written so that nothing could judge it well: for authors of sets."""

import re
from collections.abc import Iterator
from itertools import combinations

from simulator.judge import Judge
from simulator.measures.grounds import claim
from simulator.questions import Question, TalkingPoint

ALIKE = 0.86
"""Cosine similarity from which two examples are one wording said twice (seen on the built-in sets:
the nearest pair of hand-written examples of one point lies at .8)."""
MUCH_NEARER = 0.2
"""Cosine similarity; less is within what single sentences differ by chance."""
SMALL_WORDS = frozenset(
    "a an and any are as at be been by can do does for from had has have how in is it its not of on"
    " or own says say that the their them they this to was were what when where which who why will"
    " with would you your gives give names name tells tell".split()
)
MOST_LABEL_WORDS = 0.6
"""The share of a label's words from which an example only says the label again."""


def weak_points(question: Question, judge: Judge) -> Iterator[str]:
    """Each weakness in a sentence, points in the order of the question."""
    for point in question.talking_points:
        where = f"{question.id}, {point.id}"
        yield from (f"{where}: {told}" for told in _own_words(point))
        yield from (f"{where}: {told}" for told in _too_alike(point, judge))
        yield from (f"{where}: {told}" for told in _nearer_elsewhere(point, question, judge))
        yield from (f"{where}: {told}" for told in _not_told_apart(point, judge))


def _own_words(point: TalkingPoint) -> Iterator[str]:
    label = _content_words(point.label)
    for example in point.examples:
        if len(label) > 1 and len(label & _content_words(example)) >= MOST_LABEL_WORDS * len(label):
            yield f"an example says the label again, which proves nothing: {example}"


def _too_alike(point: TalkingPoint, judge: Judge) -> Iterator[str]:
    placed = judge.embed(point.examples)
    for one, other in combinations(range(len(point.examples)), 2):
        if float(placed[one] @ placed[other]) >= ALIKE:
            yield f"two examples are nearly the same: {point.examples[one]}"


def _nearer_elsewhere(point: TalkingPoint, question: Question, judge: Judge) -> Iterator[str]:
    """Examples that lie nearer to another point's examples than to their own."""
    others = [p for p in question.talking_points if p is not point and p.examples]
    if len(point.examples) < 2:  # noqa: PLR2004 (an example cannot be near to itself)
        return
    placed = judge.embed(point.examples)
    own = placed @ placed.T
    for row, example in enumerate(point.examples):
        at_home = (float(own[row].sum()) - 1) / (len(point.examples) - 1)
        for other in others:
            if float((judge.embed(other.examples) @ placed[row]).mean()) > at_home + MUCH_NEARER:
                yield f"an example is nearer to the point '{other.id}': {example}"


def _not_told_apart(point: TalkingPoint, judge: Judge) -> Iterator[str]:
    """Whether the judge, without the text itself, takes near misses for the point."""
    standard = judge.standard(claim(point))
    made, missed = standard.examples, standard.counter_examples
    right = sum(one > other for one in made for other in missed)
    if made and missed and right < len(made) * len(missed) / 2:
        yield "the judge cannot tell its examples from its near misses: write both plainer"


def _content_words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[a-z']+", text.lower()) if word not in SMALL_WORDS}
