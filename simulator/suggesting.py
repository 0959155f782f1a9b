"""Command lines that are suggested: to be typed as they stand."""

import shlex
from typing import Protocol


class Suggest(Protocol):
    """Makes a command line of its words, about the recordings that are meant."""

    def __call__(self, *words: str) -> str: ...


def command(*words: str, recordings: str | None = None) -> str:
    """`mockview` and the words, quoted; with the `--recordings` that this command was given."""
    where = () if recordings is None else ("--recordings", recordings)
    return shlex.join(("mockview", *words, *where))
