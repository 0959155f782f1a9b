"""How like sentences are to what the author of a set wrote about a point. Pure.

The judge gets these numbers beside the texts: an answer that comes near to an example mostly makes
its point, but not where it says "I would", or that somebody else did it, and that it reads itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import astuple, fields

import numpy as np
from numpy.typing import NDArray

from simulator.judge.base import Claim, Likeness

Rows = NDArray[np.float32]
"""Texts as MiniLM places them: one row each, of length 1."""

NUMBERS = len(fields(Likeness))


def likeness(
    claim: Claim, sentences: Sequence[str], embed: Callable[[Sequence[str]], Rows]
) -> list[Likeness]:
    """Of each sentence with the claim. The description stands in where there are no examples."""
    said, description = embed(sentences), embed((claim.description,))
    near = said @ (embed(claim.examples) if claim.examples else description).T
    against = np.zeros(len(said))
    if claim.counter_examples:
        against = (said @ embed(claim.counter_examples).T).max(axis=1)
    columns = (
        near.mean(axis=1),
        near.max(axis=1),
        against,
        (said @ description.T)[:, 0],
        (said @ embed((claim.label,)).T)[:, 0],
    )
    return [Likeness(*map(float, row)) for row in zip(*columns, strict=True)]


def as_rows(sentences: Sequence[Likeness]) -> Rows:
    """(sentences, `NUMBERS`), as the trained graph takes them."""
    return np.array([astuple(one) for one in sentences], np.float32).reshape(-1, NUMBERS)
