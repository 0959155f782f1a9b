"""Tables of phrases: many small patterns that one search looks for."""

import re
from collections.abc import Sequence

Pattern = re.Pattern[str]


_LEFT_OUT = re.compile(r"'(?=(?:d|m|s|t|ve)\b)")


def loosely(phrases: Sequence[str]) -> Pattern:
    """`any_of` where apostrophes may be missing, as recognisers leave them out: "id", "dont".

    Not where another word would come of it: "we're", "I'll".
    """
    return any_of([_LEFT_OUT.sub("'?", phrase) for phrase in phrases])


def any_of(phrases: Sequence[str]) -> Pattern:
    """Finds any of these, whole words only. A phrase may hold regular expressions of its own.

    A space in a phrase is any stretch of spaces and commas: recognisers set commas as they like.
    """
    return re.compile(
        r"(?<![\w'])(?:" + "|".join(p.replace(" ", r"[\s,]+") for p in phrases) + r")(?![\w])",
        re.IGNORECASE,
    )
