"""Makes passages to train on: whole answers, and lines put together as an answer is.

Whole answers (`lessons/`) are what the judge will meet; of them only the verdict on the whole is
known. In a passage put together from lines (`points/`) a few things are said, one of them may make
the point, others make its neighbours or nearly make it: there every line has its verdict, which is
how the judge learns to show the proof.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from material import AnswerQuestion, Point

from simulator.judge import claim

POOL = 12
"""Batches that are drawn at once and sorted."""
LINES = (1, 1, 2, 2, 3, 3, 4, 5, 6, 7)
MADE = 0.5
"""The share of passages in which the point is made."""
MADE_TWICE = 0.25
FROM_OWN, FROM_SIBLING = 0.45, 0.40
"""Where lines that do not make the point come from; the rest are of other questions."""
SIBLING_MADE = 0.65
"""Of the lines of sibling points, those that make the sibling."""
SIBLING_WEIGHT, NEIGHBOUR_WEIGHT, OTHER_WEIGHT = 0.5, 0.3, 0.7
"""A line written for another point may by chance make this one: it counts less."""
NOT_MADE_WEIGHT = 0.4
"""Of a sentence in a whole answer that does not make the point."""
STRETCH = 14
"""Words that stand for a sentence where a recogniser left the full stops out."""
CONTRADICTING = frozenset({"retracted", "negated"})
"""Beside a line that makes the point, these would leave open whether it is made."""
AS_RECOGNISED = 0.3
FILLERS = ("um", "uh", "you know", "i mean", "well", "so", "like", "er")


@dataclass(frozen=True)
class Line:
    """Something said: whether it makes the point, and how much that verdict counts."""

    text: str
    makes: bool
    weight: float


@dataclass(frozen=True)
class Example:
    """A claim, a passage, and whether the passage makes it."""

    claim: str
    lines: tuple[Line, ...]
    makes: bool


class Sampler:
    """Endless examples from `points` and `lessons`; the same seed gives the same ones."""

    def __init__(
        self, points: Sequence[Point], lessons: Sequence[AnswerQuestion], seed: int
    ) -> None:
        self._lessons = lessons
        self._points = [*points, *(point for asked in lessons for point in _as_written(asked))]
        self._random = random.Random(seed)
        self._asked: dict[tuple[str, str], list[Point]] = defaultdict(list)
        for point in self._points:
            self._asked[(point.author, point.question)].append(point)

    def batches(self, answers: int, made_up: int) -> Iterator[tuple[list[Example], ...]]:
        """Whole answers, and passages put together; so many of each at a time."""
        yield from zip(
            self._alike(self._answer, answers), self._alike(self._made_up, made_up), strict=True
        )

    def _alike(self, draw: Callable[[], Example], size: int) -> Iterator[list[Example]]:
        """Batches of passages of like length, so that little is padded."""
        while True:
            drawn = sorted(
                (draw() for _ in range(size * POOL)),
                key=lambda example: sum(len(line.text) for line in example.lines),
            )
            batches = [drawn[i : i + size] for i in range(0, len(drawn), size)]
            self._random.shuffle(batches)
            yield from batches

    def _answer(self) -> Example:
        draw = self._random
        asked = draw.choice(self._lessons)
        answer, point = draw.choice(asked.answers), draw.choice(asked.points)
        sentences = re.split(r"(?<=[.!?])\s+", answer.text)
        if draw.random() < AS_RECOGNISED:
            words = recognised(answer.text, draw).split()
            sentences = [" ".join(words[i : i + STRETCH]) for i in range(0, len(words), STRETCH)]
        made = answer.made[point.key]
        lines = tuple(Line(text, False, 0.0 if made else NOT_MADE_WEIGHT) for text in sentences)
        return Example(claim(point.label, point.description), lines, made)

    def _made_up(self) -> Example:
        draw = self._random
        point = draw.choice(self._points)
        siblings = [p for p in self._asked[(point.author, point.question)] if p is not point]
        count, makes = draw.choice(LINES), draw.random() < MADE
        lines: list[Line] = []
        if makes:
            twice = count >= 3 and draw.random() < MADE_TWICE
            lines += [Line(text, True, 1.0) for _, text in draw.sample(point.makes, 1 + twice)]
        own = [miss for miss in point.misses if not (makes and miss[0] in CONTRADICTING)]
        while len(lines) < count:
            lines.append(self._other(own, siblings, first=not lines))
        draw.shuffle(lines)
        if draw.random() < AS_RECOGNISED:
            lines = [Line(recognised(line.text, draw), line.makes, line.weight) for line in lines]
        return Example(claim(point.label, point.description), tuple(lines), makes)

    def _other(self, own: list[tuple[str, str]], siblings: list[Point], *, first: bool) -> Line:
        """A line that does not make the point."""
        draw = self._random
        source = draw.random()
        if first or source < FROM_OWN or not siblings:
            return Line(draw.choice(own)[1], False, 1.0)
        if source < FROM_OWN + FROM_SIBLING:
            sibling = draw.choice(siblings)
            if draw.random() < SIBLING_MADE:
                return Line(draw.choice(sibling.makes)[1], False, SIBLING_WEIGHT)
            style, text = draw.choice(sibling.misses)
            return Line(text, False, NEIGHBOUR_WEIGHT if style == "neighbour" else OTHER_WEIGHT)
        stranger = draw.choice(self._points)
        return Line(draw.choice(stranger.makes + stranger.misses)[1], False, OTHER_WEIGHT)


def recognised(text: str, draw: random.Random) -> str:
    """As a recogniser writes it: no marks, no capitals, a word in twenty-five wrong."""
    written = []
    for word in re.sub(r"[^\w\s'-]", "", text.lower()).split():
        chance = draw.random()
        if chance < 0.02:
            continue
        if chance > 0.985:
            written.append(draw.choice(FILLERS))
        wrong = chance < 0.04 and len(word) > 3
        written.append((word[:-1] if draw.random() < 0.5 else word + "s") if wrong else word)
    return " ".join(written)


def _as_written(asked: AnswerQuestion) -> list[Point]:
    """What the author of a question set writes about a point is lines as well."""
    return [
        Point(
            f"lessons-{asked.author}",
            asked.question,
            point.label,
            point.description,
            [("plain", text) for text in point.examples],
            [("neighbour", text) for text in point.counter_examples],
        )
        for point in asked.points
    ]
