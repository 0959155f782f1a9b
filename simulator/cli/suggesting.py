"""Command lines that are suggested: to be typed as they stand."""

import shlex


def command(*words: str, recordings: str | None = None) -> str:
    """`mockview` and the words, quoted; with the `--recordings` that this command was given."""
    where = () if recordings is None else ("--recordings", recordings)
    return shlex.join(("mockview", *words, *where))
