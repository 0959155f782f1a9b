"""Makes of examples what the network takes, ahead of it and in a thread beside it."""

import functools
import multiprocessing
import queue
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sampling import Example
from tokenizers import BertWordPieceTokenizer

from simulator.judge.likeness import Rows, as_rows, likeness
from simulator.judge.minilm import SHA256, VOCABULARY, MiniLM
from simulator.judge.minilm import load as load_minilm
from simulator.judge.packing import Passage, pack

AHEAD = 4
"""Batches that are made ready."""
REMEMBERED = 200_000
PLACED = Path(__file__).with_name(f".placed-{SHA256[:8]}")

Row = NDArray[np.float16]
"""A text's row: half the memory."""


@dataclass(frozen=True)
class Prepared:
    examples: Sequence[Example]
    packed: Sequence[Passage]
    alike: Sequence[Rows]
    """Of each example (claims, sentences, `likeness.NUMBERS`)."""


def placed(texts: Iterable[str], processes: int, known: Path = PLACED) -> dict[str, Row]:
    """Each text's row by the untrained MiniLM; the file `known` keeps those placed before."""
    rows: dict[str, Row] = _read(known) if known.exists() else {}
    new = sorted(set(texts) - rows.keys())
    if not new:
        return rows
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        rows.update(zip(new, pool.imap(_place, new, chunksize=200), strict=True))
    write(rows, known)
    return rows


def write(rows: Mapping[str, Row], file: Path) -> None:
    texts = np.frombuffer("\n".join(rows).encode(), np.uint8)
    begun = file.with_name(f"{file.name}.new")
    with begun.open("wb") as out:
        np.savez(out, texts=texts, rows=np.array(list(rows.values())))
    begun.replace(file)


def _read(file: Path) -> dict[str, Row]:
    with np.load(file) as kept:
        texts = kept["texts"].tobytes().decode().split("\n")
        return dict(zip(texts, kept["rows"], strict=True))


def _place(text: str) -> Row:
    row: Row = _minilm().embed((text,))[0].astype(np.float16)
    return row


@functools.cache
def _minilm() -> MiniLM:
    return load_minilm()


class Preparing:
    """Knows the rows of the texts that are written; others it places and remembers."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        self._row = functools.lru_cache(maxsize=REMEMBERED)(
            lambda text: rows[text] if text in rows else _place(text)
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
        """The same in the same order; what goes wrong in the thread goes wrong here."""
        ready: queue.Queue[Prepared | Exception | None] = queue.Queue(AHEAD)

        def work() -> None:
            try:
                for examples in batches:
                    ready.put(self(examples))
            except Exception as error:
                ready.put(error)
            ready.put(None)

        threading.Thread(target=work, daemon=True).start()
        while (prepared := ready.get()) is not None:
            if isinstance(prepared, Exception):
                raise prepared
            yield prepared

    def _packed(self, example: Example) -> Passage:
        return pack(
            [self._ids(claim.text) for claim in example.claims],
            [self._ids(said.text) for said in example.sentences],
        )

    def _alike(self, example: Example) -> Rows:
        said = [one.text for one in example.sentences]
        return np.stack([as_rows(likeness(claim, said, self._rows)) for claim in example.claims])

    def _rows(self, texts: Sequence[str]) -> Rows:
        return np.array([self._row(text) for text in texts], np.float32)
