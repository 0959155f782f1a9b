"""Makes passages to train on: whole answers, and lines put together as an answer is.

Whole answers are what the judge will meet, and pieces of them. Each is told apart from answers
that differ in one sentence: without the proof the point is not made any more, with a proof out of
another answer it is. In a passage put together from lines (`points/`) a few things are said, some
make one of the question's points, others nearly.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from material import AnswerQuestion, Point, WholeAnswer

from simulator.judge import Claim
from simulator.judge.packing import MOST_CLAIMS
from simulator.measures.sentences import STRETCH_WORDS

POOL = 24
"""Batches that are drawn at once and sorted."""
MADE_UP = 0.2
"""The share of passages that are put together from lines."""
LINES = (2, 3, 3, 4, 4, 5, 5, 6, 7)
LINE_MAKES = 0.5
"""The share of lines, in passages put together, that make one of the question's points."""
FROM_OTHERS = 0.08
"""And of lines that belong to another question."""
TAKEN_OUT, BROUGHT_IN, NEARLY = 0.25, 0.25, 0.2
"""How often an answer loses a proof, gets one, or gets a near miss of the set's author."""
A_PIECE, PIECES = 0.15, (1, 2, 2, 3, 3, 4, 5)
"""How often only a few sentences in a row are left of an answer, and how many: a judge that seldom
reads so little doubts short answers."""
CHANGED_WEIGHT = 0.7
"""What a verdict that we changed so counts."""
NEIGHBOUR_WEIGHT, OTHER_WEIGHT = 0.4, 0.7
"""A line written for another point may by chance make this one: it counts less."""
BESIDE_PROOF_WEIGHT = 0.5
"""Of a sentence that is not the proof in an answer that makes the point: it may say it again."""
CONTRADICTING = frozenset({"retracted", "negated"})
"""Beside a line that makes the point, these would leave open whether it is made; in a piece of such
an answer, what takes the point back may be missing."""
AS_RECOGNISED = 0.35
LONGEST_WORDS = 200
"""About as many as `LONGEST_PASSAGE` tokens."""
EXAMPLES, MISSES = (0, 3, 3, 4, 4, 4, 4, 5, 5, 6), (0, 1, 2, 2, 2, 3, 3, 4)
FILLERS = ("um", "uh", "you know", "i mean", "well", "so", "like", "er")


@dataclass(frozen=True)
class Sentence:
    """Something said, and the numbers of the points that it makes, each with how much that
    counts; of the points that it leaves out it makes none."""

    text: str
    makes: frozenset[int]
    weights: tuple[float, ...]
    alone: frozenset[int] = frozenset()
    """Those that it makes without another sentence's help."""


@dataclass(frozen=True)
class Example:
    """Claims, what is said, and for each claim whether it is made and how much that counts."""

    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]
    made: tuple[bool, ...]
    weights: tuple[float, ...]

    @property
    def letters(self) -> int:
        written = (claim.text for claim in self.claims)
        said = (sentence.text for sentence in self.sentences)
        return sum(map(len, (*written, *said)))


_Written = tuple[str, str, Sequence[str], Sequence[str]]
"""Label, description, examples and near misses of a point."""


class Sampler:
    """Endless examples from `points` and `lessons`; the same seed gives the same ones."""

    def __init__(
        self, points: Sequence[Point], lessons: Sequence[AnswerQuestion], seed: int
    ) -> None:
        self._lessons = lessons
        self._random = random.Random(seed)
        asked: dict[tuple[str, str], list[Point]] = defaultdict(list)
        for point in points:
            asked[(point.author, point.question)].append(point)
        self._asked = list(asked.values())
        self._lines = [text for point in points for _, text in point.makes + point.misses]

    @property
    def texts(self) -> set[str]:
        """All that is written, of which examples are made."""
        found = set(self._lines)
        for point in (point for points in self._asked for point in points):
            found |= {point.label, point.description}
        for asked in self._lessons:
            found |= {text for answer in asked.answers for text in answer.sentences}
            for about in asked.points:
                found |= {about.label, about.description, *about.examples, *about.counter_examples}
        return found

    def batches(self, size: int) -> Iterator[list[Example]]:
        """Passages of like length, so that little is padded."""
        while True:
            drawn = sorted(
                (self._drawn() for _ in range(size * POOL)), key=lambda example: example.letters
            )
            batches = [drawn[i : i + size] for i in range(0, len(drawn), size)]
            self._random.shuffle(batches)
            yield from batches

    def _drawn(self) -> Example:
        return self._made_up() if self._random.random() < MADE_UP else self._answer()

    def _answer(self) -> Example:
        draw = self._random
        asked = draw.choice(self._lessons)
        answer = draw.choice(asked.answers)
        points = draw.sample(asked.points, min(len(asked.points), MOST_CLAIMS))
        keys = [point.key for point in points]
        draft = _Draft(_told(answer, keys), [answer.made[key] for key in keys], [1.0] * len(keys))
        if draw.random() < A_PIECE and answer.style not in CONTRADICTING:
            self._leave_a_piece(draft)
        if draw.random() < TAKEN_OUT and any(draft.made):
            self._take_out(draft)
        if draw.random() < BROUGHT_IN and answer.style not in CONTRADICTING:
            # Of a pair, told in one style, the one may deny what the other says.
            told = [_told(one, keys) for one in asked.answers if one.style != answer.style]
            self._bring_in(draft, [said for one in told for said in one])
        if draw.random() < NEARLY:
            at = draw.randrange(len(keys))
            misses = points[at].counter_examples
            if misses and not draft.made[at]:
                near = Sentence(draw.choice(misses), frozenset(), tuple([OTHER_WEIGHT] * len(keys)))
                draft.said.insert(draw.randint(0, len(draft.said)), near)
        self._shorten(draft)
        claims = [
            (point.label, point.description, point.examples, point.counter_examples)
            for point in points
        ]
        return self._spoken(draft, claims)

    def _leave_a_piece(self, draft: "_Draft") -> None:
        """Cuts an answer to a few sentences in a row. Of a proof in several sentences, a part
        leaves open whether the piece makes the point; that it belongs to the proof stays true."""
        count = self._random.choice(PIECES)
        first = self._random.randint(0, max(0, len(draft.said) - count))
        whole, draft.said = draft.said, draft.said[first : first + count]
        for at in [at for at, made in enumerate(draft.made) if made]:
            proofs, left = (sum(at in one.makes for one in said) for said in (whole, draft.said))
            if not left:
                draft.change(at, made=False)
            elif left < proofs:
                draft.weights[at] = 0.0

    def _take_out(self, draft: "_Draft") -> None:
        """Takes the proof of one point away, and with it whatever else it made."""
        gone = self._random.choice([at for at, made in enumerate(draft.made) if made])
        left = [one for one in draft.said if gone not in one.makes]
        if not left or len(left) == len(draft.said):
            return
        touched = {at for one in draft.said if gone in one.makes for at in one.makes}
        draft.said = left
        for at in touched:
            if draft.made[at] and (draft.weights[at] or not draft.proves(at)):
                draft.change(at, made=draft.proves(at))

    def _bring_in(self, draft: "_Draft", told: Sequence[Sentence]) -> None:
        """Puts a sentence in that makes, in another answer, a point that is not made here."""
        proofs = [one for one in told if any(not draft.made[at] for at in one.alone)]
        if not proofs:
            return
        proof = self._random.choice(proofs)
        draft.said.insert(self._random.randint(0, len(draft.said)), proof)
        for at in proof.makes:
            if not draft.made[at]:
                draft.change(at, made=True)

    def _shorten(self, draft: "_Draft") -> None:
        """Cuts a long answer to what is read at once, from one of its ends."""
        end = self._random.choice((0, -1))
        while draft.words > LONGEST_WORDS and len(draft.said) > 1:
            for at in draft.said.pop(end).makes:
                if draft.made[at] and not draft.proves(at):
                    draft.change(at, made=False)

    def _made_up(self) -> Example:
        draw = self._random
        points = list(draw.choice(self._asked))
        draw.shuffle(points)
        points = points[:MOST_CLAIMS]
        count = draw.choice(LINES)
        said: list[Sentence] = []
        made = [False] * len(points)
        while len(said) < count:
            at = draw.randrange(len(points))
            if draw.random() < FROM_OTHERS:
                weights = tuple([OTHER_WEIGHT] * len(points))
                said.append(Sentence(draw.choice(self._lines), frozenset(), weights))
            elif draw.random() < LINE_MAKES:
                text = draw.choice(points[at].makes)[1]
                weights = tuple(1.0 if i == at else NEIGHBOUR_WEIGHT for i in range(len(points)))
                said.append(Sentence(text, frozenset({at}), weights))
                made[at] = True
            else:
                style, text = draw.choice(points[at].misses)
                other = NEIGHBOUR_WEIGHT if style == "neighbour" else OTHER_WEIGHT
                weights = tuple(1.0 if i == at else other for i in range(len(points)))
                if style in CONTRADICTING and made[at]:
                    continue
                said.append(Sentence(text, frozenset(), weights))
        draw.shuffle(said)
        counts = [
            1.0 if is_made else min(one.weights[at] for one in said)
            for at, is_made in enumerate(made)
        ]
        claims = [
            (
                point.label,
                point.description,
                [text for _, text in point.makes],
                [text for _, text in point.misses],
            )
            for point in points
        ]
        return self._spoken(_Draft(said, made, counts), claims)

    def _spoken(self, draft: "_Draft", claims: Sequence[_Written]) -> Example:
        """The passage is done; some are as a recogniser writes, and the claims with them."""
        written = {one.text for one in draft.said}
        told = tuple(self._claim(*claim, left_out=written) for claim in claims)
        said = draft.said
        if self._random.random() < AS_RECOGNISED:
            said = self._in_stretches(said, len(claims))
        return Example(told, tuple(said), tuple(draft.made), tuple(draft.weights))

    def _claim(
        self,
        label: str,
        description: str,
        examples: Sequence[str],
        misses: Sequence[str],
        *,
        left_out: Collection[str],
    ) -> Claim:
        """As the author of a set writes it: with a few examples, and mostly a few near misses, none
        of which is what is said."""
        draw = self._random
        examples = [text for text in examples if text not in left_out]
        misses = [text for text in misses if text not in left_out]
        return Claim(
            label,
            description,
            tuple(draw.sample(examples, min(len(examples), draw.choice(EXAMPLES)))),
            tuple(draw.sample(misses, min(len(misses), draw.choice(MISSES)))),
        )

    def _in_stretches(self, said: Sequence[Sentence], points: int) -> list[Sentence]:
        """As a recogniser writes it where it sets no full stops."""
        words = [(word, one) for one in said for word in recognised(one.text, self._random).split()]
        return [
            _stretch(words[first : first + STRETCH_WORDS], points)
            for first in range(0, len(words), STRETCH_WORDS)
        ]


@dataclass
class _Draft:
    """A passage in the making: what is said, which points are made, how much that counts."""

    said: list[Sentence]
    made: list[bool]
    weights: list[float]

    @property
    def words(self) -> int:
        return sum(len(one.text.split()) for one in self.said)

    def proves(self, point: int) -> bool:
        return any(point in one.makes for one in self.said)

    def change(self, point: int, *, made: bool) -> None:
        self.made[point], self.weights[point] = made, CHANGED_WEIGHT


def _stretch(words: Sequence[tuple[str, Sentence]], points: int) -> Sentence:
    """Makes what a third of its words prove; a few words of a proof are neither proof nor none."""
    held = Counter(at for _, one in words for at in one.makes)
    makes = frozenset(at for at, count in held.items() if 3 * count >= len(words))
    weights = tuple(
        0.0 if at in held and at not in makes else max(one.weights[at] for _, one in words)
        for at in range(points)
    )
    return Sentence(" ".join(word for word, _ in words), makes, weights)


def _told(answer: WholeAnswer, keys: Sequence[str]) -> list[Sentence]:
    found = []
    for number, text in enumerate(answer.sentences):
        makes = [at for at, key in enumerate(keys) if number in answer.proof[key]]
        weights = [
            1.0 if at in makes or not answer.made[key] else BESIDE_PROOF_WEIGHT
            for at, key in enumerate(keys)
        ]
        alone = (at for at in makes if len(answer.proof[keys[at]]) == 1)
        found.append(Sentence(text, frozenset(makes), tuple(weights), frozenset(alone)))
    return found


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
