"""How talking points and an answer stand side by side when the judge reads them. Pure.

    [CLS] one point [SEP] another point [SEP] sentence one sentence two ... [SEP]

The judge was trained on passages of this very form, so training uses this file too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

CLS, SEP = 101, 102
"""The vocabulary's marks for the beginning and for a border (BERT)."""
MOST_CLAIMS = 5
"""Points that are read at once."""
LONGEST_CLAIM = 44
LONGEST_PASSAGE = 280
"""Tokens: what the judge was trained to read at once. Longer answers are read in passages."""

TokenSpan = tuple[int, int]
SentenceSpan = tuple[int, int]
"""The first, and one past the last."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What the judge is given: token ids, which side each belongs to, and where everything is.

    `sides` is 0 for the points and 1 for the answer. `claims` and `spans` hold for each point and
    each sentence its first token and one past its last; a sentence that found no room has an empty
    one.
    """

    ids: tuple[int, ...]
    sides: tuple[int, ...]
    claims: tuple[TokenSpan, ...]
    spans: tuple[TokenSpan, ...]


def pack(claims: Sequence[Sequence[int]], sentences: Sequence[Sequence[int]]) -> Passage:
    """Token ids of points and of sentences, without marks, as one passage."""
    ids = [CLS]
    points: list[TokenSpan] = []
    for claim in claims:
        points.append((len(ids), len(ids) + min(len(claim), LONGEST_CLAIM)))
        ids += [*claim[:LONGEST_CLAIM], SEP]
    sides = [0] * len(ids)
    room = len(ids) + LONGEST_PASSAGE
    spans: list[TokenSpan] = []
    for sentence in sentences:
        first = len(ids)
        ids += sentence[: max(0, room - first)]
        spans.append((first, len(ids)))
    ids.append(SEP)
    sides += [1] * (len(ids) - len(sides))
    return Passage(tuple(ids), tuple(sides), tuple(points), tuple(spans))


def passages(lengths: Sequence[int], longest: int = LONGEST_PASSAGE) -> tuple[SentenceSpan, ...]:
    """Cuts sentences, of which the numbers of tokens are given, into passages that have room.

    Each passage is a first sentence and one past the last. They overlap by about a third, so that
    what belongs together is read together once; a short answer is one passage.
    """
    found: list[SentenceSpan] = []
    first = 0
    while first < len(lengths):
        last, tokens = first + 1, lengths[first]
        while last < len(lengths) and tokens + lengths[last] <= longest:
            tokens += lengths[last]
            last += 1
        found.append((first, last))
        if last == len(lengths):
            break
        back, again = last, 0
        room = min(longest // 3, longest - lengths[last])  # the next sentence has to fit as well
        while back - 1 > first and again + lengths[back - 1] <= room:
            back -= 1
            again += lengths[back]
        first = back
    return tuple(found)
