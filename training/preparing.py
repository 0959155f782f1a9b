"""Makes of examples what the network takes, ahead of it and in a thread beside it."""

import functools
import queue
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from network import Numbers
from sampling import Example
from tokenizers import BertWordPieceTokenizer

from simulator.judge.likeness import as_rows, likeness
from simulator.judge.minilm import VOCABULARY
from simulator.judge.minilm import load as load_minilm
from simulator.judge.packing import Passage, pack

AHEAD = 4
"""Steps that are made ready."""
REMEMBERED = 200_000


@dataclass(frozen=True)
class Prepared:
    examples: Sequence[Example]
    packed: Sequence[Passage]
    alike: Sequence[Numbers]
    """Of each example (claims, sentences, `likeness.NUMBERS`)."""


Step = tuple[Prepared, ...]


class Preparing:
    """Remembers texts: the untrained MiniLM places each once."""

    def __init__(self) -> None:
        minilm = load_minilm()
        tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        self._row = functools.lru_cache(maxsize=REMEMBERED)(
            lambda text: minilm.embed((text,))[0].astype(np.float16)
        )
        self._ids = functools.lru_cache(maxsize=REMEMBERED)(
            lambda text: tuple(tokenizer.encode(text, add_special_tokens=False).ids)
        )

    def __call__(self, examples: Sequence[Example]) -> Prepared:
        return Prepared(
            examples,
            [self._packed(example) for example in examples],
            [self._alike(example) for example in examples],
        )

    def ahead(self, steps: Iterable[tuple[list[Example], ...]]) -> Iterator[Step]:
        """The same in the same order."""
        ready: queue.Queue[Step | None] = queue.Queue(AHEAD)

        def work() -> None:
            for batches in steps:
                ready.put(tuple(self(examples) for examples in batches))
            ready.put(None)

        threading.Thread(target=work, daemon=True).start()
        while (step := ready.get()) is not None:
            yield step

    def _packed(self, example: Example) -> Passage:
        return pack(
            [self._ids(claim.text) for claim in example.claims],
            [self._ids(said.text) for said in example.sentences],
        )

    def _alike(self, example: Example) -> Numbers:
        said = [one.text for one in example.sentences]
        return np.stack([as_rows(likeness(claim, said, self._rows)) for claim in example.claims])

    def _rows(self, texts: Sequence[str]) -> Numbers:
        return np.array([self._row(text) for text in texts], np.float32)
