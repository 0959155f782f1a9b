"""Which signs a text of a set may hold: none that could rewrite or reorder a terminal or a page."""

import unicodedata

REFUSED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories: controls, invisible formatting (text turned round), halves of pairs."""
TAKEN = frozenset("\t\n\r\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}")
"""Of those, what honest text needs: line ends, Persian and Indic scripts, joined pictures."""


def first_refused(text: str) -> str | None:
    """The first sign that a question set must not hold, if there is one."""
    # Line by line, since most lines need no look at their signs: a large file is read at once.
    odd_lines = (line for line in text.split("\n") if not line.isprintable())
    return next((sign for line in odd_lines for sign in line if _refused(sign)), None)


def harmless(text: str) -> str:
    """The text with such signs written out, for a message about them."""
    return "".join(f"\\u{ord(sign):04x}" if _refused(sign) else sign for sign in text)


def _refused(sign: str) -> bool:
    return unicodedata.category(sign) in REFUSED and sign not in TAKEN
