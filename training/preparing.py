"""Makes of examples what the network takes, ahead of it and in a thread beside it."""

import functools
import multiprocessing
import pickle
import queue
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from network import Numbers
from sampling import Example
from tokenizers import BertWordPieceTokenizer

from simulator.judge.likeness import as_rows, likeness
from simulator.judge.minilm import VOCABULARY
from simulator.judge.minilm import load as load_minilm
from simulator.judge.packing import Passage, pack

AHEAD = 4
"""Batches that are made ready."""
REMEMBERED = 200_000
PLACED = Path(__file__).with_name(".placed")


@dataclass(frozen=True)
class Prepared:
    examples: Sequence[Example]
    packed: Sequence[Passage]
    alike: Sequence[Numbers]
    """Of each example (claims, sentences, `likeness.NUMBERS`)."""


def placed(texts: Iterable[str], processes: int) -> dict[str, Numbers]:
    """Each text's row by the untrained MiniLM; what was placed before is read from `PLACED`."""
    rows: dict[str, Numbers] = pickle.loads(PLACED.read_bytes()) if PLACED.exists() else {}
    new = sorted(set(texts) - rows.keys())
    with multiprocessing.get_context("spawn").Pool(processes, _load) as pool:
        rows.update(zip(new, pool.imap(_place, new, chunksize=200), strict=True))
    PLACED.write_bytes(pickle.dumps(rows))
    return rows


def _load() -> None:
    global _minilm  # noqa: PLW0603 (one for each process)
    _minilm = load_minilm()


def _place(text: str) -> Numbers:
    return _minilm.embed((text,))[0].astype(np.float16)


class Preparing:
    """Knows the rows of the texts that are written; others it places and remembers."""

    def __init__(self, rows: Mapping[str, Numbers]) -> None:
        minilm = load_minilm()
        tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        self._row = functools.lru_cache(maxsize=REMEMBERED)(
            lambda text: (
                rows[text] if text in rows else minilm.embed((text,))[0].astype(np.float16)
            )
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

    def ahead(self, batches: Iterable[list[Example]]) -> Iterator[Prepared]:
        """The same in the same order."""
        ready: queue.Queue[Prepared | None] = queue.Queue(AHEAD)

        def work() -> None:
            for examples in batches:
                ready.put(self(examples))
            ready.put(None)

        threading.Thread(target=work, daemon=True).start()
        while (prepared := ready.get()) is not None:
            yield prepared

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
