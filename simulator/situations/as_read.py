"""How an answer was told, as it was read when it was assessed. Pure."""

from simulator.archive import Answer
from simulator.measures import Telling, telling


def telling_of(answer: Answer) -> Telling:
    """What was kept with the answer; where nothing was, in an old session, what the rules find."""
    made = answer.assessment
    if made is None:
        return Telling()
    return telling(answer.question, made.transcript) if made.telling is None else made.telling
