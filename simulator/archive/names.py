"""The names of sessions and of the files in a session's folder."""

import re
import secrets
from datetime import datetime
from pathlib import PurePath

SESSION_FILE = "session.json"
PLAN_FILE = "plan.json"

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""No 0, 1, i, l, o: an id is sometimes read off a screen and typed."""

_LONGEST_STEM = 60
_OURS = re.compile(
    r"""
    session\.json | plan\.json | report\.html
    | \.new-[A-Za-z0-9_]+                # what `writing` leaves when it is killed
    | \.?\d{2,3}-[a-z0-9-]+ (\.[a-z0-9_]+)* \.(flac|txt|wav|part|new|tmp)  # an answer
    """,
    re.VERBOSE,
)
_SESSION_ID = re.compile(r"\d{4}-\d{2}-\d{2}-\d{4}-[a-z0-9]{4,}")


def new_session_id(started_at: datetime, letters: str | None = None) -> str:
    """An id that sorts by time: `2026-11-23-1434-k3f9`. `letters` are drawn where not given."""
    letters = letters or "".join(secrets.choice(LETTERS) for _ in range(4))
    return f"{started_at:%Y-%m-%d-%H%M}-{letters}"


def looks_like_session_id(name: str) -> bool:
    return _SESSION_ID.fullmatch(name) is not None


def answer_stem(number: int, question_id: str) -> str:
    """What the files of an answer begin with: `01-difficult-conversation`; safe on any system."""
    plain = re.sub(r"[^a-z0-9]+", "-", question_id.lower())[:_LONGEST_STEM].strip("-")
    return f"{number:02d}-{plain or 'question'}"


def transcript_name(number: int, question_id: str, sound: str | None) -> str:
    """The transcript lies beside the sound and is called like it."""
    stem = PurePath(sound).stem if sound else answer_stem(number, question_id)
    return f"{stem}.txt"


def is_plain_name(name: str) -> bool:
    """Whether it is a file's own name: no folder, nothing hidden, nothing that reaches outside."""
    return (
        0 < len(name.encode("utf-8", "replace")) <= 255  # noqa: PLR2004 (what file systems take)
        and not name.startswith((".", " "))
        and not any(sign in name for sign in '/\\:*?"<>|')
        and name.isprintable()
    )


def is_ours(name: str) -> bool:
    """Whether a file of a session's folder was made by mockview, and so may be removed with it."""
    return _OURS.fullmatch(name) is not None
