"""The one family of errors that a user can meet.

Everything that can go wrong in an expected way (no microphone, a mistake in a question set, a full
disk) is a `MockviewError`. Rooms raise their own subclass; only `simulator.cli` turns it into a
sentence on stderr and an exit status. Anything else that escapes is a bug.
"""


class MockviewError(Exception):
    """Something expected went wrong.

    `what` says what happened, in one sentence; `fix` says what the user can do about it.
    """

    def __init__(self, what: str, fix: str = "") -> None:
        super().__init__(what, fix)
        self.what = what
        self.fix = fix

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.fix) if part)


def closest(word: str, known: "list[str] | tuple[str, ...]") -> str | None:
    """The known word that `word` was most likely meant to be, or None where nothing is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: "list[str] | tuple[str, ...]") -> str:
    """A sentence that suggests a known word, or lists them all where none is near."""
    near = closest(word, known)
    if near is not None:
        return f"Did you mean '{near}'?"
    return f"Known: {', '.join(known)}." if known else ""
