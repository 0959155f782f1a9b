"""The times to listen to that stand beside a reason, as text."""

from simulator.review.plain import clock
from simulator.scoring import Finding


def listen_at(finding: Finding) -> str:
    """`listen at 0:04, 0:31, answer 3 at 0:12`, a reply named by its number; "" for none."""
    told = [clock(moment_s) for moment_s in finding.at_s]
    told += [f"answer {moment.answer} at {clock(moment.at_s)}" for moment in finding.in_replies]
    return f"listen at {', '.join(told)}" if told else ""


def said_at(start_s: float | None, answer: int | None) -> str:
    """When words were said, and in which reply: `0:04`, `answer 3, 0:04`, `answer 3`, or ""."""
    told = [] if answer is None else [f"answer {answer}"]
    if start_s is not None:
        told.append(clock(start_s))
    return ", ".join(told)
