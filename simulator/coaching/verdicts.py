"""The words for verdicts, the same on every screen and page."""

from collections.abc import Mapping

from simulator.coaching.yardsticks import Change
from simulator.measures import Verdict

POINTS: Mapping[Verdict, str] = {
    "covered": "covered",
    "unsure": "unsure",
    "not_found": "not heard",
}
"""What became of a talking point. Never "not found": it may have been said, and was not heard."""
CHANGES: Mapping[Change, str] = {
    "better": "better",
    "worse": "less good",
    "same": "about the same",
}
"""What became of a number, after it."""
HEADS: Mapping[Change | None, str] = {
    "better": "Better",
    "worse": "Not better",
    "same": "About the same",
    None: "Not judged",
}
"""What became of numbers and talking points, above them, in the order in which it is told."""
