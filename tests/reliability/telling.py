"""What a sentence for a user must be."""

import re

from simulator.errors import MockviewError


def told(error: MockviewError, *, lines: bool = False) -> None:
    """Something is said, on one line unless `lines`, and nothing in it moves a terminal."""
    said = str(error)
    assert said.strip()
    assert lines or "\n" not in said
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]", said)
