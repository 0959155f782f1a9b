"""The trained judge: MiniLM that reads a point and an answer together (docs/judge.md)."""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.judge import checked, learnt
from simulator.judge.base import Told, Weighed
from simulator.judge.learnt import Learnt
from simulator.judge.minilm import VOCABULARY, MiniLM
from simulator.judge.minilm import load as load_minilm
from simulator.judge.packing import Passage, pack, passages

WEIGHTS = Path(__file__).with_name("weights") / "judge.onnx"
SHA256 = "22f916a118e641c06818dd388138addf40288eb1c2a3013c1248e7ff213da684"


class Reader:
    """A `Judge`. `session` runs the trained graph, `minilm` the untrained one that places texts."""

    def __init__(self, session: Any, tokenizer: Any, minilm: MiniLM, learnt: Learnt) -> None:
        self._session = session
        self._minilm = minilm
        # The claims of a set come with every answer, sentences with every claim.
        # While somebody speaks, an answer is assessed ahead: what was read is not read again.
        self._tell = functools.lru_cache(maxsize=4096)(
            lambda text: learnt.tell(minilm.states(text))
        )
        self._read = functools.lru_cache(maxsize=256)(self._run)
        self._ids = functools.lru_cache(maxsize=4096)(
            lambda text: tuple(tokenizer.encode(text, add_special_tokens=False).ids)
        )

    @property
    def model(self) -> str:
        return f"mockview-judge-{SHA256[:8]}"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._minilm.embed(texts)

    def tell(self, text: str) -> Told:
        return self._tell(text)

    def weigh(self, claim: str, sentences: Sequence[str]) -> Weighed:
        tokens = [self._ids(sentence) for sentence in sentences]
        best: list[float] = [-np.inf] * len(sentences)
        whole = -np.inf
        for first, last in passages([len(ids) for ids in tokens]):
            told, together = self._read(pack(self._ids(claim), tokens[first:last]))
            whole = max(whole, together)
            for position, logit in zip(range(first, last), told, strict=True):
                best[position] = max(best[position], logit)
        return Weighed(whole, tuple(best))

    def _run(self, passage: Passage) -> tuple[list[float], float]:
        ids = np.array([passage.ids], np.int64)
        spans = np.zeros((1, len(passage.spans), len(passage.ids)), np.float32)
        for row, (first, last) in enumerate(passage.spans):
            spans[0, row, first:last] = 1 / max(1, last - first)
        # One passage at a time: int8 activations are scaled for a whole batch at once, so that a
        # passage's numbers would otherwise depend on its neighbours.
        sentences, whole = self._session.run(
            None,
            {
                "ids": ids,
                "mask": np.ones_like(ids),
                "sides": np.array([passage.sides], np.int64),
                "spans": spans,
            },
        )
        return [float(logit) for logit in sentences[0]], float(whole[0])


def load() -> Reader:
    """Raises `JudgeError` where weights are missing or not what they should be."""
    return of(
        checked.weights(WEIGHTS, SHA256, what="The judge of talking points", remedy=checked.REMEDY)
    )


def of(weights: bytes) -> Reader:
    """A judge of any trained weights: for those who train one."""
    from tokenizers import BertWordPieceTokenizer

    tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    return Reader(checked.session(weights), tokenizer, load_minilm(), learnt.load())
