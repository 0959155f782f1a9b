"""Documents of older versions, brought up to the schema of today, one number at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.archive.documents import SCHEMA
from simulator.archive.model import ArchiveError

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: Mapping[int, Upgrade] = {}
"""From a schema number to the function that makes its documents into those of the next number.

To add one: raise `documents.SCHEMA`, write `from_1_to_2`, enter it here under 1, and keep a session
of the old form beside the tests."""


def upgraded(
    document: dict[str, Any],
    *,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
    current: int = SCHEMA,
) -> dict[str, Any]:
    """The document in today's schema.

    Raises `ArchiveError` for a schema newer than this program, and for one that is no number.
    """
    schema = document.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise ArchiveError("It does not say which schema it follows, so it cannot be read.")
    if schema > current:
        raise ArchiveError(
            f"It was written by a newer mockview (schema {schema}; this one reads {current}).",
            "Update mockview to open it; nothing was changed.",
        )
    for number in range(schema, current):
        document = {**upgrades[number](document), "schema": number + 1}
    return document
