"""A new take beside the one before it, for a terminal and as JSON.

What became better is told by the same rule and in the same words as in `mockview review` and on the
page of the interview.
"""

from rich.console import Group
from rich.text import Text

from simulator.archive import Answer
from simulator.archive.documents import SCHEMA, Document, answer_document
from simulator.coaching.takes import beside
from simulator.review.coaching_screen import changes
from simulator.review.plain import plain
from simulator.rounding import tenth
from simulator.scoring import DEFAULTS, Targets


def comparison(
    before: Answer, after: Answer, targets: Targets = DEFAULTS, *, scores: bool = True
) -> Group:
    """What changed from one take of a question to another. Both must have been assessed.

    Without `scores`, which way a measure went is told, and no number.
    """
    title = f"{plain(after.question.id)}: take {after.take} against take {before.take}"
    lines = beside(before, after, targets)
    return Group(Text(title, "bold"), *changes(lines, scores=scores))


def comparison_document(
    session_id: str, before: Answer, after: Answer, targets: Targets = DEFAULTS
) -> Document:
    """What `retake --json` prints. Both must have been assessed.

    What is never judged, or what a take lacks, is left out of the changes. Of a talking point the
    values are 100 for covered, 50 for unsure, 0 for not heard.
    """
    return {
        "schema": SCHEMA,
        "session": session_id,
        "question": after.question.id,
        "changes": [
            {
                "what": line.what,
                "kind": line.kind,
                "before": tenth(line.values[0]),
                "after": tenth(line.values[1]),
                "direction": line.change,
            }
            for line in beside(before, after, targets)
            if line.change is not None
        ],
        "takes": [answer_document(before), answer_document(after)],
    }
