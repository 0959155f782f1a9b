"""What a sentence does, what a question is about, what is said about pay: learnt from examples.

A general model of meaning puts like sentences near each other, but not by what matters here. A
small network (one layer of self-attention, Vaswani et al. 2017) reads the vectors that MiniLM makes
of each token of a text, and was taught with labelled lines by many authors and with thousands of
ordinary sentences out of interview answers, which do none of this. `training/learnt.py` trains it.
"""

from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from simulator.judge import checked
from simulator.judge.base import Deed, PayAnswer, Told, Topic

WEIGHTS = Path(__file__).with_name("weights") / "learnt.onnx"
SHA256 = "8027b825eb1d1c0b8988e001245b5dd69be461a06cd1b8c7b586015970aef436"
DEEDS: tuple[Deed, ...] = get_args(Deed)
TOPICS: tuple[Topic, ...] = get_args(Topic)
PAY: tuple[PayAnswer, ...] = get_args(PayAnswer)


class Learnt:
    """`session` runs the network: `states` (1, tokens, dimensions) to log-odds of deeds, and to
    logits of topics and of answers about pay, each (1, kinds)."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def tell(self, states: NDArray[np.float32]) -> Told:
        """Of one text, given as MiniLM's vectors of its tokens: (tokens, dimensions)."""
        deeds, topics, pay = self._session.run(None, {"states": states[np.newaxis]})
        return Told(
            dict(zip(DEEDS, map(float, deeds[0]), strict=True)),
            dict(zip(TOPICS, _shares(topics[0]), strict=True)),
            dict(zip(PAY, _shares(pay[0]), strict=True)),
        )


def load() -> Learnt:
    """Raises `JudgeError` where weights are missing or not what they should be."""
    return of(
        checked.weights(WEIGHTS, SHA256, what="What the judge has learnt", remedy=checked.REMEDY)
    )


def of(weights: bytes) -> Learnt:
    """Any trained weights: for those who train them."""
    return Learnt(checked.session(weights))


def _shares(logits: NDArray[np.float32]) -> list[float]:
    powers = np.exp(logits - logits.max())
    shares: list[float] = (powers / powers.sum()).tolist()
    return shares
