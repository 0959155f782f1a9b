"""Anything that a person said, typed or stored, made fit to be shown on one line of a terminal."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""Needed inside words of some scripts and inside emoji; they do no harm."""


def plain(text: str) -> str:
    """The text without anything that a terminal obeys: escapes, line ends, changes of direction.

    White space of every kind becomes one space; what else is not for the eye becomes U+FFFD, so
    that a reader sees that something was there. The visible remains of an escape sequence stay.
    """
    return " ".join("".join(_shown(sign) for sign in text).split())


def _shown(sign: str) -> str:
    if sign.isprintable() or sign in _JOINERS:
        return sign
    if sign.isspace():
        return " "
    # Invisible format characters (direction marks among them), controls, half characters.
    return "" if unicodedata.category(sign) == "Cf" else "\ufffd"


def clock(moment_s: float) -> str:
    """A time as players show it: 0:04, 12:30."""
    whole_s = max(0, int(moment_s))
    return f"{whole_s // 60}:{whole_s % 60:02d}"
