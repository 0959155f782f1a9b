"""The trained judge: MiniLM that reads points and an answer together (docs/judge.md)."""

import functools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.judge import checked, learnt
from simulator.judge.base import Claim, Standard, Told, Weighed
from simulator.judge.learnt import Learnt
from simulator.judge.likeness import NUMBERS, as_rows, likeness
from simulator.judge.minilm import VOCABULARY, MiniLM
from simulator.judge.minilm import load as load_minilm
from simulator.judge.packing import MOST_CLAIMS, Passage, pack, passages

WEIGHTS = Path(__file__).with_name("weights") / "judge.onnx"
SHA256 = "a4a18d06135148a1f48b90872d5ab6053f38c17f3879c74d73f28913efa90f17"


class Reader:
    """A `Judge`. `session` runs the trained graph, `minilm` the untrained one that places texts."""

    def __init__(self, session: Any, tokenizer: Any, minilm: MiniLM, learnt: Learnt) -> None:
        self._session = session
        self._minilm = minilm
        # The claims of a set come with every answer. While somebody speaks, an answer is assessed
        # ahead: what was read is not read again.
        self._tell = functools.lru_cache(maxsize=4096)(
            lambda text: learnt.tell(minilm.states(text))
        )
        self._standard = functools.lru_cache(maxsize=512)(self._own_texts)
        self._read = functools.lru_cache(maxsize=64)(self._run)
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

    def weigh(self, claims: Sequence[Claim], sentences: Sequence[str]) -> tuple[Weighed, ...]:
        return tuple(
            weighed
            for first in range(0, len(claims), MOST_CLAIMS)
            for weighed in self._weigh(claims[first : first + MOST_CLAIMS], sentences)
        )

    def standard(self, claim: Claim) -> Standard:
        return self._standard(claim)

    def _own_texts(self, claim: Claim) -> Standard:
        def alone(text: str) -> float:
            left = replace(
                claim,
                examples=tuple(other for other in claim.examples if other != text),
                counter_examples=tuple(other for other in claim.counter_examples if other != text),
            )
            (weighed,) = self._weigh([left], [text])
            return weighed.whole

        return Standard(
            tuple(map(alone, claim.examples)), tuple(map(alone, claim.counter_examples))
        )

    def _weigh(self, claims: Sequence[Claim], sentences: Sequence[str]) -> list[Weighed]:
        points = [self._ids(claim.text) for claim in claims]
        tokens = [self._ids(sentence) for sentence in sentences]
        alike = [likeness(claim, sentences, self._minilm.embed) for claim in claims]
        rows = np.stack([as_rows(one) for one in alike])
        best = np.full((len(claims), len(sentences)), -np.inf)
        whole = np.full(len(claims), -np.inf)
        for first, last in passages([len(ids) for ids in tokens]):
            here = rows[:, first:last].tobytes()
            told, together = self._read(pack(points, tokens[first:last]), here)
            whole = np.maximum(whole, together)
            best[:, first:last] = np.maximum(best[:, first:last], told)
        return [
            Weighed(float(one), tuple(map(float, row)), tuple(like))
            for one, row, like in zip(whole, best, alike, strict=True)
        ]

    def _run(
        self, passage: Passage, alike: bytes
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        ids = np.array([passage.ids], np.int64)
        # One passage at a time: int8 activations are scaled for a whole batch at once, so that a
        # passage's numbers would otherwise depend on its neighbours.
        sentences, whole = self._session.run(
            None,
            {
                "ids": ids,
                "mask": np.ones_like(ids),
                "sides": np.array([passage.sides], np.int64),
                "claims": _shares(passage.claims, len(passage.ids)),
                "spans": _shares(passage.spans, len(passage.ids)),
                "alike": np.frombuffer(alike, np.float32).reshape(
                    1, len(passage.claims), len(passage.spans), NUMBERS
                ),
            },
        )
        return sentences[0], whole[0]


def _shares(spans: Sequence[tuple[int, int]], tokens: int) -> NDArray[np.float32]:
    """For each span the share that every token has in its mean: (1, spans, tokens)."""
    shares = np.zeros((1, len(spans), tokens), np.float32)
    for row, (first, last) in enumerate(spans):
        shares[0, row, first:last] = 1 / max(1, last - first)
    return shares


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
