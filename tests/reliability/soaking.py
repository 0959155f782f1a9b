"""How often a promise is tried: a few times in `make test`, as often as is claimed in `make soak`.

What came of it goes into a file that `tools/soak.py` prints as a table.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

SOAK = os.environ.get("MOCKVIEW_TESTS_SOAK") == "1"
LOG = os.environ.get("MOCKVIEW_TESTS_SOAK_LOG")


def times(quick: int, soak: int) -> int:
    """How often to try it now."""
    return soak if SOAK else quick


def some(cases: Iterable[str], quick: int) -> list[str]:
    """All cases in `make soak`; in `make test` so many of them, from all over the list."""
    every = list(cases)
    return every if SOAK else every[:: -(-len(every) // quick)]


def note(promise: str, tried: int, outcome: str) -> None:
    """Puts down that a promise held; called when all of it has been checked."""
    if LOG:
        test = os.environ.get("PYTEST_CURRENT_TEST", "").partition(" ")[0]
        line = {"promise": promise, "test": test, "tried": tried, "outcome": outcome}
        with Path(LOG).open("a") as log:
            log.write(json.dumps(line) + "\n")
